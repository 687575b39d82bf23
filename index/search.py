"""Hybrid search: what is near in meaning and what shares the words, in texts and in questions, fused."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict, InstanceOf

from corpus.load import Corpus
from index.dense import Dense
from index.embedder import Embedder
from index.lexical import Lexical

Scores = NDArray[np.float32]

# A weighted sum of scores, which beats reciprocal rank fusion where the scores are comparable (Bruch, Gai and
# Ingber 2023); `python -m evals ablation` prints both on our cases. Cosines are taken as they are, BM25 scores
# as a share of the best one for the question.
WEIGHTS = {"passage": 0.5, "question": 1.0, "words": 0.15, "question words": 0.4}
# A paragraph nobody wrote questions for is given what its text alone lets expect: where a paragraph answers, its
# nearest question is on average this much nearer than its nearest passage.
QUESTION_ABOVE_PASSAGE = 0.14


class HybridRetriever(BaseRetriever):
    """A LangChain retriever over one index: a question in, paragraphs out, best first.

    The page content is the paragraph's text; the metadata are the fields of `Hit`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    corpus: InstanceOf[Corpus]  # pydantic would validate a plain dataclass down to its last paragraph
    embedder: Embedder
    dense: Dense
    texts: Lexical
    questions: Lexical
    documents: Collection[str]
    limit: int

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  (LangChain's signature)
    ) -> list[Document]:
        found = self.evidence(query)
        score = found.fused()
        allowed = found.allowed
        best = [int(at) for at in np.argsort(-score, kind="stable") if allowed[at]][: self.limit]
        paragraphs = list(self.corpus)
        return [
            Document(
                page_content=paragraphs[at].text,
                metadata={
                    "paragraph": paragraphs[at].id,
                    "score": float(score[at]),
                    "similarity": float(found.passage[at]),
                    "asked": max(0.0, float(found.question[at])),
                    "sentences": self.dense.sentences(at, found.cosines),
                },
            )
            for at in best
        ]

    def evidence(self, query: str) -> "Evidence":
        """What each kind of search says of every paragraph; the words count only where they may be found."""
        allowed = np.array([paragraph.document in self.documents for paragraph in self.corpus])
        cosines = self.dense.cosines(self.embedder.embed_query(query))
        return Evidence(
            allowed=allowed,
            cosines=cosines,
            passage=self.dense.nearest_passage(cosines),
            question=self.dense.nearest_question(cosines),
            words=self.texts.scores(query) * allowed,
            question_words=self.questions.scores(query) * allowed,
        )


@dataclass(frozen=True)
class Evidence:
    """Four scores a paragraph, in the corpus's order; `cosines` are those of the single passages."""

    allowed: NDArray[np.bool_]
    cosines: Scores
    passage: Scores
    question: Scores
    words: Scores
    question_words: Scores

    def fused(self) -> Scores:
        """One score a paragraph (see WEIGHTS)."""
        return fuse(self.passage, self.question, self.words, self.question_words)


def fuse(passage: Scores, asked: Scores, words: Scores, question_words: Scores) -> Scores:
    """One score a paragraph from its four (see WEIGHTS)."""
    expected = np.where(asked < 0, passage + QUESTION_ABOVE_PASSAGE, asked)
    return np.asarray(
        WEIGHTS["passage"] * passage
        + WEIGHTS["question"] * expected
        + WEIGHTS["words"] * share(words)
        + WEIGHTS["question words"] * share(question_words),
        dtype=np.float32,
    )


def share(scores: Scores) -> Scores:
    """BM25 scores as shares of the best one."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
