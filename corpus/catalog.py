"""Reads catalog.toml: the documents, and the declared peculiarities of each source (`Layout`)."""

import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from corpus.errors import CorpusError
from corpus.scan import Scan
from corpus.types import Document, Kind

SHIPPED = files("corpus")


@dataclass(frozen=True)
class Part:
    """A part of a source that begins with the words `begins`; its paragraphs' labels begin with `key`."""

    begins: str
    key: str
    title: str
    kind: Kind = "paragraph"  # "memo": the whole part is one paragraph


@dataclass(frozen=True)
class Layout:
    """What one source does that the grammar does not foresee; catalog.toml says why, field by field.

    An added document (see added.py) is read `as_printed`: its numbers count as they stand, with their gaps and
    repeats (numbers.py), its headings are all marked, and its body begins at the line `begins_at`.
    """

    source: str
    body: str
    begins: str
    begins_at: int = 0
    as_printed: bool = False
    numbered: bool = True
    markup: bool = True
    printed_again: bool = False
    opening_section: str = ""
    rule: re.Pattern[str] | None = None
    signature: re.Pattern[str] | None = None
    boxes: str = ""
    box: re.Pattern[str] | None = None
    about: dict[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    outdented: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    scan: Scan | None = None
    published: str = ""
    published_shift: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Catalog:
    """The documents in the order of the catalog, and the layout of each source by its file name."""

    documents: dict[str, Document]
    layouts: dict[str, Layout]


def read_catalog(folder: Traversable = SHIPPED) -> Catalog:
    """The catalog of a corpus folder. Raises CorpusError if a file is missing or malformed."""
    try:
        data = tomllib.loads((folder / "catalog.toml").read_text(encoding="utf-8"))
        sums = _sha256_sums((folder / "documents" / "SHA256SUMS").read_text(encoding="utf-8"))
        documents = [_document(entry, sums) for entry in data["documents"]]
        layouts = {source: _layout(source, entry) for source, entry in data["sources"].items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CorpusError(f"The catalog of the documents cannot be read ({error}): reinstall it.") from error
    return Catalog({document.id: document for document in documents}, layouts)


def _sha256_sums(text: str) -> dict[str, str]:
    return {name: digest for digest, name in (line.split() for line in text.splitlines())}


def _document(entry: dict[str, Any], sums: dict[str, str]) -> Document:
    names = tuple(entry.pop("names", ()))
    return Document(**entry, names=names, year=int(entry["date"][:4]), sha256=sums[entry["source"]])


def _layout(source: str, entry: dict[str, Any]) -> Layout:
    for name in ("rule", "signature", "box"):
        if name in entry:
            entry[name] = re.compile(entry[name])
    if "scan" in entry:
        entry["scan"] = _scan(entry["scan"])
    entry["parts"] = tuple(Part(**part) for part in entry.pop("parts", ()))
    for name in ("titles", "outdented"):
        entry[name] = tuple(entry.get(name, ()))
    return Layout(source=source, **entry)


def _scan(entry: dict[str, Any]) -> Scan:
    """The arrays of the file as tuples, its patterns compiled."""
    tuples = {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
    patterns = {name: re.compile(entry[name]) for name in ("balloon", "connector")}
    return Scan(**{**entry, **tuples, **patterns})
