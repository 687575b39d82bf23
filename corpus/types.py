"""The words this project thinks in: a document, and a paragraph of it that can be cited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["paragraph", "item", "bullet", "summary", "footnote", "note", "memo"]


@dataclass(frozen=True)
class Document:
    """One text as the catalog describes it.

    `short` is how a sentence calls it ("2019 report"), `cite` the stem of its citations
    ("A/73/898-S/2019/463"); `names` are what people call it;
    `expects` says how many paragraphs of each kind it is known to have.
    """

    id: str
    short: str
    title: str
    cite: str
    date: str
    year: int
    status: str
    source: str
    sha256: str
    names: tuple[str, ...] = ()
    expects: Mapping[Kind, int] = field(default_factory=dict, hash=False)
    confidential: bool = False


@dataclass(frozen=True)
class Mark:
    """A footnote mark lifted out of a paragraph: footnote `number` is cited at offset `at` of the text."""

    number: int
    at: int


@dataclass(frozen=True)
class Span:
    """The characters `start` to `end` (exclusive) of a paragraph's text."""

    start: int
    end: int


@dataclass(frozen=True)
class Paragraph:
    """The smallest thing that has an id: a numbered paragraph, item, bullet, footnote, note or memo.

    `text` is canonical (see corpus/canonical.py); offsets everywhere in the project count its
    characters. `lines` are the source's line ranges, from 1, both ends included. `cite` is the form
    people read. `part_of`, `notes`, `footnotes` and `published` are ids of other paragraphs.
    """

    id: str
    document: str
    label: str
    kind: Kind
    section: tuple[str, ...]
    text: str
    lines: tuple[tuple[int, int], ...]
    cite: str
    part_of: str | None = None
    notes: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    published: str | None = None
    quality: str | None = None
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[Span, ...] = ()
