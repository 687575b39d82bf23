"""The corpus: every paragraph of every document, tied together and ready to be looked up by id."""

import hashlib
import logging
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

from corpus.added import folders, read_stored
from corpus.catalog import SHIPPED, Catalog, Layout, read_catalog
from corpus.cite import cite
from corpus.errors import CorpusError
from corpus.parse import parse
from corpus.questions import read_questions
from corpus.types import Document, Paragraph
from corpus.units import Account


@dataclass(frozen=True)
class Source:
    """One source text, and what became of each of its lines."""

    layout: Layout
    text: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True)
class Corpus:
    """Documents and paragraphs by id, in the order of the catalog and of print.

    `questions` are those that each paragraph answers (see questions.py); a paragraph may have none.
    `added` are the documents that a user added, `warnings` name those that had to be left out.
    """

    documents: Mapping[str, Document]
    paragraphs: Mapping[str, Paragraph]
    sources: Mapping[str, Source]
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __contains__(self, paragraph_id: str) -> bool:
        return paragraph_id in self.paragraphs

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self.paragraphs.values())

    def get(self, paragraph_id: str) -> Paragraph:
        """The paragraph with this id. Raises CorpusError if there is none."""
        try:
            return self.paragraphs[paragraph_id]
        except KeyError:
            raise CorpusError(f"There is no paragraph {paragraph_id!r}: `r2p corpus export` prints every id.") from None

    def of(self, document_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a document, in order. Raises CorpusError if it is not in the corpus."""
        if document_id not in self.documents:
            known = ", ".join(self.documents)
            raise CorpusError(f"There is no document {document_id!r}: the corpus has {known}.")
        return tuple(paragraph for paragraph in self if paragraph.document == document_id)

    def parts(self, paragraph_id: str) -> tuple[Paragraph, ...]:
        """The items or bullets of a lead-in, in order."""
        kinds = ("item", "bullet")
        return tuple(part for part in self if part.part_of == paragraph_id and part.kind in kinds)


def load_corpus(folder: Traversable = SHIPPED, documents: Path | None = None) -> Corpus:
    """The corpus of a folder; with the documents that a user added, where `documents` names their folder.

    Raises CorpusError if a source is missing or is not the text its sha256 in the catalog describes. An added
    document that is amiss is left out, and the corpus's `warnings` name it.
    """
    corpus = _shipped(folder)  # type: ignore[arg-type]  # every Traversable there is can be hashed
    for home in folders(documents) if documents else ():
        corpus = _with_added(corpus, home)
    return corpus


def _with_added(corpus: Corpus, home: Path) -> Corpus:
    try:
        stored = read_stored(home)
        one = read_document(stored.document, stored.layout, stored.text)
        refuse_double(stored.document, corpus)
    except Exception as error:  # whatever is wrong with one, the others are not to suffer from it
        logging.getLogger(__name__).debug("Left out %s", home, exc_info=True)
        warning = f"The added document {home.name} was left out ({_reason(error)}): remove it and add it again."
        return replace(corpus, warnings=(*corpus.warnings, " ".join(warning.split())))
    return replace(
        corpus,
        documents={**corpus.documents, **one.documents},
        paragraphs={**corpus.paragraphs, **one.paragraphs},
        sources={**corpus.sources, **one.sources},
        added=(*corpus.added, stored.document.id),
    )


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{Path(error.filename or '').name}: {error.strerror}"
    told = str(error).rstrip(".")
    return told if isinstance(error, CorpusError) else f"{type(error).__name__}: {told}"


def read_document(document: Document, layout: Layout, text: str) -> Corpus:
    """A corpus of one document. Raises CorpusError if its paragraph ids are not all different."""
    units, accounts = parse(text, layout)
    catalog = Catalog({document.id: document}, {layout.source: layout})
    paragraphs = _tied([unit.paragraph() for unit in units], catalog)
    return Corpus(catalog.documents, paragraphs, {layout.source: Source(layout, text, tuple(accounts))})


def refuse_double(document: Document, corpus: Corpus) -> None:
    """Raise CorpusError if a document of the corpus has the same id or is cited in the same way."""
    if document.id in corpus.documents:
        raise CorpusError(f"There is a document {document.id!r} already: choose another --id.")
    same = next((one.id for one in corpus.documents.values() if one.cite.lower() == document.cite.lower()), None)
    if same:
        raise CorpusError(f"{document.cite} is cited as {same!r} already: give it a --symbol of its own.")


@lru_cache(maxsize=4)
def _shipped(folder: Traversable) -> Corpus:
    catalog = read_catalog(folder)
    sources: dict[str, Source] = {}
    read: list[Paragraph] = []
    for name, layout in catalog.layouts.items():
        text = _source_text(folder, name, catalog)
        units, accounts = parse(text, layout)
        sources[name] = Source(layout, text, tuple(accounts))
        read += [unit.paragraph() for unit in units]
    paragraphs = _tied(read, catalog)
    return Corpus(catalog.documents, paragraphs, sources, read_questions(folder, paragraphs))


def _source_text(folder: Traversable, name: str, catalog: Catalog) -> str:
    """The text of a source, if it is the one that the catalog describes."""
    expected = next(document.sha256 for document in catalog.documents.values() if document.source == name)
    try:
        raw = (folder / "documents" / name).read_bytes()
    except OSError as error:
        raise CorpusError(f"The text {name} cannot be read ({error.strerror}): restore it.") from error
    if hashlib.sha256(raw).hexdigest() != expected:
        raise CorpusError(f"The text {name} was altered (its sha256 is not the catalog's): restore it.")
    return raw.decode("utf-8")


def _tied(read: list[Paragraph], catalog: Catalog) -> dict[str, Paragraph]:
    """The paragraphs in the catalog's order, each with its citation, notes, footnotes and counterpart."""
    order = {document_id: place for place, document_id in enumerate(catalog.documents)}
    by_id = {paragraph.id: paragraph for paragraph in sorted(read, key=lambda one: order[one.document])}
    if len(by_id) != len(read):
        twice = [name for name, count in Counter(one.id for one in read).items() if count > 1]
        raise CorpusError(f"Paragraph ids stand twice ({', '.join(twice)}): see `r2p corpus check`.")
    for layout in catalog.layouts.values():
        _tie_footnotes(by_id, layout)
        _tie_notes(by_id, layout)
        _tie_published(by_id, layout)
    _add_citations(by_id, catalog)
    return by_id


def _tie_footnotes(by_id: dict[str, Paragraph], layout: Layout) -> None:
    """A footnote belongs to the paragraph that cites it first, wherever it is printed."""
    for paragraph in [one for one in by_id.values() if one.document == layout.body]:
        cited = [f"{layout.body}:fn/{mark.number}" for mark in paragraph.marks]
        # A number that several footnotes of an added document carry does not tell which of them is meant.
        known = tuple(dict.fromkeys(one for one in cited if one in by_id and f"{one}-2" not in by_id))
        if known:
            by_id[paragraph.id] = replace(paragraph, footnotes=known)
        for footnote in known:
            if by_id[footnote].part_of is None:
                by_id[footnote] = replace(by_id[footnote], part_of=paragraph.id, section=paragraph.section)


def _tie_notes(by_id: dict[str, Paragraph], layout: Layout) -> None:
    """A box belongs to the paragraph whose number it carries, or to the one the catalog names."""
    notes = defaultdict(list)
    for note in [one for one in by_id.values() if layout.boxes and one.document == layout.boxes]:
        label = note.label.removeprefix("note/")
        about = by_id[f"{layout.body}:{layout.about.get(label, label.split('/')[0])}"]
        by_id[note.id] = replace(note, part_of=about.id, section=about.section)
        notes[about.id].append(note.id)
    for about_id, ids in notes.items():
        by_id[about_id] = replace(by_id[about_id], notes=tuple(ids))


def _tie_published(by_id: dict[str, Paragraph], layout: Layout) -> None:
    """A draft's paragraph became the one of the same number, shifted as the catalog says."""
    shift = layout.published_shift
    for draft in [one for one in by_id.values() if layout.published and one.document == layout.body]:
        if draft.label.isdigit():
            moved = shift["by"] if int(draft.label) >= shift["from"] else 0
            by_id[draft.id] = replace(draft, published=f"{layout.published}:{int(draft.label) + moved}")


def _add_citations(by_id: dict[str, Paragraph], catalog: Catalog) -> None:
    positions: Counter[tuple[object, ...]] = Counter()
    for paragraph in list(by_id.values()):
        depth = paragraph.label.count("/")
        among = (paragraph.document, paragraph.section, paragraph.kind, depth, paragraph.label.rpartition("/")[0])
        positions[among] += 1
        document = catalog.documents[paragraph.document]
        by_id[paragraph.id] = replace(paragraph, cite=cite(paragraph, document, positions[among]))
