"""The Markdown of an answer, to HTML and to plain text. Everything in it is data: none of it is markup.

markdown-it starts from nothing ("zero") and is given only the blocks an answer is written in. Links, images,
HTML and code do not exist here, so no question and no source can bring one onto the page; nor do emphasis
and escapes, so a quotation keeps every asterisk, underscore and backslash of its source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from assistant.types import Answer, Citation
from assistant.views.statuses import colour

RULES = ["blockquote", "list", "newline"]
# More steps than this would make a long answer wait for its own show.
MOST_STEPS = 12
_MARKER = re.compile(r"\[(\d{1,3})\]")
# Stands before the words that nothing has checked yet; its sign, of no script, is taken out of everything else.
_SIGN = "\ue000"
_UNCHECKED = f"[{_SIGN}]"
_OPENING = re.compile(r"\s*(?:[-*•]\s+|\d{1,2}[.)]\s+)?")  # of a line of a list, which makes it one


def answer_html(answer: Answer, turn: int, unchecked: str = "") -> str:
    """The answer as HTML; its markers are buttons that open source n of this turn.

    Words that are still `unchecked` follow, set apart, and no marker is read in them.
    """
    html: str = _reader().render(answer.answer.replace(_SIGN, "") + _tail(unchecked), _environment(answer, turn))
    return html


def answer_text(answer: Answer) -> str:
    """The answer as it can be pasted anywhere: plain words, markers, and the list of sources."""
    blocks = _reader().parse(answer.answer, _environment(answer, 0))
    lines = [_plain(block.children or []) for block in blocks if block.type == "inline"]
    sources = [f"[{citation.n}] {citation.cite}" for citation in answer.citations]
    return "\n\n".join([*lines, "\n".join(sources)]).strip()


def growing(answer: Answer) -> Iterator[Answer]:
    """The answer as it grows, by whole paragraphs and list items, so that no quotation is ever shown cut.

    Each is an answer in its own right: it cites what it shows and nothing else.
    """
    lines = answer.answer.splitlines(keepends=True)
    ends = _block_ends(answer.answer)
    stride = max(1, -(-len(ends) // MOST_STEPS))
    for end in ends[stride - 1 :: stride]:
        text = "".join(lines[:end])
        shown = {int(n) for n in _MARKER.findall(text)}
        cited = tuple(citation for citation in answer.citations if citation.n in shown)
        yield replace(answer, answer=text, citations=cited)


def _block_ends(markdown: str) -> list[int]:
    """The line after each list item, quotation and paragraph that is not inside another."""
    whole = {("list_item_open", 1), ("blockquote_open", 0), ("paragraph_open", 0)}
    blocks = _reader().parse(markdown, {"cited": {}})
    return [block.map[1] for block in blocks if block.map and (block.type, block.level) in whole]


def _tail(unchecked: str) -> str:
    words = unchecked.replace(_SIGN, "")
    opening = _OPENING.match(words)
    begins = opening[0] if opening else ""
    rest = " ".join(words[len(begins) :].split())
    return f"{begins}{_UNCHECKED}{rest}" if rest else ""


def _environment(answer: Answer, turn: int) -> dict[str, Any]:
    return {"turn": turn, "cited": {citation.n: citation for citation in answer.citations}}


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "breaks": True}).enable(RULES)
    reader.inline.ruler.before("newline", "marker", _read_marker)
    reader.inline.ruler.before("marker", "unchecked", _read_unchecked)
    reader.add_render_rule("marker", _render_marker)
    reader.add_render_rule("unchecked", _render_unchecked)
    return reader


def _read_marker(state: StateInline, silent: bool) -> bool:
    """[n] is a marker where the answer has a citation n; anywhere else it stays the text it is."""
    found = _MARKER.match(state.src, state.pos)
    if found is None or int(found[1]) not in state.env["cited"]:
        return False
    if not silent:
        state.push("marker", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _read_unchecked(state: StateInline, silent: bool) -> bool:
    """From its sign on, what nothing has checked yet, to the end."""
    if not state.src.startswith(_UNCHECKED, state.pos):
        return False
    if not silent:
        state.push("unchecked", "", 0).content = state.src[state.pos + len(_UNCHECKED) :]
    state.pos = state.posMax
    return True


def _render_unchecked(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    return f'<span class="unchecked">{escape(tokens[index].content)}</span>'


def _render_marker(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    n = int(tokens[index].content)
    return marker(env["cited"][n], env["turn"])


def marker(citation: Citation, turn: int) -> str:
    """The button that opens source n of a turn in the Sources panel."""
    label = escape(f"Source {citation.n}: {citation.cite}")
    return (
        f'<button type="button" class="marker marker-{colour(citation.status)}"'
        f' data-turn="{turn}" data-n="{citation.n}"'
        f' aria-label="{label}" title="{label}">{citation.n}</button>'
    )


def _plain(tokens: Sequence[Token]) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    marks = {"marker": "[{}]"}
    return "".join(breaks.get(token.type, marks.get(token.type, "{}").format(token.content)) for token in tokens)
