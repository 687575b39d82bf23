"""What an answer is made from: the corpus and its index, opened together."""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.registers.store import open_registers
from assistant.registers.types import Registers
from assistant.settings import Settings
from corpus.load import Corpus, load_corpus
from index.embedder import Embedder
from index.types import Found, Hit, Progress

if TYPE_CHECKING:
    from assistant.chat.chat import Chat
    from index.open import Index


logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sources:
    """The corpus, the index that serves, and the chat model if one is configured. Safe to share between threads."""

    settings: Settings
    corpus: Corpus
    embedder: Embedder
    index: "Index"
    chat: "Chat | None" = None

    def search(self, question: str, documents: Collection[str], limit: int = 10) -> tuple[Hit, ...]:
        """The paragraphs of `documents` that answer best, best first."""
        return self.find(question, documents, limit).hits

    def find(self, question: str, documents: Collection[str], limit: int = 10, beside: str = "") -> Found:
        """The same, and what the texts are known to leave open that the question comes near to (see Search.find)."""
        return self.index.find(question, documents, limit, beside)

    @cached_property
    def registers(self) -> Registers:
        """What the documents ask, have learned and name: kept with the index."""
        return open_registers(self.corpus, self.settings.data_dir)


def silent(_done: int, _total: int) -> None:
    """A progress nobody watches."""


def load_documents(settings: Settings) -> Corpus:
    """The corpus with the documents that the user added; what had to be left out is said in the log (on stderr)."""
    corpus = load_corpus(documents=settings.documents)
    for warning in corpus.warnings:
        logger.warning(warning)
    return corpus


def open_sources(settings: Settings, progress: Progress | None = None) -> Sources:
    """Load the corpus and the model, and open the index; build it first if a rebuild is due.

    Raises CorpusError, EmbedderError, IndexFailure or SettingsError. `progress` is told of a build, passage by passage.
    """
    chat = _open_chat(settings)
    corpus = load_documents(settings)
    embedder = Embedder(settings.embedding_model)
    index = _open(corpus, embedder, settings, progress or silent)
    embedder.embed_query("warm")  # the first encoding is slow; better now than at the first question
    sources = Sources(settings, corpus, embedder, index, chat)
    sources.registers  # noqa: B018  # kept with the index from now on
    return sources


def _open_chat(settings: Settings) -> "Chat | None":
    from assistant.chat.chat import open_chat  # LangChain takes half a second to import

    return open_chat(settings)


def _open(corpus: Corpus, embedder: Embedder, settings: Settings, progress: Progress) -> "Index":
    from index.open import open_index  # Chroma and LangChain take seconds to import

    return open_index(corpus, embedder, settings.data_dir, progress)
