"""The countries and groups of countries that a text names, and under which name a register lists them.

A text names a country by a form of its name, in capitals as it is printed, or by the word for its people and things.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pycountry

from assistant.demonyms import demonyms, standing_for
from assistant.places import forms

# Groups of countries, and a country that is no more, each with the words that name it.
GROUPS = {
    "Great Lakes region": r"Great Lakes(?: [Rr]egion)?(?: of Africa)?",
    "Western Balkans": r"Western Balkans?(?: region)?",
    "former Yugoslavia": r"former Yugoslavia",
    "Latin America and the Caribbean": r"Latin America(?:n)?(?: and the Caribbean)?",
    "Central America": r"Central America(?:n)?",
    "Horn of Africa": r"Horn of Africa",
    "Middle East": r"Middle East(?: region)?",
    "Sahel": r"Sahel(?: region)?",
    "West Africa": r"West Africa(?:n)?",
}
# No form of the Republic of the Congo's name is not in the Democratic Republic's; "the Congo" alone is the latter.
_CONGO = {"Republic of the Congo": "CG", "Republic of Congo": "CG", "the Congo": "CD"}


@dataclass(frozen=True)
class Place:
    """A country or a group of countries (`iso` is None) that a text names at `start` to `end`."""

    name: str
    iso: str | None
    start: int
    end: int


def named_places(text: str) -> Iterator[Place]:
    """The countries and groups a text names, each time it does."""
    for found in _finder().finditer(text.replace("’", "'")):
        group = next((name for name, form in GROUPS.items() if re.fullmatch(form, found[0])), None)
        code = None if group else _codes()[found[0]]
        yield Place(group or un_name(code or ""), code, *found.span())


def place_named(typed: str) -> str | None:
    """The name under which a country or group is listed, from any form of it in any case; None if it is neither."""
    wanted = typed.strip().replace("’", "'")
    if found := next((name for name, form in GROUPS.items() if re.fullmatch(form, wanted, re.IGNORECASE)), None):
        return found
    by_code = pycountry.countries.get(alpha_2=wanted.upper()) or pycountry.countries.get(alpha_3=wanted.upper())
    folded = {form.casefold(): code for form, code in _codes().items()}
    code = folded.get(wanted.casefold().removeprefix("the ")) or getattr(by_code, "alpha_2", None)
    return un_name(code) if code else None


@lru_cache(maxsize=1024)
def un_name(code: str) -> str:
    """The name of a country as the UN prints it: "TZ" -> "United Republic of Tanzania"."""
    country = pycountry.countries.get(alpha_2=code)
    if code == "US":
        return "United States of America"
    if code == "GB":
        return str(getattr(country, "official_name", code))
    first, _, rest = str(getattr(country, "name", code)).partition(", ")
    return f"{rest.removeprefix('The ')} {first}" if rest else first


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """The code of the country that each form stands for."""
    called = {word: code for code, words in demonyms().items() for word in words}
    return called | {form: country.alpha_2 for country in pycountry.countries for form in forms(country)} | _CONGO


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    called = {word for words in demonyms().values() for word in words}
    names = sorted(set(_codes()) - called, key=len, reverse=True)
    parts = [*(re.escape(name) for name in names), *GROUPS.values(), standing_for(called)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")
