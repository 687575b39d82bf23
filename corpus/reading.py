"""Where the reading of a source stands: the section, the paragraph that is open, the box that is open."""

import re
from collections import Counter
from dataclasses import dataclass, field

from corpus.catalog import Layout
from corpus.grammar import Block
from corpus.types import Kind
from corpus.units import Account, Role, Unit, slug


@dataclass
class Reading:
    """What the rules know and write: the units and accounts so far, and the places they are counted by."""

    layout: Layout
    units: list[Unit] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    begun: bool = False
    number: int = 0
    paragraph: str = ""  # the label of the numbered paragraph that items belong to
    lead: str = ""  # the label of the numbered paragraph or item that bullets hang on
    bullet: str = ""  # the label of the bullet that nested bullets hang on
    bullet_indent: int = 0
    part: str = ""
    sections: dict[int, str] = field(default_factory=dict)  # level -> heading
    open: Unit | None = None  # the paragraph, item or bullet that a plain block continues
    foot: Unit | None = None  # the footnote that the block before was of
    box: Unit | None = None
    box_listed: bool = False
    seen: dict[str, str] = field(default_factory=dict)  # words of a block -> the id or furniture it became
    orders: Counter[str] = field(default_factory=Counter)

    def account(self, block: Block, role: Role, name: str) -> bool:
        """Note what became of the block. True: the block is taken."""
        self.accounts.append(Account(block.first, block.last, role, name, block.text, block.mark))
        if role != "repeat":
            self.seen.setdefault(words(block), name)
        return True

    def take(self, unit: Unit, block: Block) -> bool:
        """Add the block to the unit, which stands among the others from its first block on."""
        if not unit.lines:
            self.units.append(unit)
        unit.add(block)
        return self.account(block, "unit", unit.id)

    def unit(self, label: str, kind: Kind, part_of: str | None = None) -> Unit:
        """A new unit of the document that this source mainly is."""
        layout = self.layout
        return Unit(
            layout.body, label, kind, self.section(),
            markup=layout.markup,
            part_of=f"{layout.body}:{part_of}" if part_of else None,
            quality=layout.scan.declared_quality(label) if layout.scan else None,
            hyphenated=layout.scan.hyphenated if layout.scan else None,
        )  # fmt: skip

    def section(self) -> tuple[str, ...]:
        """The headings above, outermost first."""
        return tuple(title for _, title in sorted(self.sections.items()))

    def enter(self, level: int, title: str) -> None:
        """Begin the section `title`, which ends those of its level and below."""
        self.sections = {at: old for at, old in self.sections.items() if at < level} | {level: title}

    def place(self) -> str:
        """Where an unnumbered paragraph stands, as its label begins: "annex-1/introduction", "summary"."""
        headings = [slug(title) for level, title in sorted(self.sections.items()) if level > 1 or not self.part]
        if self.layout.as_printed and headings != ["summary"]:
            return "unnumbered" if self.layout.numbered else "text"
        return "/".join([self.part, *headings] if self.part else headings)

    def order(self, place: str) -> int:
        """How many stand at this place, with the next one."""
        self.orders[place] += 1
        return self.orders[place]

    def next_label(self, place: str) -> str:
        """The label of the next unnumbered one at this place: "annex-1/introduction/2"."""
        return f"{place}/{self.order(place)}"


def words(block: Block) -> str:
    """The words of a block, to tell a copy from its original whatever is bold or linked in either."""
    bare = re.sub(r"\]\([^)]*\)", "", block.text)
    return f"{block.opens.value} {block.label} " + " ".join(re.findall(r"\w+", bare.lower()))
