"""The words this project thinks in: a document, and a paragraph of it that can be cited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["paragraph", "item", "bullet", "summary", "footnote", "note", "memo"]
# What is known of a paragraph read from a scan; the worst that is true of it (corpus/quality.py).
Quality = Literal["clean", "damaged", "number inferred", "opening lost"]
QUALITIES: tuple[Quality, ...] = ("clean", "damaged", "number inferred", "opening lost")


@dataclass(frozen=True)
class Document:
    """One text as the catalog describes it.

    `short` is how a sentence calls it ("2019 report"), `cite` the stem of its citations
    ("A/73/898-S/2019/463"); `names` are what people call it, `author` is the surname of whose report it is;
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
    author: str = ""
    expects: Mapping[Kind, int] = field(default_factory=dict, hash=False)
    confidential: bool = False

    @property
    def is_guide(self) -> bool:
        """Whether it is a study guide: notes that are printed with a report, and no United Nations text."""
        return self.status == "study guide"


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
class TrackedChange:
    """A reviewer's balloon printed beside a draft: words that were deleted, or how they were formatted.

    It is no part of the draft's text. `text` is what can be read of it ("" where nothing can).
    """

    kind: Literal["deleted", "formatted"]
    text: str
    lines: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Repeat:
    """A paragraph, or a part of it, that its source prints again at `lines`; the first copy is the one kept.

    `differs` has the words in which this copy is unlike the kept one: (kept, here), each "" if there are none.
    """

    lines: tuple[int, int]
    differs: tuple[tuple[str, str], ...] = ()


def document_of(paragraph_id: str) -> str:
    """The id of the document that a paragraph belongs to: "sg-2019:1" -> "sg-2019"."""
    return paragraph_id.partition(":")[0]


@dataclass(frozen=True)
class Paragraph:
    """The smallest thing that has an id: a numbered paragraph, item, bullet, footnote, note or memo.

    `text` is canonical (see corpus/canonical.py); offsets everywhere in the project count its
    characters. `lines` are the source's line ranges, from 1, both ends included. `cite` is the form
    people read. `part_of`, `notes`, `footnotes` and `published` are ids of other paragraphs.
    `quality`, `tracked_changes` and `out_of_place` (words the scan prints away from where they belong)
    are known of a scanned draft only.
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
    quality: Quality | None = None
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[Span, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    tracked_changes: tuple[TrackedChange, ...] = ()
    out_of_place: tuple[Span, ...] = ()
