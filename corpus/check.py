"""Holds the corpus to its sources: every paragraph once, in order, with its own words and no others."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.canonical import canonical
from corpus.grammar import opening
from corpus.load import Corpus, Source
from corpus.types import Document, Kind, Paragraph


@dataclass(frozen=True)
class Report:
    """What the check found of one document: how many of each kind, and what is wrong (one line each).

    `held_to` says what the check can vouch for where nothing is wrong.
    """

    document: Document
    counts: dict[Kind, int]
    problems: tuple[str, ...]
    held_to: str


def check(corpus: Corpus) -> tuple[Report, ...]:
    """One report a document, in the order of the catalog."""
    return tuple(_report(corpus, document) for document in corpus.documents.values())


def _report(corpus: Corpus, document: Document) -> Report:
    paragraphs = corpus.of(document.id)
    counts: Counter[Kind] = Counter(paragraph.kind for paragraph in paragraphs)
    source = corpus.sources[document.source]
    problems = [
        *_miscounted(document, counts),
        *(() if source.layout.as_printed else _out_of_order(paragraphs)),
        *_unaccounted(source),
        *_words_of_others(paragraphs, source),
    ]
    held_to = "each once, in order" if source.layout.scan else "each once, in order, with no words of another"
    return Report(document, dict(counts), tuple(problems), held_to)


def _miscounted(document: Document, counts: Counter[Kind]) -> Iterator[str]:
    for kind in sorted(document.expects.keys() | counts.keys()):
        if counts[kind] != document.expects.get(kind, 0):
            yield f"{counts[kind]} of kind {kind}, not {document.expects.get(kind, 0)}"


def _out_of_order(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    numbers = [int(one.label) for one in paragraphs if one.kind == "paragraph" and one.label.isdigit()]
    for expected, number in enumerate(numbers, start=1):
        if number != expected:
            yield f"paragraph {number} stands where {expected} should"
            return


def _unaccounted(source: Source) -> Iterator[str]:
    """Every non-blank line belongs to one block of the reading: a unit, a heading, furniture or a repeat."""
    owners = Counter(line for account in source.accounts for line in range(account.first, account.last + 1))
    for number, line in enumerate(source.text.splitlines(), start=1):
        if line.strip() and owners[number] != 1:
            yield f"line {number} of {source.layout.source} is accounted for {owners[number]} times"


def _words_of_others(paragraphs: tuple[Paragraph, ...], source: Source) -> Iterator[str]:
    """The letters of a paragraph are the letters of its lines; of a scan this is not known yet."""
    if source.layout.scan:
        return
    lines = source.text.splitlines()
    for paragraph in paragraphs:
        printed = [opening(lines[number - 1]) for first, last in paragraph.lines for number in range(first, last + 1)]
        raw = " ".join(text for (_, _, text), number in zip(printed, _numbers(paragraph), strict=True)
                       if not _is_box(source, lines[number - 1]))  # fmt: skip
        if _letters(canonical(raw).text) != _letters(_unmarked(paragraph)):
            yield f"{paragraph.id} does not have the words of its lines {paragraph.lines}"


def _numbers(paragraph: Paragraph) -> list[int]:
    return [number for first, last in paragraph.lines for number in range(first, last + 1)]


def _is_box(source: Source, line: str) -> bool:
    return bool(source.layout.box and source.layout.box.match(line))


def _unmarked(paragraph: Paragraph) -> str:
    """A note's text without the numbers of the list inside it, which open its lines."""
    return re.sub(r"(?m)^\d+\. ", "", paragraph.text) if paragraph.kind == "note" else paragraph.text


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
