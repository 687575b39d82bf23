"""Answers from the sections that a question asks about, or the word that they have none."""

from collections.abc import Sequence

from assistant.lookup import not_there
from assistant.phrases import documents_called, listed
from assistant.question import Question
from assistant.sections import called, telling, within
from corpus.load import Corpus
from index.lexical import stems
from index.types import Hit

# How much better the best paragraph of other sections may score before only those of the section count that have the
# question's own words: it is about the others, then, unless these say the same in so many words.
ELSEWHERE = 0.3


def answering(found: Sequence[Hit], hits: Sequence[Hit], asked: Question, corpus: Corpus) -> list[Hit]:
    """Of the `hits` in the sections asked about, those that may answer; `found` are all, in any section."""
    best = max((hit.score for hit in found), default=0.0)
    if not hits or hits[0].score >= best - ELSEWHERE:
        return list(hits)
    words = set(stems([" ".join(telling(asked.focus))])[0])
    return [hit for hit in hits if words <= set(stems([corpus.get(hit.paragraph).text])[0])]


def silence(asked: Question, corpus: Corpus) -> str:
    """Why sections do not answer: they say nothing of it, or there are none."""
    if not is_there(asked, corpus):
        return not_there(asked, corpus)
    sections = listed([called(headings) for headings in asked.within])
    said = "say" if len(asked.within) > 1 else "says"
    where = f"{sections} of {documents_called(asked.documents, corpus)}"
    return f"{where[:1].upper()}{where[1:]} {said} nothing of it that was found."


def is_there(asked: Question, corpus: Corpus) -> bool:
    """Whether the documents have any of the sections asked about."""
    return any(within(one, asked.within) for one in corpus if one.document in asked.documents)
