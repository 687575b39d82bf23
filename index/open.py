"""The index as the assistant sees it: opened (built first if a rebuild is due), and asked."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import IndexFailure
from corpus.load import Corpus
from index.build import build, chroma_errors, fingerprint
from index.dense import Dense
from index.embedder import Embedder
from index.fusion import Fusion
from index.leaning import Leaning
from index.lexical import of_questions, of_texts, of_wordings
from index.manifest import Manifest, chroma_folder, current
from index.retriever import HybridRetriever
from index.scope import Scope
from index.search import Search
from index.store import PassageStore
from index.telemetry import silence
from index.types import Found, Hit, Progress


@dataclass(frozen=True)
class Index:
    """One open index. `manifest` says which build it is."""

    manifest: Manifest
    searching: Search

    def find(self, question: str, documents: Collection[str], limit: int = 10, beside: str = "") -> Found:
        """The paragraphs of `documents` that answer best, best first, and the nearest gap (see Search.find)."""
        return self.searching.find(question, documents, limit, beside)

    def search(self, question: str, documents: Collection[str], limit: int = 10) -> tuple[Hit, ...]:
        """The paragraphs alone."""
        return self.find(question, documents, limit).hits

    def retriever(self, documents: Collection[str], limit: int = 10) -> HybridRetriever:
        """The LangChain retriever over these documents."""
        return HybridRetriever(search=self.searching, documents=documents, limit=limit)

    def fused_by(self, fusion: Fusion) -> "Index":
        """The same index, its scores fused in another way."""
        return replace(self, searching=replace(self.searching, fusion=fusion))


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
    stored = PassageStore(chroma_folder(data_dir, manifest), embedder).stored()
    if len(stored.texts) != manifest.passages:
        raise IndexFailure("The index is incomplete: run `r2p index build`.")
    dense = Dense(corpus, stored)
    lexical = of_texts(corpus), of_questions(corpus), of_wordings(corpus)
    return Index(manifest, Search(corpus, Scope(corpus), embedder, dense, *lexical, Leaning(*dense.questions())))
