"""What a question asks for: made clean, made to stand alone, its documents and paragraph numbers recognised."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.types import Turn
from corpus.errors import QuestionError
from corpus.load import Corpus
from corpus.types import Document

# A question that leans on the one before it: it begins like a continuation, or points back with a pronoun.
_CONTINUES = re.compile(r"^(?:and|but|or|so|also|what about|how about|what else|why|who says|which ones?)\b", re.I)
_POINTS_BACK = re.compile(r"\b(?:it|its|this|that|these|those|they|them|their|there|he|she|same|one|ones)\b", re.I)
_SHORT = 8  # words; a longer question with a pronoun usually explains itself

_REFERENCE = re.compile(
    r"\b(?P<what>paragraphs?|paras?\.?|footnotes?|notes? to para(?:graph|\.)?)\s*(?:no\.?\s*|number\s*)?"
    r"(?P<first>\d{1,3})(?:\s*\(?(?P<item>[a-h])\)?(?![\w']))?(?:\s*(?:-|–|to|and)\s*(?P<last>\d{1,3})(?!\d))?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\b(first|second|third|fourth|fifth|sixth)\s+bullet|bullet\s+(?:no\.?\s*)?(\d)\b", re.I)
_BULLETS = ("first", "second", "third", "fourth", "fifth", "sixth")
# Paragraphs of texts that ours cite ("paragraph 138 of the World Summit Outcome") are not look-ups in ours.
_ELSEWHERE = re.compile(r"\b(?:world summit|outcome document|resolution|charter|statute|convention)\b", re.I)


@dataclass(frozen=True)
class Question:
    """A question as it is searched.

    `documents` are those it may be answered from, `named` those it names itself; `labels` are the paragraph
    labels it asks for by number, in order.
    """

    text: str
    documents: tuple[str, ...]
    named: tuple[str, ...]
    labels: tuple[str, ...]


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


def standalone(question: str, history: Sequence[Turn]) -> str:
    """A follow-up with the question it leans on before it; any other question as it is."""
    before = [turn.content for turn in history if turn.role == "user" and turn.content.strip()]
    short = len(question.split()) <= _SHORT
    leans = _CONTINUES.match(question) or (short and _POINTS_BACK.search(question))
    return f"{' '.join(before[-1].split())} {question}" if before and leans else question


def understand(
    text: str, corpus: Corpus, chosen: Collection[str] | None = None, *, include_draft: bool = False
) -> Question:
    """What a standalone question asks for. Raises QuestionError if `chosen` has an unknown document."""
    if unknown := sorted(set(chosen or ()) - set(corpus.documents)):
        known = ", ".join(corpus.documents)
        raise QuestionError(f"There is no document {unknown[0]!r}: choose from {known}.")
    named = named_documents(text, corpus.documents.values())
    allowed = [one for one in corpus.documents.values() if not chosen or one.id in chosen]
    public = [one.id for one in allowed if not one.confidential or include_draft or one.id in (chosen or named)]
    documents = tuple(one for one in public if one in named) or tuple(public)
    return Question(text, documents, named, labels(text))


def named_documents(text: str, documents: Collection[Document]) -> tuple[str, ...]:
    """The documents a question names: by a name of the catalog, a symbol, or the year of a report."""
    found = [document.id for document in documents if _names(text, document)]
    confidential = [one.id for one in documents if one.id in found and one.confidential]
    return tuple(confidential or found)  # "the draft of the 2013 report" is the draft


def _names(text: str, document: Document) -> bool:
    symbols = re.findall(r"[AS]/[\d/]+\d", document.cite)
    names = [*document.names, *symbols]
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names):
        return True
    return "report" in document.title.lower() and not document.confidential and _in_year(text, document.year)


def _in_year(text: str, year: int) -> bool:
    """Whether a year stands for a report: "the 2017 and 2019 reports", "compare 2013 with 2019"."""
    several = r"(?:,?\s*(?:and|or|to|vs\.?|versus|with|,)?\s*(?:the\s+)?20\d\d)*"
    kinds = r"\s*(?:SG'?s?\s+|Secretary-General'?s?\s+|UN\s+)?(?:reports?|document|text|paper)\b"
    patterns = (
        rf"\b{year}\b{several}{kinds}",
        rf"\breports?\s+(?:of|from|in|for)\s+(?:the\s+)?(?:20\d\d,?\s*(?:and|or|to)?\s*)*{year}\b",
        rf"\b(?:compare|between|differ|chang|evol|from)\w*\b.*\b{year}\b.*\b20\d\d\b",
        rf"\b(?:compare|between|differ|chang|evol|from)\w*\b.*\b20\d\d\b.*\b{year}\b",
    )
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def labels(text: str) -> tuple[str, ...]:
    """The paragraph labels a question asks for: "para 16 (b)" -> "16(b)", "paras 27-30" -> "27" ... "30"."""
    if _ELSEWHERE.search(text):
        return ()
    found: dict[str, None] = {}
    for reference in _REFERENCE.finditer(text):
        found.update(dict.fromkeys(_labels(reference, _BULLET.search(text))))
    return tuple(found)


def _labels(reference: re.Match[str], bullet: re.Match[str] | None) -> list[str]:
    first, item, last = reference["first"], reference["item"], reference["last"]
    kind = reference["what"].lower()
    if kind.startswith("footnote"):
        return [f"fn/{first}"]
    if kind.startswith("note"):
        return [f"note/{first}"]
    if item:
        return [f"{first}({item.lower()})"]
    if last and int(first) < int(last) <= int(first) + 20:
        joined = "and" in reference[0].lower()
        return [first, last] if joined else [str(number) for number in range(int(first), int(last) + 1)]
    if bullet:
        order = bullet[2] or str(_BULLETS.index(bullet[1].lower()) + 1)
        return [f"{first}/{order}"]
    return [first]
