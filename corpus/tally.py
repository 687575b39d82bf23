"""How many paragraphs of each kind a document has, and of what quality they are where it is a scan."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.types import QUALITIES, Kind, Paragraph, Quality

_NAMES = {"summary": "Summary paragraph"}


@dataclass(frozen=True)
class Tally:
    """The counts of one document.

    `of` has the numbers of the paragraphs that have items or bullets; `nested` counts the bullets of
    bullets; `qualities` is of the paragraphs of a scan, the other kinds left out.
    """

    kinds: dict[Kind, int]
    of: dict[Kind, tuple[str, ...]]
    nested: int
    qualities: dict[Quality, int]
    tracked_changes: int

    def __str__(self) -> str:
        """ "2 memos, 78 paragraphs (6 clean, ...), 7 bullets (of 72); 37 tracked changes"."""
        kinds = ", ".join(self._kind(kind, count) for kind, count in self.kinds.items())
        return f"{kinds}; {self.tracked_changes} tracked changes" if self.tracked_changes else kinds

    def _kind(self, kind: Kind, count: int) -> str:
        told = f"{count} {_NAMES.get(kind, kind)}{'s' * (count > 1)}"
        if kind == "paragraph" and self.qualities:
            return f"{told} ({', '.join(f'{count} {quality}' for quality, count in self.qualities.items())})"
        if self.of.get(kind):
            return f"{told} (of {', '.join(self.of[kind])})"
        return f"{told} ({self.nested} of them nested)" if kind == "bullet" and self.nested else told


def tally(paragraphs: Iterable[Paragraph]) -> Tally:
    """Count the paragraphs of one document."""
    paragraphs = tuple(paragraphs)
    kinds = Counter(one.kind for one in paragraphs)
    qualities = Counter(one.quality for one in paragraphs if one.kind == "paragraph")
    return Tally(
        dict(kinds),
        {kind: _parents(paragraphs, kind) for kind in kinds},
        sum(one.kind == "bullet" and _is_nested(one) for one in paragraphs),
        {quality: qualities[quality] for quality in QUALITIES if qualities[quality]},
        sum(len(one.tracked_changes) for one in paragraphs),
    )


def _parents(paragraphs: tuple[Paragraph, ...], kind: Kind) -> tuple[str, ...]:
    """The numbered paragraphs that items or bullets are of, in order."""
    if kind not in ("item", "bullet"):
        return ()
    labels = (one.part_of.partition(":")[2] for one in paragraphs if one.kind == kind and one.part_of)
    return tuple(dict.fromkeys(label for label in labels if label.isdigit()))


def _is_nested(bullet: Paragraph) -> bool:
    """A bullet of a bullet: its label is that one's, and an order."""
    above = (bullet.part_of or "").partition(":")[2]
    return not above.isdigit() and bullet.label.startswith(f"{above}/") and bool(above)
