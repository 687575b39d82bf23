"""The lines of a page of a PDF, in reading order: their words, where they stand, how large they are set."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from pdfminer.layout import LTAnno, LTChar, LTComponent, LTContainer, LTTextLine

from corpus.convert.markup import literal, raised

_RAISED = 0.8  # of a line's size: digits smaller than that, and higher up, are a footnote mark
_COLUMNS = 0.3  # of the lines of a page with columns stand beside another
# What opens a paragraph may stand apart from it, with a wide gap between.
_LABEL = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,4}\)|[IVX]+\.|[A-H]\.|[•·●○▪–—-]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")

Runs = tuple[tuple[str, str], ...]  # how the words are emphasised ("", "*", "**"), and the words


@dataclass(frozen=True)
class Line:
    """One line of print. Places are in points from the page's lower left corner."""

    runs: Runs
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def text(self) -> str:
        """The words without emphasis."""
        return "".join(words for _, words in self.runs).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of it is set in bold."""
        return all(stars == "**" for stars, words in self.runs if words.strip())


def lines_of(page: LTContainer[LTComponent]) -> list[Line]:
    """The lines of a page, each with the number or letter that stands before it."""
    lines = [_line(one) for one in _found(page)]
    lines = [line for line in lines if line.text]
    labels = [line for line in lines if _LABEL.fullmatch(line.text)]
    opened = {id(after): label for label in labels if (after := _after(label, lines))}
    used = {id(label) for label in opened.values()}
    return _down([_with_label(line, opened.get(id(line))) for line in lines if id(line) not in used])


def _down(lines: list[Line]) -> list[Line]:
    """From top to bottom; where many lines stand side by side, in columns, as they were found."""
    down = sorted(lines, key=lambda line: (-round(line.top), line.left))
    beside = sum(min(one.top, two.top) - max(one.bottom, two.bottom) > 0.5 * two.size for one, two in pairwise(down))
    return lines if beside > _COLUMNS * len(lines) else down


def _found(container: Iterable[LTComponent]) -> Iterator[LTTextLine]:
    for one in container:
        if isinstance(one, LTTextLine):
            yield one
        elif isinstance(one, LTContainer):
            yield from _found(one)


def _line(found: LTTextLine) -> Line:
    signs = [one for one in found if isinstance(one, LTChar | LTAnno)]
    printed = [one for one in signs if isinstance(one, LTChar) and one.get_text().strip()]
    size = Counter(round(one.size, 1) for one in printed).most_common(1)[0][0] if printed else 0.0
    bottom = min((one.y0 for one in printed if round(one.size, 1) == size), default=found.y0)
    return Line(tuple(_runs(signs, size, bottom)), found.x0, found.x1, found.y0, found.y1, size)


def _runs(signs: list[LTChar | LTAnno], size: float, bottom: float) -> Iterator[tuple[str, str]]:
    """Signs that are set alike; a sign between words takes on what was before it."""
    styles: list[str] = []
    for sign in signs:
        between = isinstance(sign, LTAnno) or not sign.get_text().strip()
        styles.append(styles[-1] if between and styles else _style(sign, size, bottom))
    for style, group in groupby(zip(styles, signs, strict=True), key=lambda pair: pair[0]):
        words = "".join(sign.get_text() for _, sign in group).replace("\n", " ")
        yield ("", _marks(words)) if style == "mark" else (style, literal(words))


def _style(sign: LTChar | LTAnno, size: float, bottom: float) -> str:
    if not isinstance(sign, LTChar):
        return ""
    if sign.get_text().isdigit() and sign.size < _RAISED * size and sign.y0 > bottom + 0.1 * size:
        return "mark"
    name = sign.fontname.lower()
    return "**" if "bold" in name else "*" if "italic" in name or "oblique" in name else ""


def _marks(digits: str) -> str:
    """ "4 " -> "⁴ "."""
    return re.sub(r"\d+", lambda found: raised(found[0]), digits)


def _after(label: Line, lines: Iterable[Line]) -> Line | None:
    """The line that a lone number or letter stands before: to its right, at its height."""
    beside = [
        line
        for line in lines
        if line.left >= label.right - 1 and min(line.top, label.top) - max(line.bottom, label.bottom) > 0.5 * label.size
    ]
    return min(beside, key=lambda line: line.left, default=None)


def _with_label(line: Line, label: Line | None) -> Line:
    return line if label is None else replace(line, runs=(("", f"{label.text} "), *line.runs), left=label.left)
