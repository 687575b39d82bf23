"""A unit under construction: the blocks gathered for one id, and the paragraph they become."""

import re
from dataclasses import dataclass, field
from typing import Literal

from corpus.canonical import canonical
from corpus.grammar import Block, join
from corpus.types import Kind, Paragraph, Quality

Role = Literal["unit", "heading", "furniture", "repeat", "tracked change"]


@dataclass(frozen=True)
class Account:
    """What became of the lines `first` to `last`: they are the `role` of `name`.

    `name` is a paragraph's id for a unit or a repeat of one, and otherwise which heading or furniture it is.
    `text` is their words as printed, after the `mark` that opens them ("16.", "(b)"); a `partial` account
    is of the end of a line, the rest of which has an account of its own.
    """

    first: int
    last: int
    role: Role
    name: str
    text: str
    mark: str = ""
    partial: bool = False


@dataclass
class Unit:
    """One paragraph as the reader gathers it. `raw` still carries its markup."""

    document: str
    label: str
    kind: Kind
    section: tuple[str, ...]
    markup: bool = True
    part_of: str | None = None
    quality: Quality | None = None
    hyphenated: tuple[str, ...] | None = None
    raw: str = ""
    lines: list[tuple[int, int]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """`<document>:<label>`."""
        return f"{self.document}:{self.label}"

    def add(self, block: Block, *, new_line: bool = False) -> None:
        """Append a block: as the rest of a cut text, or on a line of its own (lists inside boxes)."""
        if block.text:
            self.raw = f"{self.raw}\n{block.text}" if new_line else join(self.raw, block.text, self.hyphenated)
        self.lines.append((block.first, block.last))

    def paragraph(self) -> Paragraph:
        """The finished paragraph; its citation and its ties to others are added by the loader."""
        read = canonical(self.raw, markup=self.markup)
        return Paragraph(
            self.id, self.document, self.label, self.kind, self.section, read.text, tuple(self.lines),
            cite="", part_of=self.part_of, quality=self.quality,
            marks=tuple(read.marks), emphasis=tuple(read.emphasis),
        )  # fmt: skip


def slug(title: str) -> str:
    """A heading as it stands in an id: "Security Council" -> "security-council"."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
