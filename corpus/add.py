"""Adding a document: a file is read once, converted, surveyed, read by the grammar, shown, and only then kept."""

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.added import Original, Stored, source_of
from corpus.convert import convert, kind_of
from corpus.convert.markup import visible
from corpus.entry import Entry, describe
from corpus.errors import DocumentError
from corpus.file import read_once
from corpus.load import Corpus, read_document
from corpus.oddities import oddities
from corpus.survey import survey
from corpus.types import Kind, Paragraph


@dataclass(frozen=True)
class Bounds:
    """How large a file may be."""

    megabytes: int
    pages: int


@dataclass(frozen=True)
class Addition:
    """A document ready to be kept, and what a person should know of it first."""

    stored: Stored
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[str, ...]


def prepare(path: Path, entry: Entry, corpus: Corpus, bounds: Bounds) -> Addition:
    """Everything but the keeping. Raises DocumentError or CorpusError, saying what is wrong and what to do."""
    described = describe(entry, corpus)
    kind = kind_of(path.name)
    raw = read_once(path, bounds.megabytes)
    converted = convert(raw, kind, bounds.pages)
    surveyed = survey(converted.text, entry.id, source_of(entry.id))
    document = replace(described, sha256=hashlib.sha256(surveyed.text.encode()).hexdigest())
    paragraphs = tuple(read_document(document, surveyed.layout, surveyed.text))
    if not paragraphs:
        raise DocumentError("No paragraph can be found in the file: is its text all headings?")
    counts: Counter[Kind] = Counter(paragraph.kind for paragraph in paragraphs)
    stored = Stored(replace(document, expects=dict(counts)), surveyed.layout, surveyed.text, _original(path.name, raw))
    return Addition(stored, paragraphs, (*converted.remarks, *oddities(surveyed.numbering, paragraphs)))


def _original(name: str, raw: bytes) -> Original:
    added = datetime.now(UTC).isoformat(timespec="seconds")
    return Original(visible(name), hashlib.sha256(raw).hexdigest(), added)
