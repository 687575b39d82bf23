"""`r2p doctor`: what is installed, configured and reachable, and what is missing."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

import typer

from assistant.settings import Settings, read_settings
from corpus.check import found_wrong
from corpus.errors import R2PError
from corpus.load import load_corpus
from index.embedder import BUNDLED, Embedder

_PACKAGES = ("chromadb", "gradio", "langchain-chroma", "sentence-transformers", "torch")
_ROOM_NEEDED = 200  # MB for an index and the one before it


def doctor() -> None:
    """Say what is installed, configured and reachable, and what is missing."""
    settings = read_settings()
    findings = list(_findings(settings))
    for good, line in findings:
        typer.echo(f"{'ok     ' if good else 'MISSING'}  {line}")
    if not all(good for good, _ in findings):
        raise typer.Exit(1)


def _findings(settings: Settings) -> Iterator[tuple[bool, str]]:
    """Each finding: whether it is well, and one line."""
    for name in _PACKAGES:
        yield _tried(name, lambda name=name: version(name))  # type: ignore[misc]
    yield _tried("corpus", lambda: _corpus(settings))
    yield from _left_out(settings)
    yield _tried("embedding model", lambda: _model(settings))
    yield _tried("index", lambda: _index(settings))
    yield _tried("room on disk", lambda: _room(settings))
    yield True, "chat model: none configured; answers are extractive and nothing leaves this machine"


def _tried(name: str, look: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, f"{name}: {look()}"
    except PackageNotFoundError:
        return False, f"{name}: not installed; `pip install r2p-assistant`"
    except (R2PError, OSError) as error:
        return False, f"{name}: {error}"


def _left_out(settings: Settings) -> Iterator[tuple[bool, str]]:
    """Added documents that cannot be read."""
    try:
        yield from ((False, f"corpus: {warning}") for warning in load_corpus(documents=settings.documents).warnings)
    except R2PError:
        return  # said already


def _corpus(settings: Settings) -> str:
    corpus = load_corpus(documents=settings.documents)
    if problems := found_wrong(corpus):
        raise R2PError(f"{len(problems)} problems: see `r2p corpus check`.")
    added = f" ({len(corpus.added)} added)" if corpus.added else ""
    return f"{len(corpus.documents)} documents{added}, {len(corpus.paragraphs)} paragraphs, each in its place"


def _model(settings: Settings) -> str:
    embedder = Embedder(settings.embedding_model)
    if embedder.name == BUNDLED and embedder.fingerprint:  # which has held its weights to their hash
        return f"{embedder.name} (in this environment, weights as published)"
    return f"{embedder.name} ({'a folder' if embedder.folder else 'a hub id, downloaded at the first question'})"


def _index(settings: Settings) -> str:
    from index.build import fingerprint
    from index.manifest import current

    manifest = current(settings.data_dir)
    if not manifest:
        return f"none yet in {settings.data_dir}; the next question builds it"
    corpus = load_corpus(documents=settings.documents)
    due = manifest.fingerprint != fingerprint(corpus, Embedder(settings.embedding_model))
    return f"{manifest.passages} passages, {'a rebuild is due' if due else 'up to date'}"


def _room(settings: Settings) -> str:
    folder = settings.data_dir
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise R2PError(f"{folder} is no folder that can be written: set R2P_DATA_DIR to another one.")
    free = shutil.disk_usage(folder).free // 2**20
    if free < _ROOM_NEEDED:
        raise R2PError(f"{free} MB free at {folder}, {_ROOM_NEEDED} MB needed: make room or set R2P_DATA_DIR.")
    return f"{free} MB free at {folder}"
