"""What a line of a United Nations document opens: a numbered paragraph, an item, a bullet, a footnote ...

The grammar knows lines, not documents: whether "1." opens paragraph 1 or a list inside a box is decided
by the reader (parse.py), which knows where it stands.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_LONGEST_WORD = 50
_LONGEST_HEADING = 200  # characters; "Takeaways of the Arria-formula meeting ..." is 194 long


class Opens(Enum):
    """What a block opens."""

    NUMBER = "number"
    ITEM = "item"
    BULLET = "bullet"
    FOOTNOTE = "footnote"
    BOX = "box"
    HEADING = "heading"
    NOTHING = "nothing"


class Opening(NamedTuple):
    """What a line opens, under which label, and the rest of it; `mark` is what of the line is not its text."""

    opens: Opens
    label: str
    text: str
    mark: str = ""


@dataclass(frozen=True)
class Block:
    """Consecutive lines `first` to `last` (from 1) that stand together; `text` is without the opening `mark`."""

    opens: Opens
    label: str
    text: str
    first: int
    last: int
    indent: int = 0
    mark: str = ""


# The number may stand inside the bold of its lead sentence ("**29. Third, ..."), which then stays bold;
# or alone on its line, the text below it.
_OPENINGS = (
    (Opens.HEADING, re.compile(r"^(?P<label>#{1,6})\s+(?P<text>.+)$")),
    (Opens.HEADING, re.compile(r"^(?P<label>)(?P<text>(?:[IVX]+|[A-H])\.\s+[A-Z][^.]{2,120})$")),
    (Opens.NUMBER, re.compile(r"^(?P<bold>\**)(?P<label>\d{1,3})\.(?:\s+(?P<text>\S.*))?$")),
    (Opens.ITEM, re.compile(r"^(?:-\s+)?(?P<bold>\**)\((?P<label>[a-z])\)\s+(?P<text>\S.*)$")),
    (Opens.BULLET, re.compile(r"^(?P<label>-)(?:\s+(?P<text>\S.*))?$")),
    (Opens.FOOTNOTE, re.compile(rf"^(?P<label>[{SUPERSCRIPTS}]+)\s+(?P<text>\S.*)$")),
)


def opening(line: str) -> Opening:
    """What the line opens, as its own marks tell."""
    for opens, pattern in _OPENINGS:
        if found := pattern.match(line.strip()):
            parts = found.groupdict(default="")
            label = number_of(parts["label"]) if opens is Opens.FOOTNOTE else parts["label"]
            return Opening(opens, label, parts.get("bold", "") + parts["text"], parts["label"])
    return Opening(Opens.NOTHING, "", " ".join(line.split()))


@dataclass(frozen=True)
class Marks:
    """What one source declares of its lines, besides what the grammar can tell.

    `box` matches the title of a box; `openers` are the first words of lines that begin a block whatever
    stands before them; `openings` are what single lines open; `hyphenated` are the only words that may be
    cut at a line's end (None: any).
    """

    box: re.Pattern[str] | None = None
    openers: tuple[str, ...] = ()
    openings: Mapping[int, Opening] = field(default_factory=dict)
    hyphenated: Collection[str] | None = None


def blocks(lines: Iterable[str], marks: Marks | None = None) -> Iterator[Block]:
    """The blocks of a text: a blank line ends one, a line that opens something begins the next."""
    marks = marks or Marks()
    block: Block | None = None
    for number, line in enumerate(lines, start=1):
        opened = _opened(line, number, marks)
        begins = opened.opens is not Opens.NOTHING or line.startswith(marks.openers)
        if block and (begins or not line.strip()):
            yield block
            block = None
        if block:
            block = replace(block, text=join(block.text, line.strip(), marks.hyphenated), last=number)
        elif line.strip():
            indent = len(line) - len(line.lstrip())
            block = Block(opened.opens, opened.label, opened.text, number, number, indent, opened.mark)
    if block:
        yield block


def _opened(line: str, number: int, marks: Marks) -> Opening:
    if number in marks.openings:
        return marks.openings[number]
    if marks.box and (found := marks.box.match(line)):
        return Opening(Opens.BOX, found[1].strip(")"), line.strip())
    return opening(line)


def number_of(superscripts: str) -> str:
    """The plain digits of a footnote mark: "¹²" -> "12"."""
    return superscripts.translate(_DIGITS)


def join(half: str, rest: str, hyphenated: Collection[str] | None = None) -> str:
    """Two halves of one text, joined by a space, or by nothing where a hyphen was cut ("Fifty-" "nine").

    In a scan the line after the hyphen may be lost: there only the words `hyphenated` are joined.
    """
    cut, tail = re.search(r"\w+-$", half[-_LONGEST_WORD:]), re.match(r"\w+", rest)
    cut_at_hyphen = cut and tail and rest[0].islower() and (hyphenated is None or cut[0] + tail[0] in hyphenated)
    return half + rest if cut_at_hyphen else f"{half} {rest}".strip()


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence, an item or a lead-in ends."""
    return bool(re.search(r"[.;:?!][\"”’')\]*¹²³⁴⁵⁶⁷⁸⁹⁰]*$", text.strip()))


def is_bare_heading(block: Block) -> bool:
    """Whether a block that opens nothing reads as an unnumbered heading: short, no full stop, capitalised."""
    text = block.text.strip("*")
    return (
        block.opens is Opens.NOTHING
        and len(text) <= _LONGEST_HEADING
        and text[:1].isupper()
        and not is_finished(text)
        and not re.search(r"[.?!]\s|,$", text)
    )


def heading_level(title: str) -> int:
    """1 for "I. Introduction", "Summary" and "Annex", 2 for "A. The role of States", 3 for what has no number."""
    if re.match(r"[IVX]+\.\s|(?:Annex|Appendix)\b", title) or title == "Summary":
        return 1
    return 2 if re.match(r"[A-H]\.\s", title) else 3


def plain_title(text: str) -> str:
    """A heading without its emphasis: "**II. Taking stock**" -> "II. Taking stock"."""
    return " ".join(text.replace("*", "").split())
