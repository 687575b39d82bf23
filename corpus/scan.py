"""A scanned draft with tracked changes, made readable to the grammar: what each line opens, and what is no text of it.

Only the catalog's declarations are used: nothing unreadable is guessed, no word of the text is changed.
What a reviewer's balloon left at the end of a line (its words, or the line drawn to it) is taken off the
line and accounted for; a mark that was lost or damaged is opened as the catalog declares.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from corpus.errors import CorpusError
from corpus.grammar import Opening, Opens
from corpus.types import Quality, TrackedChange
from corpus.units import Account

TRACKED: Literal["tracked change"] = "tracked change"
TakenOff = list[tuple[str, str]]  # from one line: what it is, and its words

# "5 At the heart", "08. Third", "3 These conventions", "* These acts": a number or a sign that lost its form.
_DAMAGED_MARK = re.compile(r"(?P<label>0?\d{1,2}|[*¢¥])[. ]\s*")
_UNDERSCORED = re.compile(r"(?P<label>\d{1,2})\.[ _]*_[ _]*(?P<text>\S.*)$")  # "13. _ As a result"


@dataclass(frozen=True)
class Scan:
    """What the catalog declares of a scan; see the comments in catalog.toml.

    Lines are named by their first words, in `paragraphs`, `footnotes` and `bullets` those that lost their mark.
    """

    balloon: re.Pattern[str]
    connector: re.Pattern[str]
    signs: tuple[str, ...] = ()
    hyphenated: tuple[str, ...] = ()
    opening_lost: tuple[str, ...] = ()
    out_of_place: tuple[str, ...] = ()
    paragraphs: dict[str, str] = field(default_factory=dict)
    footnotes: dict[str, str] = field(default_factory=dict)
    bullets: tuple[str, ...] = ()
    headings: dict[str, str] = field(default_factory=dict)
    headings_lost: dict[str, str] = field(default_factory=dict)
    furniture: dict[str, list[str]] = field(default_factory=dict)
    columns: tuple[tuple[str, str], ...] = ()
    balloon_ends: tuple[str, ...] = ()
    beside: dict[str, str] = field(default_factory=dict)
    cited_in: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)

    def declared_quality(self, label: str) -> Quality | None:
        """The worst that the catalog knows of paragraph `label`."""
        if label in self.opening_lost:
            return "opening lost"
        begins = next((begins for begins, number in self.paragraphs.items() if number == label), None)
        read = begins and _DAMAGED_MARK.match(begins)
        return "number inferred" if begins and not (read and read["label"] == label) else None


@dataclass(frozen=True)
class Readable:
    """A scan as the grammar reads it: its lines, what the damaged ones open, and what was taken off them."""

    lines: list[str]
    openings: dict[int, Opening]
    taken_off: list[Account]


def readable(lines: list[str], scan: Scan) -> Readable:
    """The lines without what is no text of theirs; a line of which nothing is left is blank."""
    in_column = {number for first, last in _columns(lines, scan) for number in range(first, last + 1)}
    read = Readable([], {}, [])
    for number, line in enumerate(lines, start=1):
        taken: TakenOff = [(TRACKED, line.strip())] if number in in_column else list(_taken_off(line, scan))
        kept = line
        for _, words in taken:
            kept = kept.rstrip().removesuffix(words).rstrip()
        read.lines.append(kept)
        read.taken_off.extend(_accounts(number, taken, partial=bool(kept.strip())))
        if declared := _declared(kept.strip(), scan):
            read.openings[number] = declared
    return read


def _accounts(number: int, taken: TakenOff, *, partial: bool) -> Iterator[Account]:
    for name, words in taken:
        if words:
            yield Account(number, number, TRACKED if name == TRACKED else "furniture", name, words, partial=partial)


def _columns(lines: list[str], scan: Scan) -> Iterator[tuple[int, int]]:
    """The line ranges that are one column of balloons, each declared by the first words of its first and last."""
    read_to = 1
    for begins, ends in scan.columns:
        first = _line_of(begins, lines, read_to)
        read_to = _line_of(ends, lines, first)
        yield first, read_to


def _line_of(begins: str, lines: list[str], after: int) -> int:
    """The number of the line, from `after` on, that begins so."""
    for number, line in enumerate(lines[after - 1 :], start=after):
        if line.strip().startswith(begins):
            return number
    raise CorpusError(f"No line of the scan begins with {begins!r}: correct its columns in the catalog.")


def _taken_off(line: str, scan: Scan) -> Iterator[tuple[str, str]]:
    """What is no text of the draft at the end of a line, from the end inwards."""
    rest = line.rstrip()
    for name, endings in {**scan.furniture, TRACKED: scan.balloon_ends}.items():
        for words in endings:
            if rest.endswith(words) and (name != "page number" or rest == words):
                yield name, words
                rest = rest.removesuffix(words).rstrip()
    for name, pattern in ((TRACKED, scan.balloon), ("line drawn to a balloon", scan.connector)):
        if rest and (found := pattern.search(rest)):
            yield name, found[0].strip()
            rest = rest[: found.start()].rstrip()


def _declared(line: str, scan: Scan) -> Opening | None:
    """What the catalog says the line opens, its damaged mark lifted."""
    if line in scan.headings:
        return Opening(Opens.HEADING, "", line)
    for sign in scan.signs:
        if line.startswith(f"{sign} "):
            return Opening(Opens.BULLET, sign, line.removeprefix(sign).strip())
    if line.startswith(scan.bullets):
        return Opening(Opens.BULLET, "", line)
    if found := _UNDERSCORED.match(line):
        return Opening(Opens.NUMBER, found["label"], found["text"], found["label"])
    for opens, marks in ((Opens.NUMBER, scan.paragraphs), (Opens.FOOTNOTE, scan.footnotes)):
        label = next((label for begins, label in marks.items() if line.startswith(begins)), None)
        if label:
            mark = _DAMAGED_MARK.match(line)
            return Opening(opens, label, line[mark.end() :] if mark else line, mark["label"] if mark else "")
    return None


def tracked_changes(taken_off: list[Account], scan: Scan) -> Iterator[TrackedChange]:
    """The reviewers' balloons, whole: a line that begins none continues the one before it."""
    change: TrackedChange | None = None
    for account in (one for one in taken_off if one.role == TRACKED):
        found = scan.balloon.search(account.text)
        begins = found or account.text.startswith(tuple(first for first, _ in scan.columns))
        if change and begins:
            yield change
        change = _begun(account, found) if begins or not change else _continued(change, account)
    if change:
        yield change


def _continued(change: TrackedChange, account: Account) -> TrackedChange:
    *before, (first, last) = change.lines
    lines = [(first, account.last)] if account.first <= last + 1 else [(first, last), (account.first, account.last)]
    return replace(change, text=f"{change.text} {account.text}", lines=(*before, *lines))


def _begun(account: Account, found: re.Match[str] | None) -> TrackedChange:
    """The balloon that begins here. Where the word "Deleted:" itself is lost, the catalog declared it as such."""
    lines = ((account.first, account.last),)
    if found and found["deleted"] is None:
        return TrackedChange("formatted", (found["formatted"] or found["bare"]).strip(), lines)
    return TrackedChange("deleted", (found["deleted"] if found else account.text).strip(), lines)
