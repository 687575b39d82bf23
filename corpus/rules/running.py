"""The running text: numbered paragraphs, items, bullets, headings, and the rest of what was cut."""

from corpus.grammar import Block, Opens, heading_level, is_bare_heading, is_finished, plain_title
from corpus.reading import Reading
from corpus.types import Kind


def numbered(reading: Reading, block: Block) -> bool:
    """The paragraph with the next number; any other opens nothing. Of an added document that is settled already."""
    if block.opens is not Opens.NUMBER or not reading.layout.numbered:
        return False
    if not reading.layout.as_printed and int(block.label) != reading.number + 1:
        return False
    if reading.layout.scan and (lost := reading.layout.scan.headings_lost.get(block.label)):
        reading.enter(heading_level(lost.strip("[]")), lost)
    reading.number, reading.box = reading.number + 1, None
    reading.paragraph, reading.lead, reading.bullet = block.label, block.label, ""
    reading.open = reading.unit(block.label, "paragraph")
    return reading.take(reading.open, block)


def item(reading: Reading, block: Block) -> bool:
    """A lettered item of the numbered paragraph above."""
    if block.opens is not Opens.ITEM or not reading.paragraph:
        return False
    reading.lead, reading.bullet = f"{reading.paragraph}({block.label})", ""
    reading.open = reading.unit(reading.lead, "item", part_of=reading.paragraph)
    return reading.take(reading.open, block)


def heading(reading: Reading, block: Block) -> bool:
    """A heading; in a scan only those that the catalog declares, with their true wording.

    In an added document all are marked; what is short there and marks nothing is text.
    """
    scan = reading.layout.scan
    if block.opens is not Opens.HEADING and (scan or reading.layout.as_printed or not is_bare_heading(block)):
        return False
    title = plain_title(block.text)
    if scan:
        title = scan.headings.get(block.text, title)
    if not title:  # the rest of the document's own title
        return reading.account(block, "heading", "title")
    reading.enter(heading_level(title), title)
    reading.open, reading.box = None, None
    reading.paragraph = reading.lead = reading.bullet = ""
    return reading.account(block, "heading", title)


def bullet(reading: Reading, block: Block) -> bool:
    """A bullet of the paragraph above, or of the section where paragraphs have no numbers."""
    if block.opens is not Opens.BULLET:
        return False
    outdented = block.text.startswith(reading.layout.outdented) if reading.layout.outdented else False
    inner = bool(reading.bullet) and block.indent > reading.bullet_indent
    nested = inner and not outdented and not reading.layout.scan
    label = _bullet_label(reading, block.indent, nested=nested)
    parent = label.rpartition("/")[0] if reading.lead or nested else _lead_in(reading)
    reading.open = reading.unit(label, "bullet", part_of=parent)
    return reading.take(reading.open, block)


def _bullet_label(reading: Reading, indent: int, *, nested: bool) -> str:
    if nested:
        return reading.next_label(reading.bullet)
    reading.bullet, reading.bullet_indent = reading.next_label(reading.lead or reading.place()), indent
    return reading.bullet


def _lead_in(reading: Reading) -> str | None:
    """The unnumbered paragraph that introduces the bullets of this section ("... measures:")."""
    above = (unit for unit in reversed(reading.units) if unit.kind != "bullet")
    unit = next(above, None)
    here = unit and unit.section == reading.section() and unit.raw.endswith(":")
    return unit.label if unit and here else None


def running(reading: Reading, block: Block) -> bool:
    """Plain text: the rest of what a page, a footnote or a box cut, or a paragraph without a number."""
    unit = reading.open
    if unit and (reading.lead or unit.kind == "memo" or _is_rest(unit.raw, block)):
        reading.box = None
        return reading.take(unit, block)
    kind: Kind = "summary" if reading.place() == "summary" else "paragraph"
    reading.open = reading.unit(reading.next_label(reading.place()), kind)
    return reading.take(reading.open, block)


def _is_rest(half: str, block: Block) -> bool:
    return not is_finished(half) and block.text[:1].islower()
