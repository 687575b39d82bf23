"""How much of what is asked a paragraph has no word for: neither its text nor any question that it answers."""

import math
from collections import Counter
from collections.abc import Sequence

from index.lexical import Lexical


class Coverage:
    """The stems of each paragraph's text and questions; a rare stem weighs more, by its inverse document frequency."""

    def __init__(self, texts: Lexical, questions: Lexical) -> None:
        self._stem = texts.stems
        self._known = [one | other for one, other in zip(texts.stems_of_each, questions.stems_of_each, strict=True)]
        self._paragraphs_with = Counter(stem for known in self._known for stem in known)

    def lacking(self, question: str, at: int) -> float:
        """The share of a question's stems, by weight, that the paragraph at this place lacks: 0 (none) to 1 (all)."""
        stems = self._stem(question)
        asked = self._weight(stems)
        return self._weight([stem for stem in stems if stem not in self._known[at]]) / asked if asked else 0.0

    def _weight(self, stems: Sequence[str] | frozenset[str]) -> float:
        return sum(math.log((1 + len(self._known)) / (1 + self._paragraphs_with[stem])) for stem in stems)
