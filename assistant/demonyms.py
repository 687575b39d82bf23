"""The countries a question means without naming them: "the Danes", "Kabul". Data: places.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from assistant.places import countries, is_named, spans_of_countries

# The Rabat Plan of Action is no plan of Morocco's, and an answer in French none about France.
_NOT_AN_INSTRUMENT = (
    r"(?!\s+(?:statute|plan|principles?|declarations?|conventions?|treat(?:y|ies)|process|protocols?|agreements?|rules"
    r"|accords?|document|code|consensus|programme)\b)"
)
_NOT_OF_A_CONTINENT = r"(?<!\blatin )(?<!\bsouth )(?<!\bcentral )(?<!\bnorth )"
# Those that are the name of a language, too.
_LANGUAGES = frozenset(
    [
        "Chinese", "Danish", "Dutch", "English", "French", "German", "Italian", "Japanese", "Norwegian", "Polish",
        "Portuguese", "Russian", "Spanish", "Swedish", "Turkish", "Ukrainian",
    ]
)  # fmt: skip
_NOT_A_LANGUAGE = r"(?<!\bin )(?<!\binto )"


@lru_cache(maxsize=256)  # of one question it is asked several times
def countries_meant(text: str) -> tuple[str, ...]:
    """The ISO codes of the countries that a question names, or means by their people or their capital."""
    by_name = countries(text)
    some = _any().search(text)
    meant = [code for code, pattern in _patterns().items() if pattern.search(text)] if some else []
    return tuple(dict.fromkeys([*by_name, *meant]))


def spans_meant(text: str) -> list[tuple[int, int]]:
    """Where a text names countries, or means them by their people or their capital; in its order."""
    by_people = (found.span() for found in _any().finditer(text))
    return sorted({*spans_of_countries(text), *by_people})


def is_spoken_of(code: str, text: str) -> bool:
    """Whether a text names the country with this ISO code, or means it by its people or its capital."""
    return is_named(code, text) or bool(code in _patterns() and _patterns()[code].search(text))


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    words = [word for called in demonyms().values() for word in called]
    return re.compile(standing_for(words), re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(standing_for(words), re.IGNORECASE) for code, words in demonyms().items()}


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, list[str]]:
    """What the people and things of a country are called, and its capital, by ISO code."""
    return tomllib.loads(files("assistant").joinpath("places.toml").read_text(encoding="utf-8"))


def standing_for(words: Iterable[str]) -> str:
    """The pattern of such words where they stand for the country."""
    longest_first = "|".join(
        (_NOT_A_LANGUAGE if word in _LANGUAGES else "") + re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    return rf"\b(?i:{_NOT_OF_A_CONTINENT})(?:{longest_first})\b(?i:{_NOT_AN_INSTRUMENT})"
