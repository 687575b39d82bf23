"""What is printed at the edge of page after page, and is no part of the text: symbols, dates, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.grammar import Opens, opening

_EDGE = 3  # lines from the top and from the bottom of a page
_EXAMPLES = 4
_SHARE = 0.3  # of the pages: left and right pages may differ
_NUMBER = re.compile(r"[-–\s]*(?:page )?#(?:\s*(?:/|of)\s*#)?[-–\s]*", re.IGNORECASE)


def furniture(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each page the places of its furniture among its lines, which stand from top to bottom."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page, edge in zip(pages, edges, strict=True) for key in {_key(page[at]) for at in edge})
    least = max(2, _SHARE * len(pages))
    return [
        {at for at in edge if seen[_key(page[at])] >= least or (at in _outermost(edge) and _is_number(page[at]))}
        for page, edge in zip(pages, edges, strict=True)
    ]


def left_out(lines: Sequence[str]) -> tuple[str, ...]:
    """The remark about it, with an example of each kind of line; none if nothing was."""
    kinds = list({_key(line): line.strip() for line in reversed(lines)}.values())
    shown = ", ".join(f"“{line[:40]}”" for line in reversed(kinds[-_EXAMPLES:]))
    return (f"{len(lines)} lines of page headers and footers left out, such as {shown}",) if lines else ()


def _edges(page: Sequence[str]) -> list[int]:
    """The lines near the edges; one that opens a paragraph, an item or a footnote is text, wherever it stands."""
    printed = [at for at, line in enumerate(page) if line.strip()]
    near = sorted({*printed[:_EDGE], *printed[-_EDGE:]})
    return [at for at in near if not _opens_text(page[at])]


def _opens_text(line: str) -> bool:
    found = opening(line)
    return found.opens in (Opens.NUMBER, Opens.ITEM, Opens.FOOTNOTE) and bool(found.text)


def _outermost(edge: Sequence[int]) -> tuple[int, ...]:
    return (edge[0], edge[-1]) if edge else ()


def _key(line: str) -> str:
    """A line as it stands on every page: with any number for any other."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _is_number(line: str) -> bool:
    return bool(_NUMBER.fullmatch(_key(line)))
