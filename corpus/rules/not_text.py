"""What is not text: the masthead, furniture, the titles of parts, and pages that are printed again."""

from difflib import SequenceMatcher

from corpus.catalog import Part
from corpus.grammar import Block, Opens, plain_title
from corpus.reading import Reading, words

# Copies of a paragraph may differ in a word ("Those situations" for "These situations").
_SAME_PARAGRAPH = 0.9


def masthead(reading: Reading, block: Block) -> bool:
    """All that stands before the words (of an added document: the line) with which the text begins."""
    here = block.first >= reading.layout.begins_at
    if not reading.begun and here and _as_printed(block).startswith(reading.layout.begins):
        reading.begun = True
    return not reading.begun and reading.account(block, "furniture", "masthead")


def furniture(reading: Reading, block: Block) -> bool:
    """Rules between pages, signatures, bullets with nothing after them."""
    for name in ("rule", "signature"):
        pattern = getattr(reading.layout, name)
        if pattern and pattern.match(block.text):
            return reading.account(block, "furniture", name)
    if block.opens is Opens.BULLET and not block.text:
        return reading.account(block, "furniture", "empty bullet")
    return False


def part(reading: Reading, block: Block) -> bool:
    """The title of a part (an annex, a memo), which begins its labels anew; and other titles."""
    for one in reading.layout.parts:
        if block.text.startswith(one.begins):
            return _begin(one, reading, block)
    titles = reading.layout.titles
    return bool(titles) and block.text.startswith(titles) and reading.account(block, "heading", "title")


def _begin(one: Part, reading: Reading, block: Block) -> bool:
    reading.part, reading.open = one.key, None
    reading.sections = {1: one.title} if one.title else {}
    if one.kind != "memo":
        return reading.account(block, "heading", one.title or "title")
    reading.open = reading.unit(one.key, one.kind)
    return reading.take(reading.open, block)


def repeat(reading: Reading, block: Block) -> bool:
    """A page printed again: the block's words stood before, or nearly, under the same number."""
    if not reading.layout.printed_again:
        return False
    of = reading.seen.get(words(block)) or _copy_of_number(reading, block)
    return bool(of) and reading.account(block, "repeat", of)


def _copy_of_number(reading: Reading, block: Block) -> str:
    if block.opens is not Opens.NUMBER or int(block.label) > reading.number:
        return ""
    earlier = f"{reading.layout.body}:{block.label}"
    copies = (before for before, name in reading.seen.items() if name == earlier)
    alike = (SequenceMatcher(None, before, words(block), autojunk=False).ratio() for before in copies)
    return earlier if max(alike, default=0) > _SAME_PARAGRAPH else ""


def _as_printed(block: Block) -> str:
    return f"{block.label}. {block.text}" if block.opens is Opens.NUMBER else plain_title(block.text)
