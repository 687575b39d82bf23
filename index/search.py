"""Hybrid search: what is near in meaning and what shares the words, fused by rank, rolled up to paragraphs."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.types import Span
from index.embedder import Embedder, Vectors
from index.lexical import Lexical
from index.store import PassageStore

# Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): score = sum of weight / (RANK_CONSTANT + rank).
RANK_CONSTANT = 60
# Everyday questions share few words with the reports, so the words weigh less: best of .3, .5, .7 and 1 on
# the dev cases (see README).
LEXICAL_WEIGHT = 0.4
_DEPTH = 120  # passages looked at; a paragraph has some five


class HybridRetriever(BaseRetriever):
    """A LangChain retriever over one index: a question in, paragraphs out, best first.

    A Document's metadata are `paragraph`, `score` (fused), `similarity` (cosine of the nearest passage) and
    `sentences`: the (span, cosine) of each passage of the paragraph.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    store: PassageStore
    lexical: Lexical
    embedder: Embedder
    spans: dict[str, list[tuple[Span, int]]]
    vectors: Vectors
    documents: Collection[str]
    limit: int

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  (LangChain's signature)
    ) -> list[Document]:
        vector = self.embedder.embed_query(query)
        near = _best_passage(self.store.nearest(vector, self.documents, _DEPTH))
        words = [name for name, _ in self.lexical.rank(query, self.documents, _DEPTH)]
        fused = fuse((list(near), 1.0), (words, LEXICAL_WEIGHT))
        return [self._document(name, score, near.get(name, 0.0), vector) for name, score in fused[: self.limit]]

    def _document(self, name: str, score: float, similarity: float, vector: list[float]) -> Document:
        spans = [span for span, _ in self.spans.get(name, [])]
        rows = [row for _, row in self.spans.get(name, [])]
        cosines = (self.vectors[rows] @ vector).tolist() if rows else []
        sentences = list(zip(spans, cosines, strict=True))
        metadata = {"paragraph": name, "score": score, "similarity": similarity, "sentences": sentences}
        return Document(page_content=name, metadata=metadata)


def _best_passage(found: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each paragraph once, at the place of its nearest passage."""
    best: dict[str, float] = {}
    for name, similarity in found:
        best.setdefault(name, similarity)
    return best


def fuse(*rankings: tuple[list[str], float]) -> list[tuple[str, float]]:
    """Rankings, each with its weight, fused by reciprocal rank; best first, ties by name."""
    scores: dict[str, float] = defaultdict(float)
    for ranking, weight in rankings:
        for rank, name in enumerate(ranking, start=1):
            scores[name] += weight / (RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
