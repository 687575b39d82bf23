"""The documents that a user added, as they are kept in the data folder: one folder each, apart from the shipped ones.

    <data>/documents/sg-2018/document.toml   its entry in the catalog, and what it was made from
    <data>/documents/sg-2018/text.md         the converted text, which its paragraphs are read from
    <data>/documents/sg-2018/questions.toml  questions that its paragraphs answer, if a chat model wrote any

A folder is written under a hidden name and renamed when it is whole, so that it is there or it is not.
"""

import hashlib
import os
import re
import shutil
import tomllib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import filelock
import tomlkit

from corpus.catalog import Layout
from corpus.errors import CorpusError, DocumentError
from corpus.survey import layout_of
from corpus.types import Document

FORMAT = 1  # of what a folder holds; a later version reads the earlier ones
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True)
class Original:
    """The file that was added: its name, the sha256 of what was read of it, and when."""

    name: str
    sha256: str
    added: str


@dataclass(frozen=True)
class Stored:
    """An added document as it is kept."""

    document: Document
    layout: Layout
    text: str
    original: Original


def is_id(name: str) -> bool:
    """Whether a name can be a document's id (and its folder's name): small letters, digits, hyphens, 40 at most."""
    return bool(_ID.fullmatch(name))


def source_of(document_id: str) -> str:
    """What the source of an added document is called in the corpus."""
    return f"{document_id}/text.md"


def folders(home: Path) -> list[Path]:
    """The folders of all added documents, by id; none if there is no such home."""
    try:
        return sorted(one for one in home.iterdir() if one.is_dir() and is_id(one.name))
    except OSError:
        return []


def read_stored(folder: Path) -> Stored:
    """An added document. Raises CorpusError if it was written by a later version, or altered since."""
    data = tomllib.loads((folder / "document.toml").read_text(encoding="utf-8"))
    if data["format"] > FORMAT:
        raise CorpusError("it was added by a later version of the assistant")
    raw = (folder / "text.md").read_bytes()
    document = _document(folder.name, data)
    if hashlib.sha256(raw).hexdigest() != document.sha256:
        raise CorpusError("its text was altered")
    told = data["text"]
    layout = layout_of(document.id, document.source, told["begins_at"], numbered=told["numbered"])
    return Stored(document, layout, raw.decode("utf-8"), Original(**data["original"]))


def _document(document_id: str, data: dict[str, Any]) -> Document:
    entry = {**data["document"], "names": tuple(data["document"]["names"]), "sha256": data["text"]["sha256"]}
    return Document(id=document_id, source=source_of(document_id), year=int(entry["date"][:4]), **entry)


def store(stored: Stored, home: Path) -> None:
    """Keep a document. Raises DocumentError if there is one of this id, or it cannot be written."""
    with _writing(home):
        target = home / stored.document.id
        if target.exists():
            raise DocumentError(f"There is a document {stored.document.id!r} already: choose another --id.")
        new = home / f".{target.name}.{uuid.uuid4().hex}"
        new.mkdir()
        _write(new / "text.md", stored.text)
        _write(new / "document.toml", tomlkit.dumps(_told(stored)))
        new.rename(target)


def read_own_questions(folder: Path) -> dict[str, tuple[str, ...]]:
    """The questions written for an added document, by paragraph id; none if there are none or they are amiss."""
    try:
        data = tomllib.loads((folder / "questions.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: tuple(map(str, questions)) for name, questions in data.items() if isinstance(questions, list)}


def store_questions(document_id: str, questions: Mapping[str, Sequence[str]], home: Path) -> None:
    """Keep the questions written for an added document, in the place of those it had.

    Raises DocumentError if there is none of this id, or they cannot be written.
    """
    refuse_unknown(document_id, home)
    with _writing(home):
        new = home / document_id / ".questions.toml"
        _write(new, tomlkit.dumps({name: list(several) for name, several in questions.items()}))
        new.replace(home / document_id / "questions.toml")


def discard(document_id: str, home: Path) -> None:
    """Remove an added document. Raises DocumentError if there is none of this id, or it cannot be removed."""
    refuse_unknown(document_id, home)
    with _writing(home):
        gone = home / f".{document_id}.{uuid.uuid4().hex}"
        (home / document_id).rename(gone)
        shutil.rmtree(gone)


def refuse_unknown(document_id: str, home: Path) -> None:
    """Raise DocumentError if no document of this id was added."""
    if not is_id(document_id) or not (home / document_id).is_dir():
        raise DocumentError(f"There is no added document {document_id!r}: `r2p corpus list` names them.")


def _told(stored: Stored) -> dict[str, Any]:
    """What document.toml says; the id is the folder's name, the year is the date's."""
    derived = ("id", "year", "source", "sha256")
    entry = {name: value for name, value in asdict(stored.document).items() if name not in derived}
    layout = {"begins_at": stored.layout.begins_at, "numbered": stored.layout.numbered}
    return {
        "format": FORMAT,
        "document": {**entry, "names": list(stored.document.names), "expects": dict(stored.document.expects)},
        "text": {"sha256": stored.document.sha256, **layout},
        "original": asdict(stored.original),
    }


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _writing(home: Path) -> Iterator[None]:
    """One writer at a time; what one that died left behind is swept."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(home / ".lock"):
            for left in [one for one in home.iterdir() if one.is_dir() and one.name.startswith(".")]:
                shutil.rmtree(left)
            yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DocumentError(f"{home} cannot be written ({reason}): make room there or set R2P_DATA_DIR.") from error
