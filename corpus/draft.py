"""What is known of a scanned draft besides its words: reviewers' changes, words out of place, and how much survives."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.catalog import Layout
from corpus.quality import quality
from corpus.ties import Paragraphs
from corpus.types import Paragraph, Span, TrackedChange
from corpus.units import Account
from corpus.wordlist import Wordlist


def annotate(
    by_id: Paragraphs, layout: Layout, changes: Iterable[TrackedChange], accounts: Sequence[Account], known: Wordlist
) -> None:
    """Give every paragraph of the draft its tracked changes, its words out of place and its quality, in place."""
    if not layout.scan:
        return
    for change in changes:
        beside = by_id[_beside(change, layout, accounts)]
        by_id[beside.id] = replace(beside, tracked_changes=(*beside.tracked_changes, change))
    drafts = [one for one in by_id.values() if one.document == layout.body]
    became = Counter(one.published for one in drafts)
    for one in drafts:
        placed = replace(one, out_of_place=_out_of_place(one, layout.scan.out_of_place))
        published = by_id[one.published].text if one.published else ""
        by_id[one.id] = replace(placed, quality=quality(placed, published, known, alone=became[one.published] == 1))


def _beside(change: TrackedChange, layout: Layout, accounts: Sequence[Account]) -> str:
    """The paragraph that the catalog names for the change, else the one in which its first line is printed."""
    declared = layout.scan.beside if layout.scan else {}
    label = next((label for begins, label in declared.items() if change.text.startswith(begins)), None)
    if label:
        return f"{layout.body}:{label}"
    first = change.lines[0][0]
    above = [one.name for one in accounts if one.role == "unit" and one.first <= first and ":fn/" not in one.name]
    return above[-1]


def _out_of_place(paragraph: Paragraph, runs: Iterable[str]) -> tuple[Span, ...]:
    """Where the words stand that the catalog declares to be out of place."""
    found = (re.search(rf"(?<= ){re.escape(run)}(?= |$)", paragraph.text) for run in runs)
    return tuple(Span(one.start(), one.end()) for one in found if one)
