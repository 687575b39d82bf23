"""The numbers of an added document, as they are printed: which of them open paragraphs, and under which label.

Nobody has read the document before us, so its numbers may jump, stand twice or begin again; a list may be numbered,
too. Each block is given a label of its own, or, where its number opens nothing, the number back as plain text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from corpus.catalog import Layout
from corpus.grammar import Block, Opens, plain_title
from corpus.units import slug

_FEW = 5  # a jump of so many is a gap; a longer one must be followed by its successor to be believed
_SERIES = re.compile(r"((?:Annex|Appendix)(?: (?:[IVX]+|[A-Z]|\d+)\b)?)")


@dataclass
class Numbering:
    """What became of the printed numbers, letters and footnote marks of a document.

    `labels` are by the line where a block begins; a number, letter or mark that is not among them opens nothing.
    """

    labels: dict[int, str] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)
    restarts: list[str] = field(default_factory=list)
    in_lists: int = 0


def settled(blocks: Iterable[Block], layout: Layout) -> Iterator[Block]:
    """The blocks, each number, letter and footnote mark with its final label or given back to the text."""
    read = list(blocks)
    labels = numbering(read, layout).labels
    for block in read:
        if block.first < layout.begins_at or block.opens not in (Opens.NUMBER, Opens.ITEM, Opens.FOOTNOTE):
            yield block
        elif block.first in labels:
            yield replace(block, label=labels[block.first])
        else:
            yield replace(block, opens=Opens.NOTHING, label="", text=as_text(block), mark="")


def as_text(block: Block) -> str:
    """The words of a block with the number or letter that opens it."""
    marks = {Opens.NUMBER: "{}. ", Opens.ITEM: "({}) "}
    return marks.get(block.opens, "").format(block.label) + block.text


def numbering(blocks: Sequence[Block], layout: Layout) -> Numbering:
    """Which numbers, letters and footnote marks of the body count, and what is odd about them."""
    body = [block for block in blocks if block.first >= layout.begins_at and not _is_contents(block, layout)]
    numbers = [int(block.label) for block in body if block.opens is Opens.NUMBER]
    counter = _Counter(numbered=layout.numbered)
    for block, following in zip_longest(body, body[1:]):
        if block.opens is Opens.NUMBER:
            counter.number(block, numbers.pop(0), numbers)
        elif block.opens is Opens.ITEM:
            counter.item(block, following)
        elif block.opens is Opens.FOOTNOTE:
            counter.footnote(block)
        elif block.opens is Opens.HEADING:
            counter.heading(plain_title(block.text))
        counter.above = block.text
    return counter.found


def _is_contents(block: Block, layout: Layout) -> bool:
    """Whether a number opens a line of a table of contents, or runs on into one: that is no text."""
    return block.opens is Opens.NUMBER and layout.rule is not None and bool(layout.rule.match(block.text))


class _Counter:
    """Where the counting stands, as the document is read from top to bottom."""

    def __init__(self, *, numbered: bool) -> None:
        self.numbered = numbered
        self.found = Numbering()
        self.last = 0
        self.letter = ""
        self.paragraph = ""
        self.series = ""  # what labels begin with since the numbers began again: "annex-i", "numbering-2"
        self.annex = ""
        self.above = ""  # the words before the block that is decided on
        self.listed = 0  # the last number of a list inside a paragraph
        self.given: Counter[str] = Counter()  # how often each label was

    def heading(self, title: str) -> None:
        """A heading ends the paragraph above it; that of an annex names the numbers that begin again in it."""
        self.paragraph, self.listed = "", 0
        if annex := _SERIES.match(title):
            self.annex = slug(annex[1])

    def number(self, block: Block, number: int, later: Sequence[int]) -> None:
        """Decide on a number, knowing those that come `later`."""
        if not self.numbered:
            return
        if not block.text and number != self.last + 1:  # "... in the year" "35."
            return
        if self._is_listed(number) or (number != self.last + 1 and not self._counts(number, later)):
            self.found.in_lists += 1
            self.listed = number
            return
        if number > self.last + 1:
            self.found.gaps.append(f"{self._name(number)} follows {self.last or 'the beginning'}")
        elif number == 1 and self.last:
            self._begin_again()
        self.last, self.letter, self.listed = number, "", 0
        self.paragraph = self._label(block, self._name(number))

    def _is_listed(self, number: int) -> bool:
        """Whether a number is the first of a list that the words before it announce, or goes on with that list."""
        begins = number == 1 and bool(self.paragraph or not self.last) and self.above.endswith(":")
        return begins or (0 < self.listed == number - 1 != self.last)

    def _counts(self, number: int, later: Sequence[int]) -> bool:
        """Whether a number out of order opens a paragraph, rather than a list or a broken line."""
        if number > self.last + 1:
            believed = number - self.last <= _FEW or number + 1 in later[:2]
            return believed and self.last + 1 not in later[:2]
        return not self._resumed([number, *later]) and (number in (1, self.last) or later[:1] == [number + 1])

    def _resumed(self, numbers: Sequence[int]) -> bool:
        """Whether the count goes on after these numbers; where no heading stands between, a gap may."""
        furthest = self.last + (_FEW if self.paragraph else 1)
        return any(self.last < one <= furthest and before != one - 1 for before, one in pairwise(numbers))

    def _begin_again(self) -> None:
        order = len(self.found.restarts) + 2
        fresh = self.annex and self.annex != self.series and not self.given[f"{self.annex}/para-1"]
        self.series = self.annex if fresh else f"numbering-{order}"
        self.found.restarts.append(self.series)

    def _name(self, number: int) -> str:
        return f"{self.series}/para-{number}" if self.series else str(number)

    def item(self, block: Block, following: Block | None) -> None:
        """Decide on a letter: "(a)", or one that follows; "(i)" before "(ii)" is a Roman number."""
        step = ord(block.label) - ord(self.letter or "`")
        roman = block.label == "i" and following is not None and following.text.startswith("(ii)")
        if not self.paragraph or roman or (block.label != "a" and step not in (1, 2)):
            return
        if step == 2:
            self.found.gaps.append(f"{self.paragraph}({block.label}) follows ({self.letter or 'nothing'})")
        self.letter = block.label
        self._label(block, self.letter, within=self.paragraph)

    def footnote(self, block: Block) -> None:
        """Every footnote counts."""
        self._label(block, block.label, within="fn/")

    def _label(self, block: Block, label: str, within: str = "") -> str:
        """Give a block its label; where it is taken, with the order of those that share it ("12-2")."""
        self.given[f"{within}{label}"] += 1
        times = self.given[f"{within}{label}"]
        if times > 1:
            self.found.repeats.append(f"{within}{label}")
        unique = label if times == 1 else f"{label}-{times}"
        self.found.labels[block.first] = unique
        return unique
