"""What a line of a United Nations document opens: a numbered paragraph, an item, a bullet, a footnote ...

The grammar knows lines, not documents: whether "1." opens paragraph 1 or a list inside a box is decided
by the reader (parse.py), which knows where it stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
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


@dataclass(frozen=True)
class Block:
    """Consecutive lines `first` to `last` (from 1) that stand together; `text` is without the opening mark."""

    opens: Opens
    label: str
    text: str
    first: int
    last: int
    indent: int = 0


# The number may stand inside the bold of its lead sentence ("**29. Third, ..."), which then stays bold.
_OPENINGS = (
    (Opens.HEADING, re.compile(r"^(?P<label>#{1,6})\s+(?P<text>.+)$")),
    (Opens.HEADING, re.compile(r"^(?P<label>)(?P<text>(?:[IVX]+|[A-H])\.\s+[A-Z][^.]{2,120})$")),
    (Opens.NUMBER, re.compile(r"^(?P<bold>\**)(?P<label>\d{1,3})\.\s+(?P<text>\S.*)$")),
    (Opens.ITEM, re.compile(r"^(?:-\s+)?(?P<bold>\**)\((?P<label>[a-z])\)\s+(?P<text>\S.*)$")),
    (Opens.BULLET, re.compile(r"^(?P<label>-)(?:\s+(?P<text>\S.*))?$")),
    (Opens.FOOTNOTE, re.compile(rf"^(?P<label>[{SUPERSCRIPTS}]+)\s+(?P<text>\S.*)$")),
)


def opening(line: str) -> tuple[Opens, str, str]:
    """What the line opens, the label of it, and the rest of the line."""
    for opens, pattern in _OPENINGS:
        if found := pattern.match(line.strip()):
            parts = found.groupdict(default="")
            return opens, parts["label"], parts.get("bold", "") + parts["text"]
    return Opens.NOTHING, "", " ".join(line.split())


def blocks(lines: Iterable[str], box: re.Pattern[str] | None = None, openers: tuple[str, ...] = ()) -> Iterator[Block]:
    """The blocks of a text: a blank line ends one, a line that opens something begins the next.

    `openers` are the first words of lines that begin a block whatever stands before them.
    """
    block: Block | None = None
    for number, line in enumerate(lines, start=1):
        if block and (not line.strip() or _begins_block(line, box) or line.startswith(openers)):
            yield block
            block = None
        if block:
            block = replace(block, text=join(block.text, line.strip()), last=number)
        elif line.strip():
            block = _block(line, number, box)
    if block:
        yield block


def _begins_block(line: str, box: re.Pattern[str] | None) -> bool:
    return bool(box and box.match(line)) or opening(line)[0] is not Opens.NOTHING


def _block(line: str, number: int, box: re.Pattern[str] | None) -> Block:
    if box and (found := box.match(line)):
        return Block(Opens.BOX, found[1].strip(")"), line.strip(), number, number)
    opens, label, text = opening(line)
    if opens is Opens.FOOTNOTE:
        label = number_of(label)
    return Block(opens, label, text, number, number, indent=len(line) - len(line.lstrip()))


def number_of(superscripts: str) -> str:
    """The plain digits of a footnote mark: "¹²" -> "12"."""
    return superscripts.translate(_DIGITS)


def join(half: str, rest: str) -> str:
    """Two halves of one text, joined by a space, or by nothing where a hyphen was cut ("Fifty-" "nine")."""
    cut_at_hyphen = re.search(r"\w-$", half[-2:]) and rest[:1].islower()
    return half + rest if cut_at_hyphen else f"{half} {rest}"


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
