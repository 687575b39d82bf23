"""Which paragraphs may answer, and which gaps are open, where only some of the documents are asked.

Looked up in arrays made when an index is opened: there are thousands of gaps, and few choices of documents among them.
"""

from collections import defaultdict
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from corpus.load import Corpus
from index.types import Scores

_INHERITED = 0.85  # of the score of what a draft became


class Scope:
    """The paragraphs and gaps of a corpus, in its order, by document and by what they come near."""

    def __init__(self, corpus: Corpus) -> None:
        self.paragraphs = list(corpus)
        self._documents = np.array([paragraph.document for paragraph in corpus])
        place = {paragraph.id: at for at, paragraph in enumerate(corpus)}
        drafted = [(place[one.id], place[one.published]) for one in corpus if one.published in place]
        self._drafts, self._published = np.array(drafted, dtype=np.intp).reshape(-1, 2).T
        alike = {gap.documents: gap for gap in corpus.gaps}
        self._one_of_each = list(alike.values())
        kinds = {documents: kind for kind, documents in enumerate(alike)}
        self._kinds = np.array([kinds[gap.documents] for gap in corpus.gaps], dtype=np.intp)
        self._near: dict[str, list[int]] = defaultdict(list)
        for number, gap in enumerate(corpus.gaps):
            for paragraph in gap.near:
                self._near[paragraph].append(number)

    def allowed(self, documents: Collection[str]) -> NDArray[np.bool_]:
        """Of every paragraph, whether it is of one of these documents."""
        return np.isin(self._documents, list(documents))

    def with_published(self, scores: Scores) -> Scores:
        """Of every paragraph its score; of one that became another, most of that other's if it is better.

        The questions that a draft answers are written for what it became; but what it alone says goes before.
        """
        shared = scores.copy()
        shared[self._drafts] = np.maximum(scores[self._drafts], _INHERITED * scores[self._published])
        return shared

    def answering(self, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Of every paragraph, whether its questions are answered where these are allowed."""
        answering = allowed.copy()
        answering[self._published] |= allowed[self._drafts]
        return answering

    def left_open(self, documents: Collection[str]) -> NDArray[np.bool_]:
        """Of every gap, whether none of these documents may answer."""
        return np.array([gap.is_open_in(documents) for gap in self._one_of_each], dtype=bool)[self._kinds]

    def gaps_near(self, paragraph_id: str) -> list[int]:
        """The places of the gaps that a paragraph comes near, and leaves open."""
        return self._near.get(paragraph_id, [])
