"""Whom a sentence speaks of: names, countries, and those who act in these texts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.chat.verification.words import FUNCTION_WORDS, stem
from assistant.demonyms import countries_meant
from assistant.places import countries, name
from corpus.wordlist import words

# Those who act, by the name used in notes; their wordings.
ACTORS = {
    "States": r"(?:member )?states?|governments?|countr(?:y|ies)|nations?(?! system)|national authorities",
    "the Security Council": r"security council",
    "the General Assembly": r"general assembly",
    "the Human Rights Council": r"human rights council|universal periodic review",
    "the Secretary-General": r"secretary-general(?:'s|’s)?|i|my|present report",
    "special advisers": r"special advis[eo]rs?|office on genocide prevention|office for genocide prevention",
    "special rapporteurs": r"special (?:rapporteurs?|procedures)",
    "regional organizations": r"(?:sub-?)?regional|african union|european union",
    "civil society": r"civil society|non-?governmental|ngos?|grass-?roots|human rights (?:groups|organi[sz]ations)",
    "business": r"business(?:es)?|private sector|compan(?:y|ies)|corporations?",
    "the media": r"media|journalists?|press|radio",
    "religious leaders": r"religious|faith-based|clergy",
    "parliaments": r"parliament\w*|legislat(?:ures?|ive chambers|ors?)|lawmakers?",
    "courts": r"courts?|judiciar(?:y|ies)|judicial|tribunals?|judges?",
    "peacekeepers": r"peacekeep\w+|peace operations?|missions?|blue helmets",
    "armed groups": r"armed groups?|militias?|rebels?|non-state",
    "women": r"wom[ae]n|females?|girls?|gender",
    "youth": r"youth|young (?:people|persons)",
    "victims": r"victims?|survivors?",
    "communities": r"communit(?:y|ies)|locals?",
    "the international community": r"international community|international|world",
    "donors": r"donors?",
    "academia": r"academi\w+|universit(?:y|ies)|scholars?",
    "the police": r"police|security (?:forces|sectors?)",
}
PATTERNS = {actor: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for actor, forms in ACTORS.items()}
# What may stand for them where they have been named before.
_ALSO_CALLED = {
    "the Security Council": re.compile(r"(?<!rights )(?<!social )council\b", re.IGNORECASE),
    "the Human Rights Council": re.compile(r"(?<!security )(?<!social )council\b", re.IGNORECASE),
    "the General Assembly": re.compile(r"\bassembly\b", re.IGNORECASE),
}
# Words with a capital letter; the first of a sentence only if another follows ("Amnesty International").
_CAPITALISED = re.compile(
    r"(?:^\W*|[.!?:]\s+)[A-ZÀ-Þ][\w’'-]*(?=\s+[A-ZÀ-Þ])|(?<![.!?:]\s)(?<!^)(?<!\w)[A-ZÀ-Þ][\w’'-]*"
)
_ENDINGS = ("n", "an", "ian", "ese", "i", "s", "ish", "ean", "ic", "es")
# Names that are understood in every text of the United Nations.
_UNDERSTOOD = frozenset(words("united nations un organization member states state government governments report"))


def strangers(sentence: str, passage: str, notes: str = "") -> Iterator[str]:
    """The names and actors of a sentence that its passage does not speak of.

    `notes` are the passage's footnotes and the like: what they name may be named, but no country for another.
    """
    if any(word.lower() not in _words(passage) for word in re.findall(r"[A-ZÀ-Þ][\w’'-]*", sentence)):
        yield from (name(code) for code in countries(sentence) if code not in _countries(passage))
    there = _words(f"{passage} {notes}")
    yield from (found for found in _names(sentence) if not _are_there(found, there))
    yield from actors_absent(sentence, passage)


def actors_absent(sentence: str, passage: str) -> Iterator[str]:
    """The actors of a sentence that a text does not name."""
    for actor, pattern in PATTERNS.items():
        if pattern.search(sentence) and not pattern.search(passage) and not _is_called(actor, passage):
            yield actor


@lru_cache(maxsize=1024)
def _countries(passage: str) -> tuple[str, ...]:
    return countries_meant(passage)


def _is_called(actor: str, passage: str) -> bool:
    return actor in _ALSO_CALLED and bool(_ALSO_CALLED[actor].search(passage))


def _names(sentence: str) -> Iterator[str]:
    yield from (found.strip(" .!?:'’\"“(") for found in _CAPITALISED.findall(sentence))


@lru_cache(maxsize=1024)
def _words(passage: str) -> frozenset[str]:
    """The words of a passage and their stems."""
    there = words(passage)
    return frozenset(there) | {stem(word) for word in there}


def _are_there(found: str, there: frozenset[str]) -> bool:
    parts = (part for part in words(found) if len(part) > 1 and part not in FUNCTION_WORDS | _UNDERSTOOD)
    return all(_is_there(part, there) for part in parts)


def _is_there(part: str, there: frozenset[str]) -> bool:
    """Whether a name stands there, in whatever form: "Canada" in "Canadian"."""
    return (
        part in there
        or stem(part) in there
        or any(_alike(*sorted((part, one), key=len)) for one in there if one[:3] == part[:3])
    )


def _alike(short: str, long: str) -> bool:
    if len(short) < 4:
        return False
    root = short.rstrip("aeiouy")
    roots = [short, root] if len(root) > 3 else [short]
    return any(long == one + ending for one in roots for ending in _ENDINGS)
