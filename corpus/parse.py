"""From the lines of one source to its paragraphs: its blocks, from top to bottom, each taken by one rule."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.catalog import Layout
from corpus.grammar import Block, Marks, blocks
from corpus.numbers import settled
from corpus.reading import Reading
from corpus.rules import boxes, not_text, running
from corpus.scan import readable, tracked_changes
from corpus.types import TrackedChange
from corpus.units import Account, Unit

# The first rule that takes a block has it: their order is the grammar of a whole text.
RULES: tuple[Callable[[Reading, Block], bool], ...] = (
    not_text.masthead, not_text.furniture, not_text.part,
    boxes.box, not_text.repeat, boxes.footnote,
    running.numbered, boxes.inside_box, running.item, running.heading, running.bullet, running.running,
)  # fmt: skip


@dataclass(frozen=True)
class Parsed:
    """The units of a source in order of print, an account of every block of it, and its tracked changes."""

    units: tuple[Unit, ...]
    accounts: tuple[Account, ...]
    changes: tuple[TrackedChange, ...] = ()


def parse(text: str, layout: Layout) -> Parsed:
    """Read a source, as its layout declares it."""
    lines = text.splitlines()
    marks = Marks(layout.box, tuple(part.begins for part in layout.parts))
    taken_off: list[Account] = []
    if layout.scan:
        scanned = readable(lines, layout.scan)
        lines, taken_off = scanned.lines, scanned.taken_off
        # A page of the scan begins with one space, often in the middle of a sentence.
        marks = Marks(openers=(*marks.openers, " "), openings=scanned.openings, hyphenated=layout.scan.hyphenated)
    reading = _read(lines, layout, marks)
    changes = tuple(tracked_changes(taken_off, layout.scan)) if layout.scan else ()
    accounts = sorted(reading.accounts + taken_off, key=lambda one: (one.first, one.partial))
    return Parsed(tuple(reading.units), tuple(accounts), changes)


def _read(lines: list[str], layout: Layout, marks: Marks) -> Reading:
    reading = Reading(layout, sections={1: layout.opening_section} if layout.opening_section else {})
    read = blocks(lines, marks)
    for block in settled(read, layout) if layout.as_printed else read:
        any(rule(reading, block) for rule in RULES)
    return reading
