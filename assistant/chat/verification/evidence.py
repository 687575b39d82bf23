"""A shown passage as evidence: its sentences, as a reader of a damaged scan would read them, and what stands around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.chat.verification.force import Force, most_asked
from assistant.chat.verification.types import Shown
from assistant.glossary import spelled_out
from corpus.load import Corpus
from corpus.search_text import normalised
from corpus.sentences import sentences
from corpus.types import Paragraph, Span
from corpus.wordlist import Wordlist

MOST_SENTENCES = 3  # that stand together and support one sentence


@dataclass(frozen=True)
class Window:
    """Up to MOST_SENTENCES sentences that follow one another: where they stand, and how they read."""

    span: Span
    text: str


@dataclass(frozen=True)
class Passage:
    """A shown passage.

    `sentences` are its sentences as they read; `around` is what tells who speaks and of what: the lead-in, the
    headings, the document's names; `least` the force that its lead-in gives to all of it.
    """

    shown: Shown
    paragraph: Paragraph
    sentences: tuple[Window, ...]
    around: str
    least: Force

    @property
    def text(self) -> str:
        """The shown words, as they read."""
        return " ".join(window.text for window in self.sentences)

    def windows(self) -> Iterator[Window]:
        """Every run of one to MOST_SENTENCES sentences, short ones first."""
        for length in range(1, MOST_SENTENCES + 1):
            for first in range(len(self.sentences) - length + 1):
                yield _together(self.sentences[first : first + length])


def read_passage(shown: Shown, corpus: Corpus) -> Passage:
    """The passage as evidence. Raises CorpusError if its paragraph is not in the corpus."""
    paragraph = corpus.get(shown.paragraph)
    published = corpus.get(paragraph.published).text if paragraph.published else ""
    spans = [span for span in sentences(paragraph.text) if span.start < shown.end and span.end > shown.start]
    known = corpus.wordlist if paragraph.quality else None
    read = tuple(Window(span, _readable(paragraph.text[span.start : span.end], known, published)) for span in spans)
    lead_in = corpus.get(paragraph.part_of).text if paragraph.part_of else ""
    return Passage(shown, paragraph, read, _around(paragraph, lead_in, corpus), _least(paragraph, lead_in))


def _around(paragraph: Paragraph, lead_in: str, corpus: Corpus) -> str:
    document = corpus.documents[paragraph.document]
    names = (document.short, document.title, document.cite, document.date, str(document.year), document.source)
    others = [*paragraph.footnotes, *([paragraph.published] if paragraph.published else [])]
    return " ".join([lead_in, *paragraph.section, *names, paragraph.cite, *(corpus.get(one).text for one in others)])


def _least(paragraph: Paragraph, lead_in: str) -> Force:
    """The force of the lead-in's last sentence; a bullet under a heading alone is at most a piece of advice."""
    if paragraph.kind not in ("item", "bullet"):
        return Force.TOLD
    return most_asked(lead_in[sentences(lead_in)[-1].start :]) if lead_in else Force.ADVISED


def _together(windows: Sequence[Window]) -> Window:
    return Window(Span(windows[0].span.start, windows[-1].span.end), " ".join(one.text for one in windows))


@lru_cache(maxsize=2048)
def _readable(text: str, known: Wordlist | None, published: str) -> str:
    return spelled_out(normalised(text, known, published) if known else text)
