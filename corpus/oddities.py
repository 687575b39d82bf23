"""What a person should know of an added document before it is kept: what is odd about its numbers and footnotes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.numbers import Numbering
from corpus.types import Paragraph

_MOST = 8  # of a kind are named; of more the number is told


def oddities(numbering: Numbering, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """One line each; none if there is nothing to tell."""
    yield from _told("numbering jumps", numbering.gaps)
    yield from _told("stands more than once", [_cite(name) for name in numbering.repeats])
    yield from _told("numbering begins again", numbering.restarts)
    if numbering.in_lists:
        yield f"numbers that open no paragraph (lists, broken lines): {numbering.in_lists}; they stay in the text"
    yield from _told("footnotes without a mark", _unmarked(paragraphs))
    yield from _told("marks without a footnote", _unnoted(paragraphs))
    unnumbered = [one for one in paragraphs if one.label.startswith("unnumbered/")]
    yield from _told("paragraphs without a number", [one.label for one in unnumbered])


def _told(what: str, cases: Sequence[str]) -> Iterator[str]:
    if cases:
        more = f" and {len(cases) - _MOST} more" if len(cases) > _MOST else ""
        yield f"{what}: {', '.join(cases[:_MOST])}{more}"


def _cite(label: str) -> str:
    return label.replace("fn/", "footnote ")


def _unmarked(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [one.label.removeprefix("fn/") for one in paragraphs if one.kind == "footnote" and one.part_of is None]


def _unnoted(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Marks as often as they stand; a mark may cite a footnote that several paragraphs share."""
    notes = {one.label for one in paragraphs if one.kind == "footnote"}
    marks = Counter(mark.number for one in paragraphs for mark in one.marks if f"fn/{mark.number}" not in notes)
    return [str(number) for number in marks]
