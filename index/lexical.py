"""Lexical search: BM25 over paragraphs by the stems of their words, and by those of the questions they answer.

It is made anew from the corpus when an index is opened (some 50 ms), so it can never be out of step with it.
"""

from collections.abc import Sequence

import bm25s
import numpy as np
import Stemmer

from corpus.load import Corpus
from corpus.search_text import search_text
from index.passages import lead_in
from index.types import Scores


def stems(texts: Sequence[str]) -> list[list[str]]:
    """The stems of the telling words of each text."""
    stemmer = Stemmer.Stemmer("english")
    found: list[list[str]] = bm25s.tokenize(
        list(texts), stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False
    )
    return found


class Lexical:
    """BM25 (Robertson and Zaragoza 2009, Lucene's variant) over one text a paragraph."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._bm25 = bm25s.BM25()
        self._count = len(texts)
        found = stems(texts)
        self._empty = not any(found)  # of which bm25s cannot make an index: a corpus nobody wrote questions for
        if not self._empty:
            self._bm25.index(found, show_progress=False)

    def scores(self, question: str) -> Scores:
        """The BM25 score of every text; 0 where no stem is shared."""
        known = [] if self._empty else [stem for stem in stems([question])[0] if stem in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)


class Wordings:
    """BM25 over single questions, so that many questions weigh no less than few; the best of each paragraph or gap."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._lexical = Lexical([question for questions in groups for question in questions])
        self._owner = np.repeat(np.arange(len(groups)), [len(questions) for questions in groups])
        self._count = len(groups)

    def scores(self, question: str) -> Scores:
        """The score of the best question of every group; 0 where none shares a stem."""
        best = np.zeros(self._count, dtype=np.float32)
        np.maximum.at(best, self._owner, self._lexical.scores(question))
        return best


def of_texts(corpus: Corpus) -> Lexical:
    """BM25 over the paragraphs' own words."""
    return Lexical([f"{lead_in(paragraph, corpus)} {search_text(paragraph, corpus)}" for paragraph in corpus])


def of_questions(corpus: Corpus) -> Lexical:
    """BM25 over the questions that each paragraph answers, taken together."""
    return Lexical([" ".join(corpus.questions.get(paragraph.id, ())) for paragraph in corpus])


def of_wordings(corpus: Corpus) -> Wordings:
    """BM25 over each question that a paragraph answers, and each that a gap leaves open."""
    answered = [corpus.questions.get(paragraph.id, ()) for paragraph in corpus]
    return Wordings([*answered, *(gap.questions for gap in corpus.gaps)])
