"""The words the corpus is sure of, and the ways in which recognition misreads them.

A plain list of the words of the texts that are not scans. It is asked by two: how damaged a paragraph of a scan is
(quality.py), and what its words were before recognition (search_text.py), which serves search only.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

_LONGEST_JOIN = 5  # words that recognition ran together: "asaresult" is three
_SHORT = {
    "a", "an", "and", "as", "at", "be", "by", "can", "for", "has", "if", "in", "is", "it", "its", "no", "not", "of",
    "on", "or", "our", "the", "to", "we", "who",
}  # fmt: skip
_LOOKS_ALIKE = str.maketrans("0c1lj5", "ooiiis")


class Wordlist:
    """The words of `texts`, whatever their case."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter(word for text in texts for word in words(text))
        self._by_shape: dict[str, list[str]] = defaultdict(list)
        for word, _ in self.counts.most_common():
            if word.isalpha():
                self._by_shape[_shape(word)].append(word)

    def __contains__(self, word: str) -> bool:
        return word.lower() in self.counts

    def misread(self, word: str, expected: frozenset[str] = frozenset()) -> str | None:
        """The known word that looks like `word` on paper ("gen001de" -> "genocide"), `expected` ones first.

        Of those expected, one that differs in a single letter will do ("cun" -> "can").
        """
        lower = word.lower()
        alike = [one for one in self._by_shape.get(_shape(lower), []) if _looks_like(lower, one)]
        candidates = [one for one in alike if one in expected] + sorted(_one_letter_off(lower, expected)) + alike
        return next(iter(candidates), None)

    def joined(self, word: str) -> list[str] | None:
        """The known words that were run together in `word` ("asaresult" -> "as a result"), the fewest."""
        lower = word.lower()
        fewest: list[list[str] | None] = [[]]
        for end in range(1, len(lower) + 1):
            ways = [
                [*before, lower[start:end]]
                for start in range(end)
                if (before := fewest[start]) is not None and self._stands_alone(lower[start:end])
            ]
            fewest.append(min(ways, key=len, default=None))
        found = fewest[-1]
        return found if found and 1 < len(found) <= _LONGEST_JOIN else None

    def _stands_alone(self, part: str) -> bool:
        """Whether a part of a run-together word is a word: the short ones must be common, a number a year."""
        if len(part) <= 3 or not part.isalpha():
            return part in _SHORT or bool(re.fullmatch(r"(19|20)\d\d", part))
        return part in self.counts


def words(text: str) -> list[str]:
    """The words of a text in lower case, ligatures undone; an underscore is none of their letters."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower())


def _looks_like(word: str, known: str) -> bool:
    """Whether the shape they share is no chance: only 0 is taken for c, and short words must be common ones."""
    return (len(known) > 3 or known in _SHORT) and ("0" in word or word.count("c") == known.count("c"))


def _one_letter_off(word: str, expected: frozenset[str]) -> list[str]:
    if len(word) < 3:
        return []
    same_length = (one for one in expected if len(one) == len(word) and one.isalpha())
    return [one for one in same_length if sum(here != there for here, there in zip(word, one, strict=True)) == 1]


def _shape(word: str) -> str:
    """A word with what looks alike made the same: 0 and o, 1 and l, m and in."""
    return re.sub("rn|ni|in|nn", "m", word.translate(_LOOKS_ALIKE))
