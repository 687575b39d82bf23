"""Lexical search: BM25 over whole paragraphs, by the words' stems.

It is made anew from the corpus when an index is opened (some 50 ms), so it can never be out of step with it.
"""

from collections.abc import Collection, Sequence

import bm25s
import numpy as np
import Stemmer

from corpus.load import Corpus
from index.passages import lead_in


class Lexical:
    """BM25 (Robertson and Zaragoza 2009, Lucene's variant) over the paragraphs of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.ids = [paragraph.id for paragraph in corpus]
        self._documents = np.array([paragraph.document for paragraph in corpus])
        self._stemmer = Stemmer.Stemmer("english")
        self._bm25 = bm25s.BM25()
        texts = [f"{lead_in(paragraph, corpus)} {paragraph.text}" for paragraph in corpus]
        self._bm25.index(self._stems(texts), show_progress=False)

    def rank(self, question: str, documents: Collection[str], limit: int) -> list[tuple[str, float]]:
        """The paragraphs of `documents` that share stems with the question, best first, with their scores."""
        known = [stem for stem in self._stems([question])[0] if stem in self._bm25.vocab_dict]
        if not known:
            return []
        scores = self._bm25.get_scores(known) * np.isin(self._documents, list(documents))
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self.ids[at], float(scores[at])) for at in best if scores[at] > 0]

    def _stems(self, texts: Sequence[str]) -> list[list[str]]:
        found: list[list[str]] = bm25s.tokenize(
            list(texts), stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return found
