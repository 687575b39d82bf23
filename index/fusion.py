"""What the four kinds of search say of every paragraph, and one score made of them."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from index.types import Scores

# A weighted sum of scores, which beats reciprocal rank fusion where the scores are comparable (Bruch, Gai and
# Ingber 2023); `python -m evals ablation` prints both on our cases. Cosines are taken as they are, BM25 scores
# as a share of the best one for the question.
WEIGHTS = {"passage": 0.7, "question": 1.3, "words": 0.05, "question words": 0.4}
# What a question's leaning adds to how far ahead a gap is.
LEANING_WEIGHS = 0.2
# A paragraph nobody wrote questions for is given what its text alone lets expect: where a paragraph answers, its
# nearest question is on average this much nearer than its nearest passage.
QUESTION_ABOVE_PASSAGE = 0.14


@dataclass(frozen=True)
class Evidence:
    """Four scores a paragraph, in the corpus's order; `cosines` are those of the single passages.

    `wordings` has the words shared with the best single question of each. `gaps` and `gap_wordings` are, of every
    gap, what `question` and `wordings` are of paragraphs; `leaning` is the question's (see index.leaning).
    """

    allowed: NDArray[np.bool_]
    cosines: Scores
    passage: Scores
    question: Scores
    words: Scores
    question_words: Scores
    wordings: Scores
    gaps: Scores
    gap_wordings: Scores
    leaning: float = 0.0

    def halfway(self, other: "Evidence") -> "Evidence":
        """The mean of what is found by two questions, asked of the same documents."""
        scores = (one.name for one in fields(self) if one.name != "allowed")
        return replace(self, **{name: (getattr(self, name) + getattr(other, name)) / 2 for name in scores})

    def fused(self) -> Scores:
        """One score a paragraph (see WEIGHTS)."""
        return fuse(self.passage, self.question, self.words, self.question_words)

    def ahead(self) -> Scores:
        """How much nearer the question is to what each gap leaves open than to what any paragraph answers.

        The words count if there are questions to compare with: those who wrote none for a document know no gaps of it.
        """
        words = np.concatenate([self.wordings, self.gap_wordings])
        shares = share(words) if self.wordings.any() else words * 0
        count = len(self.wordings)
        answered = asked(expected(self.passage, self.question), shares[:count])[self.allowed].max(initial=0.0)
        ahead = asked(self.gaps, shares[count:]) - answered + LEANING_WEIGHS * self.leaning
        return np.asarray(ahead, dtype=np.float32)


Fusion = Callable[[Evidence], Scores]


def expected(passage: Scores, question: Scores) -> Scores:
    """The cosine of the nearest question; of a paragraph that has none, what its nearest passage lets expect."""
    return np.asarray(np.where(question < 0, passage + QUESTION_ABOVE_PASSAGE, question), dtype=np.float32)


def asked(cosines: Scores, shares: Scores) -> Scores:
    """How near the questions come: the cosine of the nearest, and the words shared with all."""
    return np.asarray(WEIGHTS["question"] * cosines + WEIGHTS["question words"] * shares, dtype=np.float32)


def fuse(passage: Scores, question: Scores, words: Scores, question_words: Scores) -> Scores:
    """One score a paragraph from its four (see WEIGHTS)."""
    by_questions = asked(expected(passage, question), share(question_words))
    return np.asarray(WEIGHTS["passage"] * passage + WEIGHTS["words"] * share(words) + by_questions, dtype=np.float32)


def share(scores: Scores) -> Scores:
    """BM25 scores as shares of the best one."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
