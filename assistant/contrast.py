"""Documents named in passing, where a question sets one beside another: "rosy in 2013, and what does the guide say?".

A bare year or an author's name means a report only there: "Kenya in 2013" is no question about the report of 2013.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from corpus.number_words import CARDINALS
from corpus.types import Document, Span

_SETS_BESIDE = re.compile(
    r"\b(?:(?:compar|differ|chang|evol)\w*|between|from|since|over time|side by side|versus|vs?|against(?! humanity)"
    r"|then|now|still|already|same|more|both|each|adds?|added|later|beside|next to)\b"
    r"|\b(?:and|or|to|but)\s+(?:[\w']+\s+){0,4}20\d\d\b|\b20\d\d\s*[/–-]\s*20\d\d\b|\b20\d\d\s+(?:and|or|to|but)\b",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*\.?\s+(?:of\s+)?$", re.IGNORECASE
)
_YEARS_APART = re.compile(
    rf"\b({'|'.join(CARDINALS)}|an?|\d)\s+years?\s+(on|later|after(?:wards)?|onwards?|earlier|before)\b"
    r"(?!\s+\w+\s+\w+ed\b|\s+(?:the\s+)?20\d\d\b)",
    re.IGNORECASE,
)
# "What did the UN praise, and what does the guide say?"
_AUTHOR_SAYS = re.compile(
    r"\b(?:the )?(?:SG|Secretary-General|UN chief|UN)\b"
    r"(?=(?: \w+){0,2}? (?:call|claim|held|hold|mention|point|prais|said|say|stress|think|thought|want|wrote)\w*\b)",
    re.IGNORECASE,
)
_EARLIER = ("earlier", "before")


def in_passing(text: str, documents: Collection[Document], sure: Collection[Document]) -> Mapping[str, list[Span]]:
    """Where a question names documents in passing, by id; nowhere unless, with those that are `sure`, it names two."""
    named = _by_author(text, documents)
    for document in documents:
        if spans := [*_year(text, document), *_without_article(text, document)]:
            named.setdefault(document.id, []).extend(spans)
    together = {*named, *(document.id for document in sure)}
    return named if len(together) > 1 and _SETS_BESIDE.search(text) else _annotated(text, documents, sure)


def _annotated(text: str, documents: Collection[Document], sure: Collection[Document]) -> dict[str, list[Span]]:
    """The report that a study guide is printed with, where its author is set beside the one guide that is named."""
    spans = [Span(*found.span()) for found in _AUTHOR_SAYS.finditer(text)]
    named = list(sure)
    if not spans or len(named) != 1 or not named[0].is_guide:
        return {}
    return {one.id: spans for one in documents if one.source == named[0].source and not one.is_guide}


def with_years_counted(text: str, before: str, documents: Collection[Document]) -> str:
    """The question with the report named that it counts to: "and two years on?" -> "and in the 2019 report?"

    It counts from the one report of which it, or the question `before`, tells the year.
    """
    counted = _YEARS_APART.search(text)
    reports = [one for one in documents if is_report(one)]
    years = next((found for part in (text, before) if (found := _years_of(part, reports))), set())
    if not counted or len(years) != 1:
        return text
    count, way = counted[1].lower(), counted[2].lower()
    apart = int(count) if count.isdigit() else CARDINALS.index(count) if count in CARDINALS else 1
    year = years.pop() + (-apart if way in _EARLIER else apart)
    named = next((one.short for one in reports if one.year == year), "")
    return f"{text[: counted.start()]}in the {named}{text[counted.end() :]}" if named else text


def ends_in_a_month(text: str) -> bool:
    """Whether a year that follows is part of a date, and no report's."""
    return bool(_MONTH_BEFORE.search(text))


def _years_of(text: str, reports: Collection[Document]) -> set[int]:
    return {one.year for one in reports if any(_year(text, one))}


def is_report(document: Document) -> bool:
    """Whether a year may stand for a document: for a published report of the Secretary-General."""
    return "report" in document.title.lower() and not document.confidential and not document.is_guide


def _year(text: str, document: Document) -> Iterator[Span]:
    """Where a year may stand for a report, with the preposition that leads to it."""
    if not is_report(document):
        return
    for found in re.finditer(rf"(?:\b(?:from|in|to|and|with|between)\s+)?\b{document.year}\b", text, re.IGNORECASE):
        if not ends_in_a_month(text[: found.start()]):
            yield Span(*found.span())


def _without_article(text: str, document: Document) -> Iterator[Span]:
    """Where "guide" stands for what is called "the guide"; "draft" may be any other word's."""
    called = [name.removeprefix("the ") for name in document.names if name.startswith("the ") and name.count(" ") == 1]
    if called and not document.confidential:
        for found in re.finditer(rf"\b(?:{'|'.join(map(re.escape, called))})\b", text, re.IGNORECASE):
            yield Span(*found.span())


def _by_author(text: str, documents: Collection[Document]) -> dict[str, list[Span]]:
    """Where authors are named: theirs are the reports of the years that are told, or all if none of them is."""
    found: dict[str, list[Span]] = {}
    for author in {document.author for document in documents if document.author}:
        spans = [Span(*one.span()) for one in re.finditer(rf"\b{re.escape(author)}(?:['’]s?)?(?!\w)", text)]
        theirs = [document for document in documents if document.author == author]
        told = [document for document in theirs if any(_year(text, document))]
        found |= {document.id: list(spans) for document in told or theirs if spans}
    return found
