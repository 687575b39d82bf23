"""Dense search: the cosine of a question with every passage, exact, from vectors held in memory.

The vectors are kept in Chroma and read once, when an index is opened: composing an answer needs the cosine of
every sentence anyway, and one matrix product gives them all, exact and quick enough that no approximate search is
needed.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from corpus.load import Corpus
from corpus.types import Span
from index.embedder import Vectors
from index.store import Stored
from index.types import Scores

FEW = 8
_NONE = -1.0  # the cosine of a paragraph that has no passage of the kind


class Dense:
    """The passages of a corpus as one matrix; rows are passages, scores are by paragraph, then by gap."""

    def __init__(self, corpus: Corpus, stored: Stored) -> None:
        names = [*corpus.paragraphs, *(gap.id for gap in corpus.gaps)]
        place = {name: at for at, name in enumerate(names)}
        known = [row for row, one in enumerate(stored.metadatas) if one["paragraph"] in place]
        self._vectors = stored.vectors[known]
        self._texts = [stored.texts[row] for row in known]
        kept = [stored.metadatas[row] for row in known]
        self._paragraphs = np.array([place[one["paragraph"]] for one in kept], dtype=np.intp)
        self._is_question = np.array([one["is_question"] for one in kept], dtype=bool)
        self._count = len(place)
        self._gaps_from = len(corpus.paragraphs)
        self._spans: dict[int, list[tuple[Span, int]]] = defaultdict(list)
        for row, one in enumerate(kept):
            if not one["is_question"]:
                self._spans[place[one["paragraph"]]].append((Span(one["start"], one["end"]), row))

    def cosines(self, vector: list[float]) -> Scores:
        """The cosine of a unit vector with every passage, row by row."""
        return np.asarray(self._vectors @ np.asarray(vector, dtype=np.float32), dtype=np.float32)

    def nearest_passage(self, cosines: Scores) -> Scores:
        """The best cosine among the passages of each paragraph."""
        return self._best(cosines, ~self._is_question)

    def nearest_question(self, cosines: Scores) -> Scores:
        """The best cosine among the questions of each paragraph; -1 for one that has none."""
        return self._best(cosines, self._is_question)

    def sentences(self, paragraph: int, cosines: Scores) -> list[tuple[Span, float]]:
        """Each passage of the paragraph at this place of the corpus, with its cosine."""
        return [(span, float(cosines[row])) for span, row in self._spans[paragraph]]

    def nearest_few(self, cosines: Scores, places: NDArray[np.bool_]) -> list[tuple[float, str]]:
        """The FEW nearest questions of these paragraphs or gaps with their cosines, nearest first."""
        rows = np.flatnonzero(self._is_question & places[self._paragraphs])
        if len(rows) > FEW:
            rows = rows[np.argpartition(-cosines[rows], FEW)[:FEW]]
        nearest = rows[np.argsort(-cosines[rows], kind="stable")]
        return [(float(cosines[row]), self._texts[row]) for row in nearest]

    def questions(self) -> tuple[Vectors, Vectors]:
        """The vectors of the questions that paragraphs answer, and of those that gaps leave open."""
        of_gaps = self._paragraphs >= self._gaps_from
        return self._vectors[self._is_question & ~of_gaps], self._vectors[self._is_question & of_gaps]

    def _best(self, cosines: Scores, among: NDArray[np.bool_]) -> Scores:
        best = np.full(self._count, _NONE, dtype=np.float32)
        np.maximum.at(best, self._paragraphs[among], cosines[among])
        return best
