"""A shown passage as evidence: its sentences, as a reader of a damaged scan would read them, and what stands around."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.chat.verification.force import Force, most_asked
from assistant.chat.verification.types import Shown
from assistant.chat.verification.verbatim import Words, words_meant, words_of
from assistant.glossary import spelled_out
from corpus.load import Corpus
from corpus.search_text import normalised
from corpus.sentences import sentences
from corpus.types import Document, Paragraph, Span
from corpus.wordlist import Wordlist

MOST_SENTENCES = 3  # that stand together and support one sentence


@dataclass(frozen=True)
class Window:
    """Up to MOST_SENTENCES sentences that follow one another: where they stand, and how they read."""

    span: Span
    text: str
    sentences: int = 1


@dataclass(frozen=True)
class Passage:
    """A shown passage.

    `sentences` are its sentences as they read; `around` is what tells who speaks and of what: the lead-in, the
    headings, the document's names; `notes` its footnotes, and what was published of a draft; `least` the force that
    its lead-in gives to all of it; `printed` are the words of its paragraph, `meant` the same as they read.
    """

    shown: Shown
    paragraph: Paragraph
    document: Document
    sentences: tuple[Window, ...]
    lead_in: str
    around: str
    notes: str
    least: Force
    printed: Words
    meant: Words

    @cached_property
    def text(self) -> str:
        """The shown words, as they read."""
        return " ".join(window.text for window in self.sentences)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """Every run of one to MOST_SENTENCES sentences, short ones first."""
        runs = ((first, length) for length in range(1, MOST_SENTENCES + 1) for first in range(len(self.sentences)))
        return tuple(_together(self.sentences[at : at + n]) for at, n in runs if at + n <= len(self.sentences))


def read_passages(shown: Mapping[str, Shown], corpus: Corpus) -> dict[str, Passage]:
    """The passages as evidence, by key; one whose paragraph is not in the corpus is none."""
    return {key: _passage(one, corpus) for key, one in shown.items() if one.paragraph in corpus}


def _passage(shown: Shown, corpus: Corpus) -> Passage:
    paragraph = corpus.get(shown.paragraph)
    lead_in = corpus.get(paragraph.part_of).text if paragraph.part_of else ""
    published = corpus.get(paragraph.published).text if paragraph.published else ""
    others = (*(corpus.get(one).text for one in paragraph.footnotes), published)
    document = corpus.documents[paragraph.document]
    return _read(shown, paragraph, document, lead_in, others, corpus.wordlist if paragraph.quality else None)


@lru_cache(maxsize=256)
def _read(
    shown: Shown,
    paragraph: Paragraph,
    document: Document,
    lead_in: str,
    others: tuple[str, ...],
    known: Wordlist | None,
) -> Passage:
    published, text = others[-1], paragraph.text
    spans = [span for span in sentences(text) if span.start < shown.end and span.end > shown.start]
    return Passage(
        shown, paragraph, document,
        sentences=tuple(Window(span, _readable(text[span.start : span.end], known, published)) for span in spans),
        lead_in=lead_in,
        around=" ".join([lead_in, *paragraph.section, *_names(document), paragraph.cite]),
        notes=" ".join(others),
        least=_least(paragraph, lead_in),
        printed=words_of(text),
        meant=words_meant(text, known, published) if known else words_of(text),
    )  # fmt: skip


def _names(document: Document) -> tuple[str, ...]:
    return (document.short, document.title, document.cite, document.date, *document.names)


def _least(paragraph: Paragraph, lead_in: str) -> Force:
    """The force of the lead-in's last sentence; a bullet under a heading alone is at most a piece of advice."""
    if paragraph.kind not in ("item", "bullet"):
        return Force.TOLD
    return most_asked(lead_in[sentences(lead_in)[-1].start :]) if lead_in else Force.ADVISED


def _together(windows: Sequence[Window]) -> Window:
    span = Span(windows[0].span.start, windows[-1].span.end)
    return Window(span, " ".join(one.text for one in windows), len(windows))


def _readable(text: str, known: Wordlist | None, published: str) -> str:
    return spelled_out(normalised(text, known, published) if known else text)
