"""Where quoted words stand in a paragraph: word for word, or nearly so.

Words are compared, not characters: a curly apostrophe, a dash or a line break is no difference. What is shown is
always the paragraph's own text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.chat.verification.words import stem
from corpus.search_text import normalised
from corpus.types import Span
from corpus.wordlist import Wordlist, words

NEAR = 0.3  # of the quoted words may differ in a quotation that is mended
FEWEST_TO_MEND = 3  # words; shorter ones are near to anything
MOST_TO_MEND = 120  # words; the comparison takes their number times the paragraph's
_ALIKE = 0.4  # the cost of another form of the same word; another word costs 1


@dataclass(frozen=True)
class Words:
    """The words of a paragraph in order, where each stands, and the places of each."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    places: Mapping[str, Sequence[int]]


def verbatim(quoted: str, paragraph: Words, within: Span) -> Span | None:
    """Where all the quoted words stand in order, best inside the span `within`; None if nowhere."""
    wanted = words(quoted)
    if not wanted:
        return None
    found = [at for at in paragraph.places.get(wanted[0], ()) if _stands(wanted, paragraph.words, at)]
    shown = [at for at in found if paragraph.spans[at].start >= within.start and paragraph.spans[at].end <= within.end]
    at = next(iter(shown + found), None)
    return None if at is None else _span(paragraph, at, at + len(wanted))


def _stands(wanted: Sequence[str], there: Sequence[str], at: int) -> bool:
    return list(there[at : at + len(wanted)]) == wanted


def nearest(quoted: str, paragraph: Words) -> tuple[float, Span] | None:
    """The span whose words come nearest to the quoted ones, with the share that differs; None if none is near."""
    wanted = words(quoted)
    known = sum(word in paragraph.places for word in wanted)
    if not FEWEST_TO_MEND <= len(wanted) <= MOST_TO_MEND or known * 2 < len(wanted):
        return None
    cost, first, last = _aligned(wanted, paragraph.words)
    if first >= last or cost > NEAR * len(wanted):
        return None
    return cost / len(wanted), _span(paragraph, first, last)


def _aligned(wanted: Sequence[str], there: Sequence[str]) -> tuple[float, int, int]:
    """The cheapest edit of `wanted` into any run of `there`: its cost, and the run (Sellers 1980)."""
    row = [(0.0, start) for start in range(len(there) + 1)]
    for wrote, word in enumerate(wanted, start=1):
        above, row = row, [(float(wrote), 0)]
        for at, other in enumerate(there):
            kept = (above[at][0] + _difference(word, other), above[at][1])
            row.append(min(kept, (above[at + 1][0] + 1, above[at + 1][1]), (row[at][0] + 1, row[at][1])))
    cost, first, last = min((cost, -first, at) for at, (cost, first) in enumerate(row))
    return cost, -first, last


@lru_cache(maxsize=65536)
def _difference(word: str, other: str) -> float:
    if word == other:
        return 0.0
    return _ALIKE if stem(word) == stem(other) and not word.isdigit() else 1.0


def _span(paragraph: Words, first: int, last: int) -> Span:
    return Span(paragraph.spans[first].start, paragraph.spans[last - 1].end)


@lru_cache(maxsize=512)
def words_of(text: str) -> Words:
    """The words of a paragraph as it is printed."""
    return _words((found[0], Span(*found.span())) for found in re.finditer(r"[^\W_]+", text))


@lru_cache(maxsize=512)
def words_meant(text: str, known: Wordlist, published: str) -> Words:
    """The words of a damaged paragraph as they are to be read; words run together share their place."""
    pieces = re.finditer(r"[^\W_](?:\S*[^\W_])?", text)
    return _words((normalised(found[0], known, published), Span(*found.span())) for found in pieces)


def _words(pieces: Iterable[tuple[str, Span]]) -> Words:
    read = [(word, span) for piece, span in pieces for word in words(piece)]
    places: dict[str, list[int]] = defaultdict(list)
    for at, (word, _) in enumerate(read):
        places[word].append(at)
    return Words(tuple(word for word, _ in read), tuple(span for _, span in read), places)
