"""Hybrid search: what is near in meaning and what shares the words, in texts and in questions, fused."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.load import Corpus
from index.dense import Dense
from index.embedder import Embedder
from index.fusion import Evidence, Fusion
from index.leaning import Leaning
from index.lexical import Lexical, Wordings
from index.scope import Scope
from index.small_words import likeness
from index.types import Found, Hit, NearGap


@dataclass(frozen=True)
class Search:
    """One open index, asked. `fusion` makes one score of four."""

    corpus: Corpus
    scope: Scope
    embedder: Embedder
    dense: Dense
    texts: Lexical
    questions: Lexical
    wordings: Wordings
    leaning: Leaning
    fusion: Fusion = Evidence.fused

    def find(self, question: str, documents: Collection[str], limit: int = 10, beside: str = "") -> Found:
        """The paragraphs of `documents` that answer best, best first, and the nearest gap.

        What is asked `beside` the question, if anything is, counts as much: a follow-up as it was typed, for instance.
        """
        found = self.evidence(question, documents)
        if beside:
            found = found.halfway(self.evidence(beside, documents))
        scores = np.where(found.allowed, self.fusion(found), -np.inf)
        best = np.argsort(-scores, kind="stable")[: min(limit, int(found.allowed.sum()))]
        hits = (
            Hit(
                paragraph=self.scope.paragraphs[at].id,
                score=float(scores[at]),
                similarity=float(found.passage[at]),
                asked=max(0.0, float(found.question[at])),
                sentences=self.dense.sentences(at, found.cosines),
            )
            for at in map(int, best)
        )
        of_first = self._left_open_by(int(best[0]), found) if beside and len(best) else 0.0
        return Found(tuple(hits), self._nearest_gap(found, beside or question, of_first))

    def evidence(self, question: str, documents: Collection[str]) -> Evidence:
        """What each kind of search says of every paragraph; the words count only where they may be found."""
        allowed, left_open = self.scope.allowed(documents), self.scope.left_open(documents)
        count = len(allowed)
        vector = self.embedder.embed_query(question)
        cosines = self.dense.cosines(vector)
        nearest, wordings = self.dense.nearest_question(cosines), self.wordings.scores(question)
        return Evidence(
            allowed=allowed,
            cosines=cosines,
            passage=self.dense.nearest_passage(cosines)[:count],
            question=self.scope.with_published(nearest[:count]),
            words=self.texts.scores(question) * allowed,
            question_words=self.scope.with_published(self.questions.scores(question)) * allowed,
            wordings=self.scope.with_published(wordings[:count]) * allowed,
            gaps=np.where(left_open, nearest[count:], -1).astype(np.float32),
            gap_wordings=wordings[count:] * left_open,
            leaning=self.leaning(vector),
        )

    def _nearest_gap(self, found: Evidence, question: str, of_first: float) -> NearGap | None:
        if not len(found.gaps):
            return None
        ahead = found.ahead()
        at = int(np.argmax(ahead))
        of_paragraphs = np.append(self.scope.answering(found.allowed), np.zeros(len(found.gaps), dtype=bool))
        of_gaps = np.append(np.zeros(len(found.allowed), dtype=bool), found.gaps > -1)
        left_open, answered = (self.dense.nearest_few(found.cosines, places) for places in (of_gaps, of_paragraphs))
        return NearGap(
            gap=self.corpus.gaps[at],
            ahead=float(ahead[at]),
            similarity=float(found.gaps[at]),
            few_ahead=_mean_cosine(left_open) - _mean_cosine(answered),
            put_alike=likeness(question, _texts(left_open)) - likeness(question, _texts(answered)),
            of_first=of_first,
        )

    def _left_open_by(self, at: int, found: Evidence) -> float:
        """How much nearer a question of the gaps near a paragraph comes than one that it answers; 0 if it has none."""
        nearest = self.dense.nearest_question(found.cosines)
        gaps = [gap for gap in self.scope.gaps_near(self.scope.paragraphs[at].id) if found.gaps[gap] > -1]
        left_open = [nearest[len(found.allowed) + gap] for gap in gaps]
        return float(max(left_open) - nearest[at]) if left_open else 0.0


def _mean_cosine(few: Sequence[tuple[float, str]]) -> float:
    return sum(cosine for cosine, _ in few) / len(few) if few else 0.0


def _texts(few: Sequence[tuple[float, str]]) -> list[str]:
    return [text for _, text in few]
