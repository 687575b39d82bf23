"""The one sentence that answers a question for a number, a date, a name or a definition."""

from collections.abc import Sequence

from assistant.people import held
from assistant.question import Question
from assistant.statement import Statement
from assistant.wanted import wanted
from corpus.load import Corpus
from corpus.sentences import sentences
from index.types import Hit


def key_sentence(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> Statement | None:
    """The sentence nearest to the question that has what is wanted; None if none has it, or nothing is wanted."""
    kind = wanted(asked.focus)
    scored = [
        (cosine, Statement(hit.paragraph, span.start, span.end))
        for hit in (hits if kind else ())
        for span, cosine in hit.sentences
        if span in sentences(text := corpus.get(hit.paragraph).text) and held(kind, text[span.start : span.end], corpus)
    ]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None
