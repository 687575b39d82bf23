"""Lexical search: BM25 over paragraphs by the stems of their words, and by those of the questions they answer.

It is made anew from the corpus when an index is opened (some 50 ms), so it can never be out of step with it.
"""

from collections.abc import Sequence

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

from corpus.load import Corpus
from corpus.search_text import search_text
from index.passages import lead_in

Scores = NDArray[np.float32]


class Lexical:
    """BM25 (Robertson and Zaragoza 2009, Lucene's variant) over one text a paragraph, then one a gap."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._stemmer = Stemmer.Stemmer("english")
        self._bm25 = bm25s.BM25()
        self._count = len(texts)
        stems = self._stems(texts)
        self._empty = not any(stems)  # of which bm25s cannot make an index: a corpus nobody wrote questions for
        if not self._empty:
            self._bm25.index(stems, show_progress=False)

    def scores(self, question: str) -> Scores:
        """The BM25 score of every paragraph; 0 where no stem is shared."""
        stems = self._stems([question])[0]
        known = [] if self._empty else [stem for stem in stems if stem in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def _stems(self, texts: Sequence[str]) -> list[list[str]]:
        found: list[list[str]] = bm25s.tokenize(
            list(texts), stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return found

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's words, those left out that every text has."""
        return frozenset(self._stems([text])[0])


def of_texts(corpus: Corpus) -> Lexical:
    """BM25 over the paragraphs' own words; gaps have none."""
    texts = [f"{lead_in(paragraph, corpus)} {search_text(paragraph, corpus)}" for paragraph in corpus]
    return Lexical([*texts, *("" for _ in corpus.gaps)])


def of_questions(corpus: Corpus) -> Lexical:
    """BM25 over the questions that the paragraphs answer, and over those of the gaps."""
    answered = [corpus.questions.get(paragraph.id, ()) for paragraph in corpus]
    return Lexical([" ".join(questions) for questions in (*answered, *(gap.questions for gap in corpus.gaps))])
