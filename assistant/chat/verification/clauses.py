"""What a small word such as "not" or "must" governs: the next words that carry meaning, up to the clause's end."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.chat.verification.words import Word, canonical, read
from corpus.wordlist import words

# A clause ends at its punctuation, and at these words.
CLAUSE_ENDS = frozenset(
    words("that which who whom whose but because if when where while although though unless whereas")
)
_STOP = re.compile(r"[,;:.!?()\n–—]")
FEW = 4  # words that a small word governs


@dataclass(frozen=True)
class Governed:
    """The stems that a small word governs, nearest first, and those `before` it, nearest first, in its clause."""

    by: str
    stems: tuple[str, ...]
    before: tuple[str, ...]

    @property
    def around(self) -> frozenset[str]:
        """The stems on both sides."""
        return frozenset(self.stems + self.before)


def governed(
    text: str, pattern: re.Pattern[str], ends: Collection[str] = CLAUSE_ENDS, reach: int = FEW
) -> tuple[Governed, ...]:
    """What each match of `pattern` governs: `reach` words on either side; `ends` are the words that end a clause."""
    spoken = read(text)
    return tuple(
        Governed(
            found[0],
            tuple(
                islice(_near(text, (word for word in spoken if word.start >= found.end()), found.end(), ends), reach)
            ),
            tuple(islice(_near(text, _back(spoken, found.start()), found.start(), ends), reach)),
        )
        for found in pattern.finditer(text)
    )


def _back(spoken: Sequence[Word], start: int) -> Iterator[Word]:
    return (word for word in reversed(spoken) if word.end <= start)


def _near(text: str, spoken: Iterable[Word], at: int, ends: Collection[str]) -> Iterator[str]:
    """The stems of the words that carry meaning, up to the clause's end; `at` is how far the text was read."""
    for word in spoken:
        between = text[at : word.start] if at <= word.start else text[word.end : at]
        if _STOP.search(between) or word.text.lower() in ends:
            return
        at = word.end if at <= word.start else word.start
        if word.carries:
            yield canonical(word.stem)
