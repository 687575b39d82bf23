"""The index as the assistant sees it: opened (built first if a rebuild is due), and asked."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexFailure
from corpus.load import Corpus
from corpus.types import Span
from index.build import Manifest, build, chroma_errors, chroma_folder, current, fingerprint
from index.embedder import Embedder, Vectors
from index.lexical import Lexical
from index.search import HybridRetriever
from index.store import PassageStore
from index.telemetry import silence
from index.types import Hit, Progress


@dataclass(frozen=True)
class Index:
    """One open index. `manifest` says which build it is."""

    corpus: Corpus
    embedder: Embedder
    manifest: Manifest
    store: PassageStore
    lexical: Lexical
    spans: dict[str, list[tuple[Span, int]]]
    vectors: Vectors

    def search(self, question: str, documents: Collection[str], limit: int = 10) -> tuple[Hit, ...]:
        """The paragraphs of `documents` that answer best, best first. Raises IndexFailure if it broke."""
        retriever = HybridRetriever(
            store=self.store, lexical=self.lexical, embedder=self.embedder, spans=self.spans,
            vectors=self.vectors, documents=documents, limit=limit,
        )  # fmt: skip
        try:
            found = retriever.invoke(question)
        except (OSError, chroma_errors()) as error:
            raise IndexFailure(
                f"The index can no longer be read ({str(error).splitlines()[0]}): run `r2p index build`."
            ) from error
        return tuple(Hit(**document.metadata) for document in found if document.metadata["paragraph"] in self.corpus)


def open_index(corpus: Corpus, embedder: Embedder, data_dir: Path, progress: Progress) -> Index:
    """Open the index of a data folder; build it first if there is none, or a rebuild is due, or it is broken."""
    silence()
    manifest = current(data_dir)
    if manifest and manifest.fingerprint == fingerprint(corpus, embedder):
        try:
            return _open(corpus, embedder, data_dir, manifest)
        except (OSError, IndexFailure, chroma_errors()):
            pass  # half-written or damaged: what can be made anew is made anew
    return _open(corpus, embedder, data_dir, build(corpus, embedder, data_dir, progress))


def _open(corpus: Corpus, embedder: Embedder, data_dir: Path, manifest: Manifest) -> Index:
    store = PassageStore(chroma_folder(data_dir, manifest), embedder)
    metadatas, vectors = store.vectors()
    if len(metadatas) != manifest.passages:
        raise IndexFailure("The index is incomplete: run `r2p index build`.")
    spans = defaultdict(list)
    for row, metadata in enumerate(metadatas):
        spans[metadata["paragraph"]].append((Span(metadata["start"], metadata["end"]), row))
    return Index(corpus, embedder, manifest, store, Lexical(corpus), dict(spans), vectors)
