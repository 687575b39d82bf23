"""The passages in Chroma: written in batches, and read back whole when an index is opened."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.embedder import Embedder, Vectors
from index.types import Passage, Progress

Known = dict[str, NDArray[np.float32]]  # a text that was embedded, and its unit vector

COLLECTION = "passages"
_BATCH = 64
_PAGE = 10_000  # passages read at once: SQLite takes no more than 32,766 variables in one query


class Stored(NamedTuple):
    """The passages that are stored, row by row: what is told of each, the text that was embedded, its unit vector."""

    metadatas: Sequence[dict[str, Any]]
    texts: Sequence[str]
    vectors: Vectors


class _LangChainEmbeddings(Embeddings):
    """Our embedder as LangChain expects one."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embedder.embed(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        return self.embedder.embed_query(text)


class PassageStore:
    """The Chroma collection of one index."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.embedder = embedder
        settings = ChromaSettings(anonymized_telemetry=False)
        self.chroma = Chroma(
            collection_name=COLLECTION,
            client=chromadb.PersistentClient(path=str(folder), settings=settings),
            embedding_function=_LangChainEmbeddings(embedder),
            collection_configuration={"hnsw": {"space": "cosine"}},
        )

    def add(self, passages: Sequence[Passage], progress: Progress, known: Known | None = None) -> int:
        """Write the passages, batch by batch, and say how many had to be embedded: those not `known` already.

        `progress` is told after each batch.
        """
        known = dict(known or {})
        embedded = sum(passage.embedded not in known for passage in passages)
        progress(0, len(passages))
        for done in range(0, len(passages), _BATCH):
            batch = passages[done : done + _BATCH]
            self._learn(batch, known)
            self.chroma._collection.upsert(
                ids=[f"{done + place}:{passage.paragraph}" for place, passage in enumerate(batch)],
                embeddings=np.stack([known[passage.embedded] for passage in batch]),
                documents=[passage.embedded for passage in batch],
                metadatas=[_metadata(passage) for passage in batch],
            )
            progress(done + len(batch), len(passages))
        return embedded

    def _learn(self, batch: Sequence[Passage], known: Known) -> None:
        """Embed what is not known yet."""
        new = list(dict.fromkeys(passage.embedded for passage in batch if passage.embedded not in known))
        if new:
            known.update(zip(new, self.embedder.embed(new), strict=True))

    def known(self) -> Known:
        """The vector of every embedded text; one that is damaged is not known."""
        stored = self.stored()
        pairs = zip(stored.texts, stored.vectors, strict=True)
        return {text: vector for text, vector in pairs if np.isclose(np.linalg.norm(vector), 1, atol=1e-3)}

    def count(self) -> int:
        """How many passages are stored."""
        return int(self.chroma._collection.count())

    def stored(self) -> Stored:
        """Every passage as it is stored; read page by page."""
        pages = [
            self.chroma.get(include=["embeddings", "metadatas", "documents"], limit=_PAGE, offset=read)
            for read in range(0, max(1, self.count()), _PAGE)
        ]
        return Stored(
            list(chain.from_iterable(page["metadatas"] for page in pages)),
            list(chain.from_iterable(page["documents"] for page in pages)),
            np.concatenate([np.asarray(page["embeddings"], dtype=np.float32) for page in pages]),
        )


def _metadata(passage: Passage) -> dict[str, Any]:
    return {
        "paragraph": passage.paragraph,
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "is_question": passage.is_question,
    }
