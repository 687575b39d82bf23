"""Paragraphs asked for by number are answered from the corpus, without search."""

from collections.abc import Sequence

from assistant.question import Question
from assistant.sections import called, is_headed
from assistant.statement import Statement
from corpus.cite import number_cited
from corpus.load import Corpus
from corpus.sentences import sentences
from corpus.types import Paragraph


def look_up(question: Question, corpus: Corpus) -> list[Statement]:
    """The paragraphs the question asks for by number, whole and in order; lead-ins bring their items.

    Of a section, each paragraph's first sentence; all of it if the question wants it whole. "In full" is asked of the
    paragraphs that the answer before quotes.
    """
    if question.sections:
        return [
            Statement(one.id, 0, len(one.text) if question.whole else sentences(one.text)[0].end)
            for headings in question.sections
            for one in _under(headings, question, corpus)
        ]
    found = [corpus.get(one) for one in (question.context if question.manner == "full" else question.ids)]
    found = found or [paragraph for label in question.labels for paragraph in _labelled(label, question, corpus)]
    return [
        Statement(one.id, 0, len(one.text)) for paragraph in found for one in (paragraph, *corpus.parts(paragraph.id))
    ]


def _under(headings: Sequence[str], question: Question, corpus: Corpus) -> list[Paragraph]:
    """The paragraphs of a section, the parts of lists and the footnotes aside."""
    return [
        one
        for document in question.documents
        for one in corpus.of(document)
        if is_headed(one, headings) and not one.part_of and one.kind != "footnote"
    ]


def _labelled(label: str, question: Question, corpus: Corpus) -> list[Paragraph]:
    return [one for document in question.documents for one in corpus.of(document) if _has_label(one, label)]


def _has_label(paragraph: Paragraph, label: str) -> bool:
    """Whether this is the label asked for; of the study guide's notes, the number printed on the box counts."""
    if paragraph.kind == "note":
        return paragraph.label.split("/")[1] == label
    return paragraph.label == label


def missing(question: Question, corpus: Corpus) -> list[str]:
    """What was asked for by number beside what was found, and is not there: one line each."""
    if question.ids or not question.named or not any(_labelled(one, question, corpus) for one in question.labels):
        return []
    lacking = [one for one in question.labels if not _labelled(one, question, corpus)]
    return list(dict.fromkeys(not_there(question, corpus, one) for one in lacking))


def not_there(question: Question, corpus: Corpus, label: str = "") -> str:
    """Why a look-up found nothing: "The 2019 report ends at paragraph 34." """
    document = corpus.documents[question.documents[0]]
    if not (label or question.labels):
        return f"The {document.short} has no {called((question.sections or question.within)[0]).removeprefix('the ')}."
    asked = label or question.labels[0]
    if asked.startswith("fn/"):
        return f"The {document.short} has no footnote {asked.removeprefix('fn/')}."
    numbers = [int(one.label) for one in corpus.of(document.id) if one.label.isdigit()]
    if document.is_guide:
        return f"The {document.short} has no note to paragraph {asked}."
    if not numbers:
        return f"The paragraphs of the {document.short} are not numbered."
    if asked.isdigit() and int(asked) > max(numbers):
        return f"The {document.short} ends at paragraph {max(numbers)}."
    return f"The {document.short} has no {number_cited(asked)}."
