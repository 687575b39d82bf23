"""The one sentence that answers a question for a number, a date, a name or a definition."""

from collections.abc import Iterator, Sequence

from assistant.people import held
from assistant.question import Question
from assistant.statement import Statement
from assistant.unknown import GENERIC
from assistant.wanted import wanted
from corpus.load import Corpus
from corpus.sentences import sentences
from index.lexical import stems
from index.types import Hit

# What the words add to a sentence's cosine: of figures that stand side by side, they tell which is meant.
OF_WORDS = 0.15


def key_sentence(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> Statement | None:
    """The sentence nearest to the question that has what is wanted; None if none has it, or nothing is wanted."""
    found = list(_holding(hits, asked, corpus)) if wanted(asked.focus) else []
    question = " ".join(word for word in asked.focus.split() if word.lower() not in GENERIC)
    telling, *told = stems([question, *(corpus.get(one.paragraph).text[one.start : one.end] for _, one in found)])
    near = [
        cosine + OF_WORDS * len({*telling} & {*words}) / max(len({*telling}), 1)
        for (cosine, _), words in zip(found, told, strict=True)
    ]
    return found[near.index(max(near))][1] if found else None


def _holding(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> Iterator[tuple[float, Statement]]:
    """The sentences that have what is wanted, each with its cosine."""
    kind = wanted(asked.focus)
    for hit in hits:
        text = corpus.get(hit.paragraph).text
        for span, cosine in hit.sentences:
            if span in sentences(text) and held(kind, text[span.start : span.end], corpus):
                yield cosine, Statement(hit.paragraph, span.start, span.end)
