"""The one sentence that answers a question for a number, a date, a name or a definition."""

from collections.abc import Iterator, Sequence

from assistant.nearness import nearness
from assistant.people import held
from assistant.question import Question
from assistant.statement import Statement
from assistant.unknown import GENERIC
from assistant.wanted import Wanted, wanted
from corpus.load import Corpus
from corpus.sentences import sentences
from index.types import Hit


def key_sentence(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> Statement | None:
    """The sentence nearest to the question that has what is wanted; None if none has it, or nothing is wanted."""
    kind = wanted(asked.focus)
    found = list(_holding(kind, hits, corpus)) if kind else []
    if not found:
        return None
    question = " ".join(word for word in asked.focus.split() if word.lower() not in GENERIC)
    told = [(cosine, corpus.get(one.paragraph).text[one.start : one.end]) for cosine, one in found]
    near = nearness(question, told)
    return found[near.index(max(near))][1]


def _holding(kind: Wanted, hits: Sequence[Hit], corpus: Corpus) -> Iterator[tuple[float, Statement]]:
    """The sentences that have what is wanted, each with its cosine."""
    for hit in hits:
        text = corpus.get(hit.paragraph).text
        whole = sentences(text)
        for span, cosine in hit.sentences:
            if span in whole and held(kind, text[span.start : span.end], corpus):
                yield cosine, Statement(hit.paragraph, span.start, span.end)
