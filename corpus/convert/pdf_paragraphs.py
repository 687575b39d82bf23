"""Lines of print to paragraphs: what stands close together, at one size, is one; footnotes are set smaller."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.convert.markup import emphasised, heading, line, raised
from corpus.convert.pdf_lines import Line
from corpus.grammar import Block, Opens, is_bare_heading, is_finished, opening

_SMALL = 0.93  # of the text's size, and less: a footnote
_LARGE = 1.15  # and more: a heading
_WIDE = 1.3  # of the usual distance between lines: a paragraph's end
_INDENT = 1.0  # of the size: the first line of a paragraph
_LEAST_STEP = 0.8  # of the size: what is less is no next line
_NOTE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}(?=\s))\s*(?=\S)")


def divided(page: Sequence[Line], size: float) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the footnotes at the foot of the page."""
    notes: set[int] = set()
    for one in sorted(page, key=lambda line: line.bottom):
        if one.size > _SMALL * size:
            break
        notes.add(id(one))
    return [one for one in page if id(one) not in notes], [one for one in page if id(one) in notes]


def footnotes(lines: Sequence[Line]) -> tuple[str, list[str]]:
    """What continues a footnote of the page before, and the footnotes that begin here, a line each."""
    gathered: list[list[Line]] = [[]]
    for one in lines:
        if _NOTE.match(one.text):
            gathered.append([])
        gathered[-1].append(one)
    rest, *own = [_joined(group) for group in gathered]
    return rest, [_NOTE.sub(_as_mark, note, count=1) for note in own]


def _as_mark(found: re.Match[str]) -> str:
    return f"{raised(found[1])} "


@dataclass(frozen=True)
class Setting:
    """How most of a document is set: the size of its letters, and the distance from line to line of a paragraph."""

    size: float
    distance: float


def setting(pages: Sequence[Sequence[Line]]) -> Setting:
    """The size that most words have; lines closer than most (but not at one height) belong to one paragraph."""
    sizes = Counter[float]()
    for one in (one for page in pages for one in page):
        sizes[one.size] += len(one.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    pairs = (pair for page in pages for pair in pairwise(page))
    steps = sorted(step for above, below in pairs if (step := above.bottom - below.bottom) > _LEAST_STEP * size)
    return Setting(size, steps[len(steps) // 5] if steps else 0.0)


def with_gaps(page: Sequence[Line], usual: Setting) -> list[Line | None]:
    """The lines of a page from top to bottom, with nothing between those that stand apart."""
    down: list[Line | None] = []
    for one in sorted(page, key=lambda line: -line.top):
        above = down[-1] if down else None
        if above and above.bottom - one.bottom > _WIDE * usual.distance:
            down.append(None)
        down.append(one)
    return down


def paragraphs(lines: Sequence[Line], usual: Setting) -> list[str]:
    """The paragraphs and headings of the text of one page, a line each."""
    return [_paragraph(group, usual.size) for group in _groups(lines, usual.distance / (usual.size or 1))]


def _paragraph(group: Sequence[Line], size: float) -> str:
    text = line(_joined(group))
    opens, _, words, _ = opening(text)
    is_large = min(one.size for one in group) >= _LARGE * size
    is_title = opens is Opens.NOTHING and is_large and is_bare_heading(Block(opens, "", words, 1, 1))
    return heading(text) if is_title else text


def _groups(lines: Sequence[Line], distance: float) -> Iterator[list[Line]]:
    group: list[Line] = []
    for one in lines:
        if group and _begins(one, group, distance):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _begins(one: Line, group: Sequence[Line], distance: float) -> bool:
    """Whether a line begins a paragraph, rather than continuing the one above."""
    above = group[-1]
    step = above.bottom - one.bottom
    resized = abs(one.size - above.size) > 0.1 * above.size
    if _opens(one) or resized or step > _WIDE * distance * one.size or _after_title(one, group):
        return True
    indented = len(group) > 1 and one.left > min(line.left for line in group[1:]) + _INDENT * one.size
    return is_finished(above.text) and (indented or step < 0)


def _opens(one: Line) -> bool:
    """Whether a line opens something; a number with nothing after it is the end of a sentence."""
    found = opening(one.text)
    return found.opens is not Opens.NOTHING and bool(found.text)


def _after_title(one: Line, group: Sequence[Line]) -> bool:
    """Whether all above is set in bold and is no sentence, and this line is not set in bold."""
    in_bold = all(line.is_bold for line in group) and not is_finished(group[-1].text)
    return in_bold and not one.is_bold and not one.text[:1].islower()


def _joined(lines: Sequence[Line]) -> str:
    """The words of several lines; a hyphen at a line's end holds on to the next."""
    runs: list[tuple[str, str]] = []
    for one in lines:
        if runs:
            stars, words = runs.pop()
            runs.append((stars, words.rstrip() + ("" if _is_cut(words.rstrip(), one.text) else " ")))
        for stars, words in one.runs:
            before = runs.pop()[1] if runs and runs[-1][0] == stars else ""
            runs.append((stars, before + words))
    return "".join(emphasised(words, stars) for stars, words in runs).strip()


def _is_cut(above: str, below: str) -> bool:
    """Whether a word ("grass-roots") or a symbol ("A/72/884-S/2018/525") goes on in the next line."""
    return bool((re.search(r"\w-$", above) and below[:1].islower()) or re.search(r"/\d+-$", above))
