"""Where the sentences of a canonical text begin and end, as spans of it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.types import Span

# What ends in a full stop without ending a sentence in these texts.
_ABBREVIATIONS = ("para", "paras", "art", "No", "Dr", "Mr", "Ms", "St", r"i\.e", r"e\.g", r"p\.m", r"a\.m", "[A-Z]")
_NOT_AFTER = "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS)
_END = re.compile(
    rf"{_NOT_AFTER}[.?!][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n"  # a sentence, or a line of a list
)
# A sentence longer than this is cut into the clauses of its list ("...; and ...").
LONGEST_SENTENCE = 400  # characters


@lru_cache(maxsize=2048)  # each paragraph of the corpus is asked for over and over
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order; a very long one is cut after its semicolons."""
    return tuple(clause for sentence in _cut(text, Span(0, len(text)), _END) for clause in _clauses(text, sentence))


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    if sentence.end - sentence.start <= LONGEST_SENTENCE:
        yield sentence
    else:
        yield from _cut(text, sentence, re.compile(r";\s+"))


def _cut(text: str, within: Span, end: re.Pattern[str]) -> Iterator[Span]:
    start = within.start
    for found in end.finditer(text, within.start, within.end):
        yield from _stripped(text, start, found.end())
        start = found.end()
    yield from _stripped(text, start, within.end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    if part.strip():
        yield Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
