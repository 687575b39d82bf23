"""A scanned source with tracked changes, made readable to the grammar: damaged lines get back what they open.

Only the catalog's declarations are used: nothing unreadable is guessed, no word of the text is changed.
"""

import re
from dataclasses import dataclass, field

from corpus.units import Account


@dataclass(frozen=True)
class Scan:
    """What the catalog declares of a scan; see the comments in catalog.toml."""

    balloon: re.Pattern[str]
    bullets: tuple[str, ...] = ()
    opening_lost: tuple[str, ...] = ()
    set_aside: dict[str, list[list[str]]] = field(default_factory=dict)
    openings: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)

    def quality(self, label: str) -> str | None:
        """What is known of paragraph `label`: its opening is lost, or its number was inferred."""
        if label in self.opening_lost:
            return "opening lost"
        return "number inferred" if label in self.openings.values() else None


def readable(lines: list[str], scan: Scan) -> tuple[list[str], list[Account]]:
    """The lines as the grammar reads them, and an account of those set aside (left blank)."""
    aside = {number: name for name, first, last in _regions(lines, scan) for number in range(first, last + 1)}
    read = ["" if number in aside else _readable(line, scan) for number, line in enumerate(lines, start=1)]
    for number, (line, result) in enumerate(zip(lines, read, strict=True), start=1):
        if line.strip() and not result.strip():
            aside.setdefault(number, "tracked changes")
    accounts = [
        Account(number, number, "furniture", name) for number, name in aside.items() if lines[number - 1].strip()
    ]
    return read, accounts


def _regions(lines: list[str], scan: Scan) -> list[tuple[str, int, int]]:
    bare = [line.strip() for line in lines]
    found = []
    for name, regions in scan.set_aside.items():
        read_to = 0
        for first, last in regions:
            begins = bare.index(first, read_to)
            read_to = bare.index(last, begins)
            found.append((name, begins + 1, read_to + 1))
    return found


def _readable(line: str, scan: Scan) -> str:
    bare = line.strip()
    if bare in scan.headings:
        return f"# {scan.headings[bare]}" if scan.headings[bare] else ""
    number = scan.openings.get(bare)
    text = scan.balloon.sub("", bare).strip()
    if number:
        return f"{number}. {re.sub(r'^0?[0-9]+[.]? ', '', text)}"
    for bullet in scan.bullets:
        text = re.sub(rf"^{re.escape(bullet)}\s", "- ", text)
    return " ".join(re.sub(r"^(\d{1,2}\.)[\s_]+", r"\1 ", text).split())
