"""How an added text is laid out, told from the text alone: where its body begins, and whether it is numbered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.catalog import Layout
from corpus.errors import DocumentError
from corpus.grammar import Block, Opens, blocks, is_finished, plain_title
from corpus.numbers import Numbering, numbering

MOST_CHARACTERS = 2_000_000  # some 700 pages
MOST_BLOCKS = 5_000
# No line of a masthead has so many words and ends as a sentence; in a text without numbers fewer must do.
_PROSE, _FEW_WORDS = 8, 2
_END = re.compile(r"[.?!:;][\"”’)\]*¹²³⁴⁵⁶⁷⁸⁹⁰]*$")
_FIRST_HEADING = re.compile(r"(?:Summary|I\.\s.+|(?:I\. )?Introduction)$")
# Where a page begins, a rule, and a line of a table of contents: no words of the text.
FURNITURE = re.compile(r"(?=.{1,300}$)(?:\[page \d+\]$|[-_]{3,}$|.{2,200}?(?:\s?[.…]){4,}\s*\d{1,4}$)")


@dataclass(frozen=True)
class Survey:
    """A text ready to be read: what only looks like a number or letter of a paragraph has a backslash before it."""

    text: str
    layout: Layout
    numbering: Numbering


def survey(text: str, document_id: str, source: str) -> Survey:
    """How to read a text. Raises DocumentError if there is nothing in it, or far too much."""
    read = list(blocks(text.splitlines()))
    if not any(re.search(r"\w", block.text) for block in read):
        raise DocumentError("The file has no words: name one that does.")
    if len(text) > MOST_CHARACTERS or len(read) > MOST_BLOCKS:
        raise DocumentError(f"The text has {len(text):,} characters in {len(read):,} paragraphs: split it.")
    begin = _begin(read, _PROSE)
    numbered = _is_numbered(read[begin:])
    begin = begin if numbered else _begin(read, _FEW_WORDS)
    layout = layout_of(document_id, source, read[begin].first, numbered=numbered)
    found = numbering(read, layout)
    escaped = _escaped(text, read, found)
    if escaped == text:
        return Survey(text, layout, found)
    again = survey(escaped, document_id, source)  # a line now ends where it did not, or where a blank one was
    return replace(again, numbering=replace(again.numbering, in_lists=again.numbering.in_lists + found.in_lists))


def layout_of(document_id: str, source: str, begins_at: int, *, numbered: bool) -> Layout:
    """The layout of an added document: all that differs from one to the other."""
    return Layout(
        source, document_id, begins="", begins_at=begins_at, numbered=numbered, as_printed=True, rule=FURNITURE
    )


def _begin(read: Sequence[Block], least: int) -> int:
    """Where the body begins: with its first heading, paragraph or prose; what is above is masthead."""
    numbers = numbering(read, layout_of("", "", 0, numbered=True)).labels
    opens_body = (at for at, block in enumerate(read) if _is_first_heading(read, at) or _is_text(block, numbers, least))
    first = next(opens_body, 0)
    if read[first].opens is Opens.HEADING:
        return first
    above = first
    while above and read[above - 1].opens is Opens.HEADING:
        above -= 1
    known = (at for at in range(above, first) if _FIRST_HEADING.match(_title(read[at])))
    return next(known, max(above, first - 1))


def _is_first_heading(read: Sequence[Block], at: int) -> bool:
    """A heading that bodies begin with, and text right below; in a table of contents there is none."""
    below = read[at + 1] if at + 1 < len(read) else None
    has_text = below is not None and below.opens is Opens.NOTHING and not FURNITURE.match(below.text)
    return read[at].opens is Opens.HEADING and bool(_FIRST_HEADING.match(_title(read[at]))) and has_text


def _is_text(block: Block, numbers: dict[int, str], least: int) -> bool:
    """Whether a block is a numbered paragraph, or prose: sentences, not the lines of a masthead."""
    if FURNITURE.match(block.text):
        return False
    if block.opens is Opens.NUMBER:
        return block.first in numbers
    return block.opens is Opens.NOTHING and len(block.text.split()) >= least and bool(_END.search(block.text[-20:]))


def _title(block: Block) -> str:
    return plain_title(block.text)


def _is_numbered(body: Sequence[Block]) -> bool:
    """Whether numbered paragraphs make up the better part of the body; a list in a letter does not."""
    labels = numbering(body, layout_of("", "", 0, numbered=True)).labels
    numbers = [at for at, block in enumerate(body) if block.opens is Opens.NUMBER and block.first in labels]
    if len(numbers) < 2:
        return False
    words = [len(block.text) for block in body]
    return sum(words[numbers[0] :]) >= sum(words) / 2


def _escaped(text: str, read: Sequence[Block], found: Numbering) -> str:
    """The text with a backslash in every number and letter that opens nothing, so that it reads as text.

    In a list it still begins a paragraph; after half a sentence it continues it ("... in paragraph" "138. The").
    """
    lines = text.splitlines()
    for block in reversed(read):
        if block.opens in (Opens.NUMBER, Opens.ITEM) and block.first not in found.labels:
            at = block.first - 1
            above = lines[at - 1] if at else ""
            lines[at] = re.sub(r"^([\s*-]*)(?:(\d+)\.|\()", _with_backslash, lines[at], count=1)
            lines[at:at] = [""] if above.strip() and is_finished(above) else []
    return "\n".join(lines) + "\n"


def _with_backslash(mark: re.Match[str]) -> str:
    return f"{mark[1]}{mark[2]}\\." if mark[2] else f"{mark[1]}\\("
