"""The corpus: every paragraph of every document, tied together and ready to be looked up by id."""

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from corpus.added import folders, read_own_questions, read_stored
from corpus.catalog import SHIPPED, Catalog, Layout, read_catalog
from corpus.cite import ordinal
from corpus.draft import annotate
from corpus.errors import CorpusError
from corpus.gaps import Gap, read_gaps
from corpus.parse import Parsed, parse
from corpus.questions import read_questions
from corpus.sums import verified_text
from corpus.ties import tie, tie_repeats
from corpus.types import Document, Paragraph
from corpus.units import Account
from corpus.wordlist import Wordlist, words

_SMALL = re.compile(r"\b[^\W\dA-Z_][^\W\d_]*")


@dataclass(frozen=True)
class Source:
    """One source text, and what became of each of its lines."""

    layout: Layout
    text: str
    parsed: Parsed

    @property
    def accounts(self) -> tuple[Account, ...]:
        """What became of each block of the text, in order."""
        return self.parsed.accounts


@dataclass(frozen=True)
class Corpus:
    """Documents and paragraphs by id, in the order of the catalog and of print.

    `questions` are those that each paragraph answers (see questions.py), a paragraph may have none; `gaps` are
    what the texts leave open (see gaps.py).
    `added` are the documents that a user added, `warnings` name those that had to be left out.
    """

    documents: Mapping[str, Document]
    paragraphs: Mapping[str, Paragraph]
    sources: Mapping[str, Source]
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
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

    def series(self, paragraph_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a section that count "First, ...", "Second, ..." if this is one of them; else none."""
        of = self.get(paragraph_id)
        section = [one for one in self.of(of.document) if one.section == of.section and one.kind == "paragraph"]
        counted: list[Paragraph] = []
        for one in section:
            if re.match(rf"{ordinal(len(counted) + 1)}\b", one.text, re.IGNORECASE):
                counted.append(one)
        return tuple(counted) if len(counted) > 1 and of in counted else ()

    def drafts(self, paragraph_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a draft that became this one, in order."""
        return tuple(one for one in self if one.published == paragraph_id)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every text, and of what people call the texts ("Guterres report"), in small letters."""
        called = (name for document in self.documents.values() for name in document.names)
        return frozenset(word for text in chain((one.text for one in self), called) for word in words(text))

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Every word that some text begins with a small letter: no name is among them, particles aside."""
        return frozenset(word for one in self for word in _SMALL.findall(one.text))

    @cached_property
    def wordlist(self) -> Wordlist:
        """The words of the shipped documents that are not read from a scan."""
        return _wordlist(self, self.sources.values())


def _wordlist(paragraphs: Iterable[Paragraph], sources: Iterable[Source]) -> Wordlist:
    # Nor of added documents: how the draft is searched must not depend on what else a user has.
    others = {source.layout.body for source in sources if source.layout.scan or source.layout.as_printed}
    return Wordlist(one.text for one in paragraphs if one.document not in others)


def load_corpus(folder: Traversable = SHIPPED, documents: Path | None = None) -> Corpus:
    """The corpus of a folder; with the documents that a user added, where `documents` names their folder.

    Raises CorpusError as `read_corpus` does. An added
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
        questions={**corpus.questions, **_own(home, one)},
        added=(*corpus.added, stored.document.id),
    )


def _own(home: Path, one: Corpus) -> dict[str, tuple[str, ...]]:
    """The questions written for the paragraphs of an added document; never for those of another."""
    return {name: questions for name, questions in read_own_questions(home).items() if name in one.paragraphs}


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{Path(error.filename or '').name}: {error.strerror}"
    told = str(error).rstrip(".")
    return told if isinstance(error, CorpusError) else f"{type(error).__name__}: {told}"


def read_document(document: Document, layout: Layout, text: str) -> Corpus:
    """A corpus of one document. Raises CorpusError if its paragraph ids are not all different."""
    catalog = Catalog({document.id: document}, {layout.source: layout})
    source = Source(layout, text, parse(text, layout))
    return Corpus(catalog.documents, _paragraphs([source], catalog), {layout.source: source})


def refuse_double(document: Document, corpus: Corpus) -> None:
    """Raise CorpusError if a document of the corpus has the same id or is cited in the same way."""
    if document.id in corpus.documents:
        raise CorpusError(f"There is a document {document.id!r} already: choose another --id.")
    same = next((one.id for one in corpus.documents.values() if one.cite.lower() == document.cite.lower()), None)
    if same:
        raise CorpusError(f"{document.cite} is cited as {same!r} already: give it a --symbol of its own.")


@lru_cache(maxsize=4)
def _shipped(folder: Traversable) -> Corpus:
    """The corpus of a folder, read once a process."""
    return read_corpus(folder)


def read_corpus(folder: Traversable = SHIPPED, texts: Path | None = None) -> Corpus:
    """Read, parse and tie together the corpus of a folder; its texts may be copies in a folder of their own.

    Raises CorpusError if a source is missing or is not the text its sha256 in the catalog describes.
    """
    catalog = read_catalog(folder)
    sources: dict[str, Source] = {}
    for name, layout in catalog.layouts.items():
        text = verified_text(name, catalog, folder, texts or folder / "documents")
        sources[name] = Source(layout, text, parse(text, layout))
    paragraphs = _paragraphs(sources.values(), catalog)
    questions, gaps = read_questions(folder, paragraphs), read_gaps(folder, paragraphs)
    return Corpus(catalog.documents, paragraphs, sources, questions, gaps)


def _paragraphs(sources: Collection[Source], catalog: Catalog) -> dict[str, Paragraph]:
    """The paragraphs in the catalog's order, each with all that is known of it."""
    order = {document_id: place for place, document_id in enumerate(catalog.documents)}
    read = [unit.paragraph() for source in sources for unit in source.parsed.units]
    by_id = {paragraph.id: paragraph for paragraph in sorted(read, key=lambda one: order[one.document])}
    if len(by_id) != len(read):
        twice = [name for name, count in Counter(one.id for one in read).items() if count > 1]
        raise CorpusError(f"Paragraph ids stand twice ({', '.join(twice)}): see `r2p corpus check`.")
    tie(by_id, catalog)
    known = _wordlist(by_id.values(), sources)
    for source in sources:
        tie_repeats(by_id, source.accounts)
        annotate(by_id, source.layout, source.parsed.changes, source.accounts, known)
    return by_id
