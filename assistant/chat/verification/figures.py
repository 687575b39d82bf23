"""The numbers of a text as values: "fifty-nine" is 59, "third" 3, "pillar II" 2, "2.5 million" 2500000."""

import re
from collections.abc import Iterator

from corpus.number_words import CARDINALS, ORDINALS, TENS, TENTHS

_SMALL = (
    {word: value for value, word in enumerate(CARDINALS)}
    | {word: value for value, word in enumerate(ORDINALS)}
    | {word: 10 * value for value, word in enumerate(TENS) if value > 1}
    | {word: 10 * value for value, word in enumerate(TENTHS) if value > 1}
    | {"dozen": 12, "half": 0.5, "once": 1, "twice": 2, "single": 1, "both": 2}
)
_LARGE = {"hundred": 100, "hundredth": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PLURAL = {"hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "dozens": 12, "billions": 1_000_000_000}
_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}  # I, V and X are letters as well
# Said of no count: "one of the", "once", "single-minded"; and "First, ..." counts what the sentence itself lists.
_IDLE = {"one", "once", "single", "half", "both", "zero"}
_LISTING = re.compile(r"^\W*(?:and\s+)?(?:first|second|third|fourth|fifth|sixth)(?:ly)?\s*[,:]", re.IGNORECASE)
_TOKEN = re.compile(r"\d[\d,.]*\d(?:st|nd|rd|th)?|\d(?:st|nd|rd|th)?|[^\W\d_]+")
_PILLAR_ONE = re.compile(r"\bpillars?\s+(?:I|one)\b|\bfirst pillar\b", re.IGNORECASE)
# "The four crimes" are these wherever all are named.
_FOUR_CRIMES = re.compile(r"genocide, war crimes,? ethnic cleansing,? and crimes against humanity", re.IGNORECASE)

Number = float


def figures(text: str) -> frozenset[Number]:
    """The values of the numbers in a text, in digits, words or Roman numerals."""
    found = set(_values(_LISTING.sub(" ", text)))
    found |= {1.0} if _PILLAR_ONE.search(text) else set()
    return frozenset(found | {4.0} if _FOUR_CRIMES.search(text) else found)


def _values(text: str) -> Iterator[Number]:
    """Numbers as they are read: words are summed up as long as they go on ("one hundred and forty")."""
    run: list[str] = []
    for token in _TOKEN.findall(text):
        lower = token.lower()
        if token[0].isdecimal():
            yield from _said(run)
            run = [lower]
        elif lower in _SMALL or lower in _LARGE or (lower == "and" and run and run[-1] in _LARGE):
            if not _goes_on(run, lower):
                yield from _said(run)
                run = []
            run.append(lower)
        else:
            yield from _said(run)
            run = []
            if token in _ROMAN:
                yield float(_ROMAN[token])
            elif lower in _PLURAL:
                yield float(_PLURAL[lower])
    yield from _said(run)


def _goes_on(run: list[str], word: str) -> bool:
    """Whether a word adds to the number read so far: "fifty" "nine", "two" "hundred"; not "two" "three"."""
    if not run or word == "and" or word in _LARGE:
        return True
    before = run[-1]
    if before == "and" or before in _LARGE:
        return True
    return before in TENS[2:] and 0 < _SMALL[word] < 10


def _said(run: list[str]) -> Iterator[Number]:
    parts = [word for word in run if word != "and"]
    if not parts or (len(parts) == 1 and parts[0] in _IDLE):
        return
    total, part = 0.0, 0.0
    for word in parts:
        if word in _LARGE:
            part = (part or 1) * _LARGE[word]
            if _LARGE[word] > 100:
                total, part = total + part, 0.0
        else:
            part += _SMALL[word] if word in _SMALL else _digits(word)
    yield total + part


def _digits(token: str) -> float:
    plain = re.sub(r"(?:st|nd|rd|th)$", "", token).replace(",", "").rstrip(".")
    return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))
