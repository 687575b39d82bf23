"""The Sources panel: a card for each citation, with the whole paragraph and the quoted words marked."""

from collections.abc import Callable, Sequence
from html import escape

from assistant.types import Answer, Citation
from assistant.views.conversation import Exchange
from assistant.views.statuses import STATUSES, badge, colour
from corpus.types import Paragraph

Find = Callable[[str], Paragraph]

NOTHING_CITED = "No source is cited."
NO_ANSWER = "No source is cited: the reports do not answer this."
NEAREST = "The nearest they come:"
STANDS_IN = ("item", "bullet")


def panel_html(exchanges: Sequence[Exchange], find: Find) -> str:
    """The sources of every answer so far, the latest shown; before any answer, what the badges mean."""
    answered = [turn for turn, exchange in enumerate(exchanges) if exchange.answer is not None]
    if not answered:
        return legend_html()
    return "".join(_turn_html(exchanges[turn], turn, turn == answered[-1], find) for turn in answered)


def legend_html() -> str:
    """What the panel says before the first answer: what will stand here, and what each status means."""
    rows = "".join(f"<dt>{badge(status)}</dt><dd>{escape(says)}</dd>" for status, (_, says) in STATUSES.items())
    return (
        '<section class="turn legend"><p>Each quotation in an answer opens here, inside the whole paragraph'
        f" it stands in.</p><h3>Where the words may come from</h3><dl>{rows}</dl></section>"
    )


def card_html(citation: Citation, turn: int, find: Find) -> str:
    """One source: its citation form, status, place, whole paragraph, and what to paste."""
    paragraph = find(citation.id)
    return (
        f'<article class="card card-{colour(citation.status)}" id="source-{turn}-{citation.n}" tabindex="-1"'
        f' aria-label="Source {citation.n}: {escape(citation.cite)}">'
        f'<header><span class="number">{citation.n}</span><h3>{escape(citation.cite)}</h3></header>'
        f'<p class="facts">{badge(citation.status)}{_force(citation)}</p>'
        f"{_place(citation)}{_superseded(paragraph, find)}{_lead_in(paragraph, find)}"
        f'<p class="paragraph">{marked(paragraph.text, citation.start, citation.end)}</p>'
        f"<footer>{_copy(citation)}{_back(citation, turn)}</footer></article>"
    )


def marked(text: str, start: int, end: int) -> str:
    """The whole text with the characters `start` to `end` marked."""
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"


def pasted(citation: Citation) -> str:
    """The quotation with its source, ready to paste."""
    return f"“{citation.quote}” ({citation.cite})"


def _turn_html(exchange: Exchange, turn: int, shown: bool, find: Find) -> str:
    answer = exchange.answer
    shown_as = "" if shown else " hidden"
    sources = _sources(answer, turn, find) if answer else ""
    return (
        f'<section class="turn" data-turn="{turn}"{shown_as}><p class="asked">{escape(exchange.question)}</p>'
        f"{sources}</section>"
    )


def _sources(answer: Answer, turn: int, find: Find) -> str:
    """The cards of an answer; of one that declines, those of what comes nearest, said to be no more than that."""
    cards = "".join(card_html(citation, turn, find) for citation in (*answer.citations, *answer.nearest))
    if answer.citations:
        return cards
    told = NO_ANSWER if answer.abstained else NOTHING_CITED
    return f'<p class="none">{told}{f" {NEAREST}" if cards else ""}</p>{cards}'


def _force(citation: Citation) -> str:
    return f'<span class="force">{escape(citation.force)}</span>' if citation.force else ""


def _place(citation: Citation) -> str:
    path = '<span aria-hidden="true"> › </span>'.join(escape(heading) for heading in citation.section)
    return f'<p class="place">{path}</p>' if path else ""


def _superseded(paragraph: Paragraph, find: Find) -> str:
    if paragraph.published is None:
        return ""
    return f'<p class="superseded">Published as {escape(find(paragraph.published).cite)}: cite that.</p>'


def _lead_in(paragraph: Paragraph, find: Find) -> str:
    if paragraph.part_of is None or paragraph.kind not in STANDS_IN:
        return ""
    return f'<p class="lead-in">{escape(find(paragraph.part_of).text)}</p>'


def _copy(citation: Citation) -> str:
    return f'<button type="button" data-copy="{escape(pasted(citation))}">Copy citation</button>'


def _back(citation: Citation, turn: int) -> str:
    return f'<button type="button" class="back" data-turn="{turn}" data-n="{citation.n}">Back to the answer</button>'
