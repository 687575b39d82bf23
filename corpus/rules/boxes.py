"""Boxes and footnotes, which cut the running text wherever a page needs it."""

from dataclasses import replace

from corpus.grammar import Block, Opens
from corpus.reading import Reading
from corpus.units import Unit


def box(reading: Reading, block: Block) -> bool:
    """The title of a box opens it; the label printed there is its name, with its order if it is not the first."""
    if block.opens is not Opens.BOX:
        return False
    label = f"note/{block.label}"
    order = reading.order(label)
    name = label if order == 1 else f"{label}/{order}"
    reading.box, reading.box_listed = Unit(reading.layout.boxes, name, "note", reading.section()), False
    reading.units.append(reading.box)
    return reading.account(block, "heading", f"title of {reading.box.id}")


def inside_box(reading: Reading, block: Block) -> bool:
    """A block of the open box; its lists, whose numbers are part of its text, stand on lines of their own."""
    if not reading.box or not _belongs_to(reading.box, reading, block):
        return False
    if block.opens in (Opens.BULLET, Opens.NUMBER):
        reading.box_listed = True
        mark = f"{block.label}." if block.opens is Opens.NUMBER else "-"
        block = replace(block, label="", text=f"{mark} {block.text}", mark="")
    reading.box.add(block, new_line=bool(reading.box.raw))
    return reading.account(block, "unit", reading.box.id)


def _belongs_to(unit: Unit, reading: Reading, block: Block) -> bool:
    """A box holds one text, or lead-ins with their lists; what else stands here is the report again."""
    if block.opens in (Opens.BULLET, Opens.NUMBER) or not unit.raw:
        return True
    if block.opens is not Opens.NOTHING or not block.text[:1].isupper():
        return False
    return block.text.endswith(":") or reading.box_listed


def footnote(reading: Reading, block: Block) -> bool:
    """A footnote is a unit of its own; it leaves the paragraph it cuts open."""
    above, reading.foot = reading.foot, None
    if block.opens is Opens.FOOTNOTE:
        reading.foot = reading.unit(f"fn/{block.label}", "footnote")
    elif above and reading.layout.scan and block.opens is Opens.NOTHING and not block.indent:
        reading.foot = above  # a scan's footnote ends with its page, and the next page begins with a space
    return reading.foot is not None and reading.take(reading.foot, block)
