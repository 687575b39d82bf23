"""Hybrid search: what is near in meaning and what shares the words, in texts and in questions, fused."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from corpus.load import Corpus
from index.dense import Dense
from index.embedder import Embedder
from index.fusion import Evidence, Fusion
from index.lexical import Lexical
from index.types import Found, Hit, NearGap


@dataclass(frozen=True)
class Search:
    """One open index, asked. `fusion` makes one score of four."""

    corpus: Corpus
    embedder: Embedder
    dense: Dense
    texts: Lexical
    questions: Lexical
    fusion: Fusion = Evidence.fused

    def find(self, question: str, documents: Collection[str], limit: int = 10) -> Found:
        """The paragraphs of `documents` that answer best, best first, and the nearest gap."""
        found = self.evidence(question, documents)
        scores = np.where(found.allowed, self.fusion(found), -np.inf)
        best = np.argsort(-scores, kind="stable")[: min(limit, int(found.allowed.sum()))]
        paragraphs = list(self.corpus)
        hits = (
            Hit(
                paragraph=paragraphs[at].id,
                score=float(scores[at]),
                similarity=float(found.passage[at]),
                asked=max(0.0, float(found.question[at])),
                sentences=self.dense.sentences(at, found.cosines),
            )
            for at in map(int, best)
        )
        return Found(tuple(hits), self._nearest_gap(question, found))

    def evidence(self, question: str, documents: Collection[str]) -> Evidence:
        """What each kind of search says of every paragraph; the words count only where they may be found."""
        allowed = np.array([paragraph.document in documents for paragraph in self.corpus])
        count = len(allowed)
        cosines = self.dense.cosines(self.embedder.embed_query(question))
        nearest, words = self.dense.nearest_question(cosines), self.questions.scores(question)
        answered_words = words[:count] * allowed
        return Evidence(
            allowed=allowed,
            cosines=cosines,
            passage=self.dense.nearest_passage(cosines)[:count],
            question=nearest[:count],
            words=self.texts.scores(question)[:count] * allowed,
            question_words=answered_words,
            gaps=nearest[count:],
            gap_words=words[count:],
        )

    def _nearest_gap(self, question: str, found: Evidence) -> NearGap | None:
        if not len(found.gaps):
            return None
        left_open, answered = found.left_open()
        at = int(np.argmax(left_open))
        own_word = not self._words_of_gaps.isdisjoint(self.questions.stems(question))
        return NearGap(self.corpus.gaps[at], float(left_open[at]), float(found.gaps[at]), answered, own_word)

    @cached_property
    def _words_of_gaps(self) -> frozenset[str]:
        """The stems that stand in questions of the gaps, and in no text and no question that a text answers."""
        answered = " ".join(question for questions in self.corpus.questions.values() for question in questions)
        known = self.questions.stems(f"{answered} {' '.join(one.text for one in self.corpus)}")
        return self.questions.stems(" ".join(one for gap in self.corpus.gaps for one in gap.questions)) - known
