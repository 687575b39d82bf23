"""What a user says of a document to be added, held to the form of the catalog's own entries."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.added import is_id, source_of
from corpus.convert.markup import visible
from corpus.errors import DocumentError
from corpus.load import Corpus, refuse_double
from corpus.types import Document

_LONGEST = 500  # characters of a title; of anything else a fifth
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SHORT_TITLE = 60


@dataclass(frozen=True)
class Entry:
    """The catalog entry of a document to be added; `symbol`, `short` and `names` may be left empty."""

    id: str
    title: str
    date: str
    status: str
    symbol: str = ""
    short: str = ""
    names: tuple[str, ...] = ()


def describe(entry: Entry, corpus: Corpus) -> Document:
    """The document as the catalog has it, without its text yet.

    Raises DocumentError if a value cannot be used, CorpusError if another document has the id or the citation.
    A document whose status says "confidential" is searched only when it is asked for, like the draft of 2013.
    """
    if not is_id(entry.id):
        raise DocumentError(f"{entry.id!r} cannot be an id: use small letters, digits and hyphens, 40 at most.")
    title = _words(entry.title, "--title", _LONGEST)
    symbol = _words(entry.symbol, "--symbol") if entry.symbol else ""
    short = _words(entry.short, "--short") if entry.short else _short(title, _year(entry.date), entry.id, corpus)
    names = tuple(_words(name, "--name") for name in entry.names)
    status = _words(entry.status, "--status")
    document = Document(
        entry.id, short, title, symbol or title, entry.date, _year(entry.date), status, source_of(entry.id), sha256="",
        names=tuple(dict.fromkeys((short, entry.id, *names))), confidential="confidential" in status.lower(),
    )  # fmt: skip
    refuse_double(document, corpus)
    return document


def _words(value: str, option: str, longest: int = _LONGEST // 5) -> str:
    words = " ".join(visible(value.replace("\n", " ")).split())
    if not re.search(r"\w", words) or len(words) > longest:
        raise DocumentError(f"{option} {words[:40]!r} cannot be used: give 1 to {longest} characters of text.")
    return words


def _year(told: str) -> int:
    """The year of a date: "2018", "2018-06" or "2018-06-01"."""
    try:
        if not _DATE.fullmatch(told):
            raise ValueError(told)
        return date.fromisoformat(f"{told}-01-01"[:10]).year
    except ValueError:
        raise DocumentError(f"--date {told!r} is no date: write it as 2018-06-01, 2018-06 or 2018.") from None


def _short(title: str, year: int, document_id: str, corpus: Corpus) -> str:
    """How sentences call it: "2018 report", if no other is called so; else its title, or its id if that is long."""
    taken = {one.short.lower() for one in corpus.documents.values()}
    wished = f"{year} report" if "report" in title.lower() else title
    return wished if len(wished) <= _SHORT_TITLE and wished.lower() not in taken else document_id
