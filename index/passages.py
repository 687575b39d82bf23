"""Paragraphs to passages: sentences and short runs of them, each within the embedder's window."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from corpus.load import Corpus
from corpus.search_text import search_text
from corpus.sentences import sentences
from corpus.types import Paragraph, Span
from index.types import Passage

RUN = 3  # sentences a passage holds, besides every sentence by itself
STEP = 2  # sentences from one run to the next, so that neighbouring runs share one
SETTINGS = f"run={RUN} step={STEP} context=lead-in"  # part of the index's fingerprint

Count = Callable[[str], int]


def passages(corpus: Corpus, count: Count, window: int) -> list[Passage]:
    """Every passage of the corpus, every question it answers, and every one it is known to leave open.

    `count` gives a text's word pieces, `window` how many the embedder reads.
    """
    answered = [
        passage
        for paragraph in corpus
        for passage in (*_of(paragraph, corpus, count, window), *_questions(paragraph, corpus))
    ]
    return [
        *answered,
        *(Passage(gap.id, "", 0, 0, one, is_question=True) for gap in corpus.gaps for one in gap.questions),
    ]


def _questions(paragraph: Paragraph, corpus: Corpus) -> Iterator[Passage]:
    for question in corpus.questions.get(paragraph.id, ()):
        yield Passage(paragraph.id, paragraph.document, 0, len(paragraph.text), question, is_question=True)


def _of(paragraph: Paragraph, corpus: Corpus, count: Count, window: int) -> Iterator[Passage]:
    context = lead_in(paragraph, corpus)
    if count(context) > window // 2:
        context = ""
    room = window - count(context)
    single = [part for span in sentences(paragraph.text) for part in _fitted(paragraph.text, span, count, room)]
    for span in dict.fromkeys([*single, *_runs(paragraph.text, single, count, room)]):
        words = search_text(paragraph, corpus, span)
        if count(words) > room:  # what is read again may have more word pieces than what stands there
            words = paragraph.text[span.start : span.end]
        yield Passage(paragraph.id, paragraph.document, span.start, span.end, f"{context} {words}".strip())


def lead_in(paragraph: Paragraph, corpus: Corpus) -> str:
    """The words that an item or bullet cannot be understood without: the last sentence of its lead-in."""
    if paragraph.kind not in ("item", "bullet"):
        return ""
    if not paragraph.part_of:
        return f"{paragraph.section[-1]}:"
    above = corpus.get(paragraph.part_of).text
    last = sentences(above)[-1]
    return above[last.start : last.end]


def _runs(text: str, spans: Sequence[Span], count: Count, room: int) -> Iterator[Span]:
    """Runs of up to RUN sentences, each STEP further on, shortened until they fit."""
    for first in range(0, max(1, len(spans) - 1), STEP):
        run = list(spans[first : first + RUN])
        while len(run) > 1 and count(text[run[0].start : run[-1].end]) > room:
            run.pop()
        if run:
            yield Span(run[0].start, run[-1].end)


def _fitted(text: str, span: Span, count: Count, room: int) -> Iterator[Span]:
    """The span, or its halves (cut at the space nearest the middle) until each fits."""
    words = text[span.start : span.end]
    if count(words) <= room or " " not in words:
        yield span
        return
    middle = len(words) // 2
    spaces = [at for at, character in enumerate(words) if character == " "]
    cut = span.start + min(spaces, key=lambda at: abs(at - middle))
    for start, end in pairwise((span.start, cut, span.end)):
        start += text[start] == " "
        yield from _fitted(text, Span(start, end), count, room)
