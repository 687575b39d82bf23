"""The kind of thing a question wants: a number, a date, a name, what something is. Other questions want none of them.

It decides which sentence comes first in an answer, and whether what was found can be one.
"""

import re
from typing import Literal

from assistant.places import spans_of_countries
from corpus.number_words import CARDINALS, TENS

Told = Literal["countries", "article", "number", "date", "name", "definition", ""]  # by the text alone
Wanted = Literal[Told, "person"]

_OFFICE = (
    r"(?:advis[eo]r|ambassador|author|chair(?:man|person|woman)?|director|envoy|head|judge|leader|minister|moderator"
    r"|official|president|prosecutor|rapporteur|representative|secretary-general|man|woman)s?"
)
_IN_WORDS = rf"(?:{'|'.join(CARDINALS[2:])}|{'|'.join(TENS[2:])}|half|hundreds?|thousands?|millions?|dozens?)"
_STATES = r"(?:countries|states|governments|nations|members)"
_ASKS: tuple[tuple[Wanted, str], ...] = (
    (
        "countries",
        rf"\b(?:names?|list) of (?:all )?(?:the |those )?(?:\d+|{_IN_WORDS}(?:-\w+)?) (?:\w+ ){{0,2}}{_STATES}\b"
        rf"|\bwhich (?:member )?{_STATES} (?:in \w+ )?"
        r"(?:had|have|has|joined|signed|endorsed|attended|voted)\b"
        rf"|\b(?:give|name|show|tell)(?: me| us)?(?: all)?(?: the| those)? (?:\d+|{_IN_WORDS}) (?:\w+ ){{0,2}}"
        rf"{_STATES}\b"
        rf"|\bwhich (?:\d+|{_IN_WORDS}(?:-\w+)?) (?:\w+ )?{_STATES}\b",
    ),
    (
        "article",
        r"\b(?:article|section|rule|clause) (?:number|no)\b|\bnumber of the (?:article|section|clause)\b"
        r"|\b(?:which|what) (?:article|section|clause|provision)s?\b",
    ),
    (
        "number",
        r"\bhow (?:many|much|old|big|large|often)\b|\b(?:number|percentage|share|amount|total) of\b"
        r"|\b(?:what|which) (?:percentage|share|number|amount)\b|\b(?:death toll|head ?count)\b"
        # "Do they cut the budget?" asks for no sum.
        r"|^(?!\W*(?:is|are|was|were|do|does|did|has|have|will|can)\b).*\bbudget\b",
    ),
    (
        "date",
        r"\b(?:what|which) (?:year|date|day|month)\b|\bwhen (?:did|was|were)\b"
        r"|\b(?:since|until|by) when\b|\bhow (?:long|recently)\b|\b(?:date|year) of\b",
    ),
    (
        "person",
        r"\bwho (?:chair|head|moderat|presid)(?:s|ed|es|d)?\b"
        r"|\b(?:his|her) (?:full |last |first |real )?name\b"
        rf"|\b(?:who (?:is|was|are|were|became)|names? of) (?:(?:the|its|their|an?) )?(?:[\w-]+ ){{0,3}}?{_OFFICE}\b",
    ),
    (
        "name",
        r"\bwho (?:lead|led|wrote|drafted|signed|spoke|brief|moderat|attend|sat|sent)\w*\b"
        r"|\bnames? of\b|\bby name\b|\bwhose name\b|\bwhat (?:is|was) .{0,40}\b(?:called|name)\b",
    ),
    (
        "definition",
        r"^\W*(?:so\s+)?what(?:'?s| is| are) (?:an? |the )?(?:meaning of |so-called )?[\w'’“”\"() -]{2,80}\?*\s*$"
        r"|^\W*who(?:'?s| is| was) (?!the\b|an?\b)[\w .'’-]{3,40}\?*\s*$"
        r"|\bdefin(?:e|ed|ition|es)\b|\bmean(?:t|ing)? by\b|\bwhat do(?:es)? .{1,60} mean\b|\bwhat counts as\b",
    ),
)
_ASKED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _ASKS)
_SECOND_OF_TWO = re.compile(
    r"[,;]?\s+(?:and|&)\s+(?:(?:since|by|for|in|to)\s+)?(?:who|what|which|when|where|how|why|whose)\b.*$", re.IGNORECASE
)
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# Digits that are no part of a symbol, a date or a reference, or a number in words that is no ordinal.
_NUMBER = re.compile(
    r"(?<![\d/(.-])(?<!article )(?<!articles )(?<!resolution )(?<!resolutions )(?<!para\. )(?<!paragraph )"
    rf"\b(?!(?:1[5-9]|20)\d\d\b)\d[\d,.]*\b(?![/\d]| (?:{_MONTHS}\b|[ap]\.m\.))"
    rf"|\b{_IN_WORDS}\b(?!-\w+(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_TIMES = r"(?:years?|months?|weeks?|days?|hours?|minutes?)"
_DATE = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b\d{{1,2}} {_MONTHS}\b|\b(?:\d+|{_IN_WORDS}(?:-\w+)?) {_TIMES}\b"
    r"|\b(?:year|month|decade)s?\b|\b[ap]\.m\.",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|H\.E\.)\.? [A-Z]|\b[A-Z][a-zé]+ (?:[A-Z]\. |de |van )?[A-Z][a-zé]+\b")
_DEFINES = re.compile(r"\b(?:is|are|means?|refers? to|defined?|defines|comprises?|consists?|includes?|describes?)\b")
_ARTICLE = re.compile(r"\b(?:articles?|section|rule|clause|chapter|art\.) (?:\d|[IVX]+\b)", re.IGNORECASE)
_HOLDS = {
    "article": _ARTICLE,
    "number": _NUMBER,
    "date": _DATE,
    "name": _NAME,
    "definition": _DEFINES,
}


def wanted(question: str) -> Wanted:
    """The kind of thing that a question asks for; "" if it is none of those that a sentence can be seen to hold.

    Of a question made of two it is what the first wants: who may be told, and not since when.
    """
    first = _SECOND_OF_TWO.sub("", question)
    return next((kind for kind, pattern in _ASKED if pattern.search(first)), "")


def holds(kind: Told, text: str) -> bool:
    """Whether a text has such a thing; any text will do for a question that wants none of them.

    Who is a person is told by `assistant.people`, for it takes a corpus.
    """
    if kind == "countries":
        return bool(spans_of_countries(text))
    return not kind or bool(_HOLDS[kind].search(text))
