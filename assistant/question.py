"""What a question asks for: made clean, made to stand alone, and understood as far as rules can."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.followup import leans, standalone, without_thanks
from assistant.glossary import read_in_english
from assistant.manner import Manner, manner
from assistant.naming import named_documents, without_mentions
from assistant.quoted import quoted_in
from assistant.references import labels
from assistant.sections import Headings, Sections, document_with, read_sections
from assistant.strength import asks_how_strongly, has_topic, without_strength
from assistant.types import Turn
from corpus.errors import QuestionError
from corpus.load import Corpus
from corpus.number_words import CARDINALS
from corpus.types import Document

_NUMBERS = rf"(?:{'|'.join(CARDINALS[2:11])}|[2-9]|1\d)"
_WHOLE = re.compile(
    r"\b(?:all|every|everything|(?<!\bon the )(?<!\bon that )(?<!\bon a )list|checklist|full|complete|whole|entire"
    rf"|enumerate)\b|(?<!\bpillar )(?<!\barticle )(?<!\bparagraph )\b{_NUMBERS}\s+(?:\w+\s+){{0,3}}\w+s\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^<>]{0,500}>")
# Orders to the assistant are not part of the question; text is data and nothing obeys them anyway.
_ORDERS = re.compile(
    r"(?:(?:^|(?<=[.?!:\n]\s))(?:please\s+)?(?:ignore|disregard|forget)\s+(?:all|any|every|your|the|these|previous|prior)\b"
    r"[^.?!\n]*\b(?:instructions?|rules?|above|previous|sources?|prompts?)"
    r"|[^.?!\n]*\b(?:system (?:override|prompt)|you are now))\b[^.?!\n]*[.?!:\n]+\s*",
    re.IGNORECASE,
)
# How many quotations are wanted, and of what sort, is no part of what they are about.
_FORM = re.compile(
    r"^\W*(?:please\s+)?(?:(?:can|could) you\s+)?(?:give|show|find|get) me\s+(?:[\w-]+\s+){0,3}?"
    r"(?:quotes?|quotations?|sentences?|lines?|passages?)\s+(?:on|about|for|regarding)\s+",
    re.IGNORECASE,
)
_ID = re.compile(r"[\w-]+:[\w()/.-]*[\w)]")


@dataclass(frozen=True)
class Question:
    """A question as it is answered.

    `text` stands alone; `focus` is what is searched: in English, without markup, orders and names of documents.
    `documents` are those it may be answered from, `named` those it names. `labels` are the paragraphs it asks for
    by number, `sections` those of a heading, `ids` those by id; `within` are the sections it may be answered from
    (all if empty); `whole` says whether it wants a list or a paragraph in full. `apart` are a follow-up's own words,
    if `text` only has them behind what was asked before. `context` are the paragraphs quoted in the answer that it
    leans on, `manner` is how it wants that answer again, `latest` is the question as it was typed, `language` is
    "french" or "spanish" if it is in one of them. `strongly` says whether it asks how strongly something is asked;
    `focus` is then without the words that ask so.
    """

    text: str
    focus: str
    documents: tuple[str, ...]
    named: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sections: tuple[Headings, ...] = ()
    within: tuple[Headings, ...] = ()
    ids: tuple[str, ...] = ()
    whole: bool = False
    apart: str = ""
    context: tuple[str, ...] = ()
    latest: str = ""
    language: str = ""
    manner: Manner = ""
    strongly: bool = False

    @property
    def compares(self) -> bool:
        """Whether it names several documents: each is to be heard, or said to be silent."""
        return len(self.named) > 1

    @property
    def by_place(self) -> bool:
        """Whether it says where its answer stands, so that nothing need be searched."""
        return bool(self.ids or self.labels or self.sections or (self.manner == "full" and self.context))


def clean(question: str, longest: int) -> str:
    """The question without control characters, white space folded.

    Raises QuestionError if nothing is left or it is longer than `longest` characters.
    """
    visible = "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Cs") else one for one in question)
    text = " ".join(visible.split())
    if not text:
        raise QuestionError("The question is empty: ask something about the responsibility to protect.")
    if len(text) > longest:
        raise QuestionError(f"The question has {len(text)} characters: shorten it to {longest} at most.")
    return text


def understand(
    question: str,
    history: Sequence[Turn],
    corpus: Corpus,
    chosen: Collection[str] | None = None,
    *,
    include_draft: bool = False,
    alone: str = "",
) -> Question:
    """What a clean question asks for; `alone` is how it reads without `history`, if that is known.

    Raises QuestionError if `chosen` has an unknown document.
    """
    text = alone or standalone(question, history, corpus)
    reading = read_in_english(text)
    english = reading.text if reading.language else text
    bare = without_mentions(english, corpus.documents.values())
    named, searched = _documents(english, bare, chosen, corpus, include_draft=include_draft)
    sections = _sections(bare, searched, corpus) if named else Sections(rest=bare)
    focus = read_in_english(_focus(sections.rest)).text
    topic = without_strength(focus)
    strongly = asks_how_strongly(english) and has_topic(topic)
    return Question(
        text=text,
        focus=topic if strongly else focus,
        language=reading.language,
        manner=manner(question) if history else "",
        documents=searched,
        named=named,
        labels=_labels(bare, named=bool(named)),
        sections=sections.all_of,
        within=sections.within,
        ids=tuple(dict.fromkeys(found for found in _ID.findall(text) if found in corpus)),
        whole=bool(_WHOLE.search(bare)),
        apart="" if strongly else _apart(question, text, corpus.documents.values()),
        context=_quoted(history, corpus) if leans(question) else (),
        latest=question,
        strongly=strongly,
    )


def _documents(
    text: str, bare: str, chosen: Collection[str] | None, corpus: Corpus, *, include_draft: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The documents that a question names, and those that are searched; `bare` is its text without their names."""
    if unknown := sorted(set(chosen or ()) - set(corpus.documents)):
        raise QuestionError(f"There is no document {unknown[0]!r}: choose from {', '.join(corpus.documents)}.")
    documents = corpus.documents.values()
    named = named_documents(text, documents)
    open_to = chosen or [one.id for one in documents if not one.confidential or include_draft or one.id in named]
    public = [one for one in corpus.documents if one in open_to]
    named = named or document_with(bare, [one for one in corpus if one.document in public])
    return named, tuple(one for one in public if one in named) or tuple(public)


def _labels(text: str, *, named: bool) -> tuple[str, ...]:
    """The paragraphs asked for by number; a bare number means one only beside the name of a document."""
    return labels(text) if named or re.search(r"[a-z]{3}|[¶§]", text, re.IGNORECASE) else ()


def _sections(text: str, documents: Collection[str], corpus: Corpus) -> Sections:
    """The sections that a question speaks of; none of one that asks for paragraphs by number."""
    if labels(text):
        return Sections(rest=text)
    return read_sections(text, [one for one in corpus if one.document in documents])


def _apart(question: str, text: str, documents: Collection[Document]) -> str:
    """What is searched for a follow-up alone, if nothing could be made of it but to put it behind what was asked."""
    own = without_thanks(question)
    if manner(question) or len(text) <= len(own) or not text.endswith(own):
        return ""
    return read_in_english(_focus(without_mentions(own, documents))).text


def _focus(text: str) -> str:
    """What is left to search when markup and orders are taken out; all of it if nothing is."""
    without = _FORM.sub("", _ORDERS.sub("", _MARKUP.sub(" ", text)))
    return " ".join(without.split()) or text


def _quoted(history: Sequence[Turn], corpus: Corpus) -> tuple[str, ...]:
    """The paragraphs that the last answer quotes."""
    reply = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
    return quoted_in(reply, corpus)
