"""The countries a question means without naming them: "the Danes", "Kabul". Data: places.toml."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from assistant.places import countries

# The Rabat Plan of Action is no plan of Morocco's, and an answer in French none about France.
_NOT_AN_INSTRUMENT = (
    r"(?!\s+(?:statute|plan|principles?|declarations?|conventions?|treat(?:y|ies)|process|protocols?|agreements?|rules"
    r"|accords?|document|code|consensus|programme)\b)"
)
_NOT_A_LANGUAGE = r"(?<!\bin )(?<!\blatin )(?<!\bsouth )(?<!\bcentral )(?<!\bnorth )(?<!\binto )"


def countries_meant(text: str) -> tuple[str, ...]:
    """The ISO codes of the countries that a question names, or means by their people or their capital."""
    by_name = countries(text)
    meant = [code for code, pattern in _patterns().items() if pattern.search(text)]
    return tuple(dict.fromkeys([*by_name, *meant]))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("assistant").joinpath("places.toml").read_text(encoding="utf-8"))
    return {code: _pattern(words) for code, words in table.items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b{_NOT_A_LANGUAGE}(?:{longest_first})\b{_NOT_AN_INSTRUMENT}", re.IGNORECASE)
