"""What is printed at the edge of page after page, and is no part of the text: symbols, dates, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

from corpus.grammar import Opens, opening

_EDGE = 3  # groups of lines from the top and from the bottom of a page, and lines of each
_SHARE = 0.3  # of the pages: left and right pages may differ
_EXAMPLES = 4
_NUMBER = re.compile(r"[-–\s]*(?:page )?#(?:\s*(?:/|of)\s*#)?[-–.\s]*", re.IGNORECASE)

Group = list[int]  # the places of lines that stand together


def furniture(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each page the places of its furniture among its lines, from top to bottom, a blank one where there is a gap.

    It stands apart from the text, outermost on the page, and on others, too, but for the numbers in it.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page, edge in zip(pages, edges, strict=True) for key in _keys(page, edge))
    least = max(2, _SHARE * len(pages))

    def repeats(page: Sequence[str], group: Group) -> bool:
        return all(seen[_key(page[at])] >= least or _is_number(page[at]) for at in group)

    return [
        {at for edge in ends for group in takewhile(lambda one, page=page: repeats(page, one), edge) for at in group}  # type: ignore[misc]
        for page, ends in zip(pages, edges, strict=True)
    ]


def left_out(lines: Sequence[str]) -> tuple[str, ...]:
    """The remark about it, with an example of each kind of line; none if nothing was."""
    kinds = list({_key(line): line.strip() for line in reversed(lines)}.values())
    shown = ", ".join(f"“{line[:40]}”" for line in reversed(kinds[-_EXAMPLES:]))
    return (f"{len(lines)} lines of page headers and footers left out, such as {shown}",) if lines else ()


def _edges(page: Sequence[str]) -> tuple[list[Group], list[Group]]:
    """The groups of lines near the top and near the bottom, outermost first, as far as they can be furniture."""
    gathered = groupby(range(len(page)), key=lambda at: bool(page[at].strip()))
    groups = [list(group) for is_printed, group in gathered if is_printed]
    return (
        list(takewhile(lambda group: _can_be(page, group), groups[:_EDGE])),
        list(takewhile(lambda group: _can_be(page, group), reversed(groups[-_EDGE:]))),
    )


def _can_be(page: Sequence[str], group: Group) -> bool:
    """A line that opens a paragraph, an item or a footnote is text, wherever it stands."""
    return len(group) <= _EDGE and not any(_opens_text(page[at]) for at in group)


def _opens_text(line: str) -> bool:
    found = opening(line)
    return found.opens in (Opens.NUMBER, Opens.ITEM, Opens.FOOTNOTE) and bool(found.text)


def _keys(page: Sequence[str], edge: tuple[list[Group], list[Group]]) -> set[str]:
    return {_key(page[at]) for end in edge for group in end for at in group}


def _key(line: str) -> str:
    """A line as it stands on every page: with any number for any other."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _is_number(line: str) -> bool:
    return bool(_NUMBER.fullmatch(_key(line)))
