"""A theme across the years: of each document the one paragraph that asks most plainly, or that it says nothing.

Where the ask of a theme returns, its force in each document is told beside the others: that is its change.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.registers.themes import ask_of, words_of
from assistant.registers.types import FORCES, Force, Lesson, Obligation, Registers
from corpus.load import Corpus
from corpus.sentences import sentences
from corpus.types import Document


@dataclass(frozen=True)
class Cell:
    """What one document says on a theme: `quote` is `text[start:end]` of `paragraph`; all are None if it is silent.

    `force` is None where the paragraph speaks of the theme and asks nothing. `same_ask` says that the quotation is
    the theme's own ask, which returns in other documents.
    """

    theme: str
    document: str
    year: int
    paragraph: str | None = None
    force: Force | None = None
    voice: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    same_ask: bool = False

    @property
    def silent(self) -> bool:
        """Whether the document says nothing on the theme."""
        return self.paragraph is None


def across_the_years(theme: str, registers: Registers, corpus: Corpus) -> tuple[Cell, ...]:
    """A cell a document, by date; drafts and study guides are not compared."""
    compared = [one for one in corpus.documents.values() if not one.confidential and not one.is_guide]
    return tuple(_cell(theme, one, registers, corpus) for one in sorted(compared, key=lambda one: one.date))


def changes(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells in which a theme's ask returns, by date; none if it stands in one document only."""
    same = tuple(cell for cell in cells if cell.same_ask)
    return same if len(same) > 1 else ()


def _cell(theme: str, document: Document, registers: Registers, corpus: Corpus) -> Cell:
    asked = [one for one in registers.obligations if one.document == document.id and theme in one.themes]
    if asked:
        best = max(asked, key=lambda one: _weight(theme, one, corpus))
        same = bool(ask_of(theme).search(best.quote))
        return _of(best, theme, document, best.force, same_ask=same)
    learned = [one for one in registers.lessons if one.document == document.id and theme in one.themes]
    if learned:
        return _of(max(learned, key=lambda one: _matches(theme, one.quote)), theme, document, None)
    return _mentioned(theme, document, corpus)


def _weight(theme: str, one: Obligation, corpus: Corpus) -> tuple[bool, bool, int, int]:
    """The theme's own ask before others, then what stands in a list, the strongest, what is most on the theme."""
    listed = corpus.get(one.paragraph).kind in ("item", "bullet")
    return (
        bool(ask_of(theme).search(one.quote)), listed, -FORCES.index(one.force), _matches(theme, one.quote),
    )  # fmt: skip


def _matches(theme: str, text: str) -> int:
    return len(words_of(theme).findall(text))


def _of(
    record: Obligation | Lesson, theme: str, document: Document, force: Force | None, *, same_ask: bool = False
) -> Cell:
    return Cell(
        theme, document.id, document.year, record.paragraph, force, record.voice, record.quote, record.start,
        record.end, same_ask,
    )  # fmt: skip


def _mentioned(theme: str, document: Document, corpus: Corpus) -> Cell:
    """The sentence that speaks of the theme most, where none asks and none is a lesson; else silence."""
    spoken = [
        (_matches(theme, paragraph.text[span.start : span.end]), paragraph, span)
        for paragraph in corpus.of(document.id)
        if paragraph.kind != "footnote"
        for span in sentences(paragraph.text)
    ]
    most, paragraph, span = max(spoken, key=lambda one: one[0], default=(0, None, None))
    if not most or paragraph is None or span is None:
        return Cell(theme, document.id, document.year)
    return Cell(
        theme, document.id, document.year, paragraph.id, None, None, paragraph.text[span.start : span.end],
        span.start, span.end,
    )  # fmt: skip
