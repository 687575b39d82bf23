"""Builds an index beside the one that serves, and switches over at the end (see manifest.py for the folders).

A passage whose embedded text stands in the index that serves, under the same model, takes its vector from there:
only what changed is embedded again. A build that dies leaves `current.json` as it was; what it left behind is swept
by the next build.
"""

import hashlib
import json
import os
import shutil
import uuid
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import filelock

from corpus.errors import IndexFailure
from corpus.load import Corpus
from index import passages as passage_module
from index.embedder import Embedder
from index.manifest import Manifest, build_folder, chroma_folder, current, home, pointer
from index.passages import passages
from index.store import Known, PassageStore
from index.types import Progress

FORMAT = 1  # of what a build holds; a change makes every index due


def fingerprint(corpus: Corpus, embedder: Embedder) -> str:
    """What tells when a rebuild is due: a hash of the texts, the catalog, the passage settings and the model."""
    told = [f"format {FORMAT}", passage_module.SETTINGS, embedder.fingerprint]
    told += [
        f"{one.id}\t{one.cite}\t{one.kind}\t{one.part_of}\t{one.published}\t{one.quality}\t{one.section}\t{one.text}"
        for one in corpus
    ]
    told += [f"{name}\t{questions}" for name, questions in corpus.questions.items()]
    told += [f"{gap.id}\t{gap.questions}" for gap in corpus.gaps]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def build(
    corpus: Corpus, embedder: Embedder, data_dir: Path, progress: Progress, *, everything: bool = False
) -> Manifest:
    """Build an index and make it the one that serves. Raises IndexFailure if it cannot be written.

    `everything` embeds also what the index that serves has vectors for.
    """
    folder = home(data_dir)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / "build.lock"):
            return _build(corpus, embedder, data_dir, progress, everything=everything)
    except (OSError, chroma_errors()) as error:
        reason = getattr(error, "strerror", None) or (str(error) or type(error).__name__).splitlines()[0]
        raise IndexFailure(
            f"The index cannot be written to {folder} ({reason}): make room there or set R2P_DATA_DIR."
        ) from error


def _build(corpus: Corpus, embedder: Embedder, data_dir: Path, progress: Progress, *, everything: bool) -> Manifest:
    before = current(data_dir)
    _sweep(data_dir, keep={before.build} if before else set())
    # By length, so that the embedder pads little: its batches are of passages that follow each other here.
    due = sorted(passages(corpus, embedder.count, embedder.window), key=lambda passage: len(passage.embedded))
    manifest = Manifest(
        build=uuid.uuid4().hex[:12],
        fingerprint=fingerprint(corpus, embedder),
        model=embedder.fingerprint,
        passages=len(due),
        paragraphs=len(corpus.paragraphs),
        built=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    try:
        known = {} if everything else _known(before, embedder, data_dir)
        embedded = PassageStore(chroma_folder(data_dir, manifest), embedder).add(due, progress, known)
    except BaseException:
        shutil.rmtree(build_folder(data_dir, manifest), ignore_errors=True)
        raise
    manifest = replace(manifest, embedded=embedded)
    _switch(data_dir, manifest)
    return manifest


def _known(serving: Manifest | None, embedder: Embedder, data_dir: Path) -> Known:
    """What the index that serves has embedded with this model; nothing if it cannot be read."""
    if not serving or serving.model != embedder.fingerprint:
        return {}
    try:
        return PassageStore(chroma_folder(data_dir, serving), embedder).known()
    except (OSError, ValueError, chroma_errors()):
        return {}


def _switch(data_dir: Path, manifest: Manifest) -> None:
    """Make a build the one that serves, in one step; the one before stays for those that have it open."""
    serving = pointer(data_dir)
    new = serving.with_suffix(".json.new")
    with new.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    new.replace(serving)


def _sweep(data_dir: Path, keep: set[str]) -> None:
    """Remove what earlier builds left: the ones that died, and those nobody is served from any more."""
    for folder in home(data_dir).iterdir():
        if folder.is_dir() and folder.name not in keep:
            with suppress(OSError):
                shutil.rmtree(folder)


def chroma_errors() -> type[Exception]:
    """The base of Chroma's errors; imported late because Chroma is slow to import."""
    from chromadb.errors import ChromaError

    return ChromaError
