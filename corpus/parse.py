"""From the lines of one source to its paragraphs: the reader that walks its blocks from top to bottom."""

import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher

from corpus.catalog import Layout, Part
from corpus.grammar import Block, Opens, blocks, heading_level, is_bare_heading, is_finished, plain_title
from corpus.numbers import settled
from corpus.scan import readable
from corpus.types import Kind
from corpus.units import Account, Unit, slug

# Copies of a paragraph may differ in a word ("Those situations" for "These situations").
_SAME_PARAGRAPH = 0.9


def parse(text: str, layout: Layout) -> tuple[list[Unit], list[Account]]:
    """The units of a source, in order of print, and an account of every block of it."""
    lines = text.splitlines()
    set_aside: list[Account] = []
    if layout.scan:
        lines, set_aside = readable(lines, layout.scan)
    reader = _Reader(layout)
    read = blocks(lines, layout.box, tuple(part.begins for part in layout.parts))
    for block in settled(read, layout) if layout.as_printed else read:
        reader.read(block)
    return reader.units, sorted(reader.accounts + set_aside, key=lambda account: account.first)


class _Reader:
    """Where the reading stands: the section, the paragraph that is open, the box that is open."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.units: list[Unit] = []
        self.accounts: list[Account] = []
        self.begun = False
        self.number = 0
        self.paragraph = ""  # the label of the numbered paragraph that items belong to
        self.lead = ""  # the label of the numbered paragraph or item that bullets hang on
        self.bullet = ""  # the label of the bullet that nested bullets hang on
        self.bullet_indent = 0
        self.part = ""
        self.sections: dict[int, str] = {1: layout.opening_section} if layout.opening_section else {}
        self.open: Unit | None = None  # the paragraph, item or bullet that a plain block continues
        self.box: Unit | None = None
        self.box_listed = False
        self.seen: dict[str, str] = {}  # words of a block -> the id or furniture it became
        self.orders: Counter[str] = Counter()

    def read(self, block: Block) -> None:
        """Find the first rule that takes the block; the order of the rules is the grammar."""
        rules: tuple[Callable[[Block], bool], ...] = (
            self._masthead, self._furniture, self._part, self._box, self._repeat, self._footnote,
            self._numbered, self._inside_box, self._item, self._heading, self._bullet, self._running,
        )  # fmt: skip
        for rule in rules:
            if rule(block):
                return

    # -- what is not text -------------------------------------------------------------------------

    def _masthead(self, block: Block) -> bool:
        here = block.first >= self.layout.begins_at
        if not self.begun and here and _as_printed(block).startswith(self.layout.begins):
            self.begun = True
        return not self.begun and self._account(block, "furniture", "masthead")

    def _furniture(self, block: Block) -> bool:
        for name in ("rule", "signature"):
            pattern = getattr(self.layout, name)
            if pattern and pattern.match(block.text):
                return self._account(block, "furniture", name)
        if block.opens is Opens.BULLET and not block.text:
            return self._account(block, "furniture", "empty bullet")
        return False

    def _part(self, block: Block) -> bool:
        for part in self.layout.parts:
            if block.text.startswith(part.begins):
                return self._begin(part, block)
        is_title = block.text.startswith(self.layout.titles) if self.layout.titles else False
        return is_title and self._account(block, "heading", "title")

    def _begin(self, part: Part, block: Block) -> bool:
        self.part, self.open = part.key, None
        self.sections = {1: part.title} if part.title else {}
        if part.kind != "memo":
            return self._account(block, "heading", part.title or "title")
        self.open = self._unit(part.key, part.kind)
        return self._take(self.open, block)

    def _repeat(self, block: Block) -> bool:
        """A page printed again: the block's words stood before, or nearly, under the same number."""
        if not self.layout.printed_again:
            return False
        words = _words(block)
        of = self.seen.get(words) or self._copy_of_number(block, words)
        return bool(of) and self._account(block, "repeat", of)

    def _copy_of_number(self, block: Block, words: str) -> str:
        if block.opens is not Opens.NUMBER or int(block.label) > self.number:
            return ""
        earlier = f"{self.layout.body}:{block.label}"
        copies = (words_before for words_before, name in self.seen.items() if name == earlier)
        alike = (SequenceMatcher(None, before, words, autojunk=False).ratio() for before in copies)
        return earlier if max(alike, default=0) > _SAME_PARAGRAPH else ""

    # -- boxes and footnotes, which cut the running text ------------------------------------------

    def _box(self, block: Block) -> bool:
        if block.opens is not Opens.BOX:
            return False
        label = self._ordered(f"note/{block.label}")
        self.box, self.box_listed = Unit(self.layout.boxes, label, "note", self._section()), False
        self.box.lines.append((block.first, block.last))
        self.units.append(self.box)
        return self._account(block, "unit", self.box.id)

    def _inside_box(self, block: Block) -> bool:
        if not self.box or not self._belongs_to(self.box, block):
            return False
        listed = block.opens in (Opens.BULLET, Opens.NUMBER)
        if listed:
            mark = f"{block.label}." if block.opens is Opens.NUMBER else "-"
            block = Block(block.opens, "", f"{mark} {block.text}", block.first, block.last)
        self.box_listed |= listed
        self.box.add(block, new_line=bool(self.box.raw))
        return self._account(block, "unit", self.box.id)

    def _belongs_to(self, box: Unit, block: Block) -> bool:
        """A box holds one text, or lead-ins with their lists; what else stands here is the report again."""
        if block.opens in (Opens.BULLET, Opens.NUMBER) or not box.raw:
            return True
        if block.opens is not Opens.NOTHING or not block.text[:1].isupper():
            return False
        return block.text.endswith(":") or self.box_listed

    def _footnote(self, block: Block) -> bool:
        if block.opens is not Opens.FOOTNOTE:
            return False
        note = Unit(self.layout.body, f"fn/{block.label}", "footnote", self._section())
        return self._take(note, block)

    # -- the running text -------------------------------------------------------------------------

    def _numbered(self, block: Block) -> bool:
        is_number = block.opens is Opens.NUMBER and self.layout.numbered
        if not is_number or not (self.layout.as_printed or int(block.label) == self.number + 1):
            return False
        self.number, self.box = self.number + 1, None
        self.paragraph = self.lead = block.label
        self.open, self.bullet = self._unit(block.label, "paragraph"), ""
        return self._take(self.open, block)

    def _item(self, block: Block) -> bool:
        if block.opens is not Opens.ITEM or not self.paragraph:
            return False
        self.lead, self.bullet = f"{self.paragraph}({block.label})", ""
        self.open = self._unit(self.lead, "item", part_of=self.paragraph)
        return self._take(self.open, block)

    def _heading(self, block: Block) -> bool:
        marked = self.layout.scan or self.layout.as_printed  # every heading is; what else is short is text
        bare = not marked and is_bare_heading(block)
        if block.opens is not Opens.HEADING and not bare:
            return False
        title = plain_title(block.text)
        level = heading_level(title)
        self.sections = {at: old for at, old in self.sections.items() if at < level} | {level: title}
        self.open, self.box = None, None
        self.paragraph = self.lead = self.bullet = ""
        return self._account(block, "heading", title)

    def _bullet(self, block: Block) -> bool:
        if block.opens is not Opens.BULLET:
            return False
        outdented = block.text.startswith(self.layout.outdented) if self.layout.outdented else False
        nested = bool(self.bullet) and block.indent > self.bullet_indent and not outdented
        label = self._bullet_label(block.indent, nested=nested)
        parent = label.rpartition("/")[0] if self.lead or nested else self._lead_in()
        self.open = self._unit(label, "bullet", part_of=parent)
        return self._take(self.open, block)

    def _bullet_label(self, indent: int, *, nested: bool) -> str:
        if nested:
            return self._next_label(self.bullet)
        self.bullet = self._next_label(self.lead or self._place())
        self.bullet_indent = indent
        return self.bullet

    def _lead_in(self) -> str | None:
        """The unnumbered paragraph that introduces the bullets of this section ("... measures:")."""
        above = (unit for unit in reversed(self.units) if unit.kind != "bullet")
        unit = next(above, None)
        here = unit and unit.section == self._section() and unit.raw.endswith(":")
        return unit.label if unit and here else None

    def _running(self, block: Block) -> bool:
        """Plain text: the rest of what a page, a footnote or a box cut, or a paragraph without a number."""
        if self.open and (self.lead or self.open.kind == "memo" or self._is_rest(block)):
            self.box = None
            return self._take(self.open, block)
        kind: Kind = "summary" if self._place() == "summary" else "paragraph"
        self.open = self._unit(self._next_label(self._place()), kind)
        return self._take(self.open, block)

    def _is_rest(self, block: Block) -> bool:
        return bool(self.open and not is_finished(self.open.raw) and block.text[:1].islower())

    # -- the bookkeeping --------------------------------------------------------------------------

    def _unit(self, label: str, kind: Kind, part_of: str | None = None) -> Unit:
        parent = f"{self.layout.body}:{part_of}" if part_of else None
        quality = self.layout.scan.quality(label) if self.layout.scan else None
        return Unit(self.layout.body, label, kind, self._section(), self.layout.markup, parent, quality)

    def _take(self, unit: Unit, block: Block) -> bool:
        if not unit.lines:
            self.units.append(unit)
        unit.add(block)
        return self._account(block, "unit", unit.id)

    def _account(self, block: Block, role: str, name: str) -> bool:
        self.accounts.append(Account(block.first, block.last, role, name))
        if role != "repeat":
            self.seen.setdefault(_words(block), name)
        return True

    def _section(self) -> tuple[str, ...]:
        return tuple(title for _, title in sorted(self.sections.items()))

    def _place(self) -> str:
        """Where an unnumbered paragraph stands, as its label begins: "annex-1/introduction", "summary"."""
        headings = [slug(title) for level, title in sorted(self.sections.items()) if level > 1 or not self.part]
        if self.layout.as_printed and headings != ["summary"]:
            return "unnumbered" if self.layout.numbered else "text"
        return "/".join([self.part, *headings] if self.part else headings)

    def _order(self, place: str) -> int:
        self.orders[place] += 1
        return self.orders[place]

    def _next_label(self, place: str) -> str:
        return f"{place}/{self._order(place)}"

    def _ordered(self, label: str) -> str:
        order = self._order(label)
        return label if order == 1 else f"{label}/{order}"


def _as_printed(block: Block) -> str:
    return f"{block.label}. {block.text}" if block.opens is Opens.NUMBER else plain_title(block.text)


def _words(block: Block) -> str:
    """The words of a block, to tell a copy from its original whatever is bold or linked in either."""
    bare = re.sub(r"\]\([^)]*\)", "", block.text)
    return f"{block.opens.value} {block.label} " + " ".join(re.findall(r"\w+", bare.lower()))
