"""The passages in Chroma: written in batches, and read back whole when an index is opened."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from index.embedder import Embedder, Vectors
from index.types import Passage, Progress

COLLECTION = "passages"
_BATCH = 64


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
        settings = ChromaSettings(anonymized_telemetry=False)
        self.chroma = Chroma(
            collection_name=COLLECTION,
            client=chromadb.PersistentClient(path=str(folder), settings=settings),
            embedding_function=_LangChainEmbeddings(embedder),
            collection_configuration={"hnsw": {"space": "cosine"}},
        )

    def add(self, passages: Sequence[Passage], progress: Progress) -> None:
        """Embed and write the passages, batch by batch; `progress` is told after each."""
        progress(0, len(passages))
        for done in range(0, len(passages), _BATCH):
            batch = passages[done : done + _BATCH]
            self.chroma.add_texts(
                [passage.embedded for passage in batch],
                metadatas=[_metadata(passage) for passage in batch],
                ids=[f"{done + place}:{passage.paragraph}" for place, passage in enumerate(batch)],
            )
            progress(done + len(batch), len(passages))

    def count(self) -> int:
        """How many passages are stored."""
        return int(self.chroma._collection.count())

    def vectors(self) -> tuple[list[dict[str, Any]], Vectors]:
        """The metadata and the vector of every passage, row by row."""
        stored = self.chroma.get(include=["embeddings", "metadatas"])
        return stored["metadatas"], np.asarray(stored["embeddings"], dtype=np.float32)


def _metadata(passage: Passage) -> dict[str, Any]:
    return {
        "paragraph": passage.paragraph,
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "is_question": passage.is_question,
    }
