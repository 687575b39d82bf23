"""Questions that ask for a register are answered from it: who must do what, a country, what worked, how an ask changed.

Only a question that is nothing else is taken: any word more, and the search answers it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from assistant.mentions import named_places
from assistant.question import Question
from assistant.registers.lessons import tells_outcome
from assistant.registers.types import FORCES, Force, Lesson, Obligation, Polarity, Registers, statements
from assistant.registers.who_must import ANYWAY, MOST, obligations, theme_called, who_must
from assistant.registers.years import across_the_years
from assistant.statement import Statement
from assistant.types import Citation
from corpus.load import Corpus
from index.lexical import stems

_TEXTS = (
    r"(?:the )?(?:corpus|reports?|documents?|texts?|un|united nations|secretary-general|paragraphs?|they|it|sources?)"
)
_COUNTRY = re.compile(
    rf"(?:what|where|how|which paragraphs?) (?:do|does|is|are|did)?\s*{_TEXTS}? ?(?:say|says|said|tell us|mention"
    rf"|mentions|mentioned|named"
    r"|written|known)(?: (?:about|on|of))? #(?: (?:mentioned|named|cited|described))?"
    r"|(?:where|how|why|for what) (?:is|was) # (?:mentioned|named|cited|described)(?: in .{3,30})?"
    r"|which paragraphs (?:mention|name|cite) #"
)
_LESSONS = re.compile(
    r"what (?:has |have |had )?(?P<what>worked|failed|gone wrong|went wrong|did not work|didn't work|not worked)"
    rf"(?: (?:best|well|so far|in practice|in the past|before))?{ANYWAY}"
)
_CHANGED = re.compile(
    r"how (?:did|has|have|does|do) (?:the |their |its )?(?:asks?|calls?|recommendations?|demands?|requests?"
    r"|positions?|language|wording|advice)"
    r" (?:on|about|for|regarding) (?:the )?(?P<theme>.+?) (?:been )?(?:changed?|evolved?|develop(?:ed)?|differ(?:ed)?"
    r"|shift(?:ed)?)"
    r"(?: (?:over|across|through) (?:the )?(?:years|time|reports)| (?:from|since|between) .{4,40})?"
)


def from_registers(asked: Question, registers: Registers, corpus: Corpus) -> list[Statement]:
    """The statements that answer a question which plainly asks for a register; none if it is not of that kind."""
    if asked.by_place or asked.within or asked.manner or asked.context:
        return []
    text = _plain(asked.focus)
    if wanted := who_must(text):
        return obligations(wanted, asked, registers, corpus)
    if found := _LESSONS.fullmatch(text):
        return _lessons("worked" if found["what"] == "worked" else "failed", asked, registers)
    if (found := _CHANGED.fullmatch(text)) and (theme := theme_called(found["theme"])):
        return _across_the_years(theme, found["theme"], asked, registers, corpus)
    return _on_country(asked, registers)


def with_force(citations: Iterable[Citation], registers: Registers) -> list[Citation]:
    """The citations, each with the force of its words."""
    return [replace(one, force=force_of(one.id, one.start, one.end, registers)) for one in citations]


def force_of(paragraph: str, start: int, end: int, registers: Registers) -> Force | None:
    """The strongest force of the sentences that a span quotes, wholly or for the most part; None if none asks."""
    quoted = [one.force for one in registers.of(paragraph) if _is_quoted(one, start, end)]
    return min(quoted, key=FORCES.index, default=None)


def _is_quoted(one: Obligation, start: int, end: int) -> bool:
    shared = min(one.end, end) - max(one.start, start)
    return 2 * shared >= min(one.end - one.start, end - start) > 0


def _plain(text: str) -> str:
    """A question in small letters, without its end, politeness and the names spelled out behind acronyms."""
    folded = " ".join(re.sub(r"\([^)]*\)", " ", text.casefold()).replace("’", "'").split())
    polite = re.sub(r"^(?:please|and|so|ok|tell me|say|according to the (?:reports?|texts?)),? ", "", folded)
    return polite.rstrip(" ?.!")


def _lessons(polarity: Polarity, asked: Question, registers: Registers) -> list[Statement]:
    """One of a paragraph that tells an outcome, of every document as many as of the others; most telling ones first."""
    told = [
        one
        for one in registers.lessons
        if one.polarity == polarity and one.document in asked.documents and tells_outcome(one)
    ]
    of: dict[str, dict[str, Lesson]] = {}
    for one in told:
        of.setdefault(one.document, {}).setdefault(one.paragraph, one)
    columns = sorted((list(lessons.values()) for lessons in of.values()), key=len, reverse=True)
    kept = [one for row in zip_longest(*columns) for one in row if one][:MOST]
    return statements([one for column in columns for one in column if one in kept])


def _across_the_years(theme: str, typed: str, asked: Question, registers: Registers, corpus: Corpus) -> list[Statement]:
    """What the documents ask on a theme; of one known by part of it ("veto"), if every quotation has a word of that."""
    cells = [cell for cell in across_the_years(theme, registers, corpus) if cell.document in asked.documents]
    asks = [cell for cell in cells if cell.paragraph and cell.force]
    wanted, *quoted = stems([typed, *(cell.quote or "" for cell in asks)])
    if theme.casefold() not in typed and not all(set(wanted) & set(one) for one in quoted):
        return []
    return [Statement(one.paragraph or "", one.start or 0, one.end or 0) for one in asks]


def _on_country(asked: Question, registers: Registers) -> list[Statement]:
    """The first sentences, at most MOST, that name the one country a question is about and says nothing else of."""
    named = tuple(named_places(asked.focus))
    if len({one.name for one in named}) != 1:
        return []
    start, end = named[0].start, named[0].end
    rest = _plain(f"{asked.focus[:start].removesuffix('the ')}#{asked.focus[end:]}")
    if rest != "#" and not _COUNTRY.fullmatch(rest):
        return []
    mentions = [one for one in registers.countries if one.country == named[0].name and one.document in asked.documents]
    return statements(mentions[:MOST])
