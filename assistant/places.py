"""The countries a text names, whatever form of the name it uses, and the groups of countries the UN speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pycountry

# Forms that people or the texts use and the ISO list lacks, by ISO code.
_ALSO = {
    "CD": ("DRC", "DR Congo", "Democratic Republic of the Congo", "Democratic Republic of Congo"),
    "CI": ("Ivory Coast", "Cote d'Ivoire", "Côte D'Ivoire"),
    "CF": ("CAR",),
    "GB": ("UK", "Britain", "Great Britain"),
    "GM": ("The Gambia",),
    "IR": ("Iran",),
    "KP": ("North Korea",),
    "KR": ("South Korea",),
    "LA": ("Laos",),
    "MM": ("Burma",),
    "PS": ("Palestine", "Gaza", "West Bank"),
    "RU": ("Russia",),
    "SY": ("Syria",),
    "TZ": ("Tanzania",),
    "US": ("US", "USA", "U.S.", "United States of America"),
    "VE": ("Venezuela",),
    "VN": ("Vietnam",),
    "BO": ("Bolivia",),
}
# Names that are words, or people, more often than countries in these texts.
# Adjectives that stand for a country in a text ("the Canadian Charter"); a question seldom means it by them.
_ADJECTIVES = {
    "AU": ("Australian",),
    "CA": ("Canadian",),
    "CR": ("Costa Rican",),
    "ID": ("Indonesian",),
    "IL": ("Israeli",),
    "KE": ("Kenyan",),
    "LB": ("Lebanese",),
    "MM": ("Burmese",),
    "PL": ("Polish",),
    "RW": ("Rwandan",),
    "SY": ("Syrian",),
    "UA": ("Ukrainian",),
}
# Groups of countries, and a country that is no more, each with the words that name it.
_GROUPS = {
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
_AMBIGUOUS = {"Jersey", "Guernsey", "Norfolk Island", "Georgia", "Jordan", "Chad", "Dominica", "Niger"}


def countries(text: str) -> tuple[str, ...]:
    """The ISO codes of the countries that a text names, in the order of their codes."""
    return tuple(code for code, pattern in _patterns().items() if pattern.search(text))


def spans_of_countries(text: str) -> list[tuple[int, int]]:
    """Where a text names countries, in its order."""
    return sorted(found.span() for pattern in _patterns().values() for found in pattern.finditer(text))


def is_named(code: str, text: str) -> bool:
    """Whether a text names the country with this ISO code."""
    return bool(_patterns()[code].search(text))


def name(code: str) -> str:
    """The everyday name of a country: "LY" -> "Libya"."""
    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", None) or getattr(country, "name", code)).split(",")[0]


@dataclass(frozen=True)
class Place:
    """A country or a group of countries (`iso` is None) that a text names at `start` to `end`."""

    name: str
    iso: str | None
    start: int
    end: int


def named_places(text: str) -> Iterator[Place]:
    """The countries and groups a text names, each time it does; names count as they are printed, in capitals."""
    for found in _finder().finditer(text.replace("’", "'")):
        key = _spelled()[found[0].lower()] if found["country"] else None
        name = un_name(key) if key else next(group for group, form in _GROUPS.items() if re.fullmatch(form, found[0]))
        yield Place(name, key, *found.span())


def place_named(text: str) -> str | None:
    """The name under which a country or group is listed, from any form of it; None if it is neither."""
    wanted = text.strip().replace("’", "'")
    if found := next((name for name, form in _GROUPS.items() if re.fullmatch(form, wanted, re.IGNORECASE)), None):
        return found
    by_code = pycountry.countries.get(alpha_2=wanted.upper()) or pycountry.countries.get(alpha_3=wanted.upper())
    code = _spelled().get(wanted.lower().removeprefix("the ")) or getattr(by_code, "alpha_2", None)
    return un_name(code) if code else None


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
def _spelled() -> dict[str, str]:
    """Every form of a country's name, in small letters, with the country's code."""
    pairs = [
        (form.lower(), country.alpha_2)
        for country in pycountry.countries
        for form in (*_named(country), *_ALSO.get(country.alpha_2, ()), *_ADJECTIVES.get(country.alpha_2, ()))
    ]
    return {"republic of the congo": "CG", "republic of congo": "CG", **dict(pairs), "the congo": "CD"}


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    forms = {form for country in pycountry.countries for form in _named(country)}
    forms |= {form for table in (_ALSO, _ADJECTIVES) for also in table.values() for form in also}
    forms |= {"Republic of the Congo", "Republic of Congo", "the Congo"}
    longest_first = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?P<country>{longest_first})|(?P<group>{'|'.join(_GROUPS.values())}))(?![\w])")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    # The Republic of the Congo has no form of its name that the Democratic Republic's does not contain.
    told_apart = [country for country in pycountry.countries if country.alpha_2 != "CG"]
    return {country.alpha_2: _pattern(country) for country in told_apart if _forms(country)}


def _pattern(country: "pycountry.db.Country") -> re.Pattern[str]:
    """Abbreviations count only in capitals ("US"), names however they are typed."""
    forms = _forms(country)
    short = [re.escape(form) for form in forms if form.isupper()]
    long = [re.escape(form) for form in forms if not form.isupper()]
    parts = [f"(?:{'|'.join(short)})"] if short else []
    parts += [f"(?i:{'|'.join(sorted(long, key=len, reverse=True))})"] if long else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def _forms(country: "pycountry.db.Country") -> list[str]:
    also = _ALSO.get(country.alpha_2, ())
    return [form for form in dict.fromkeys([*_named(country), *also]) if form not in _AMBIGUOUS]


def _named(country: "pycountry.db.Country") -> list[str]:
    """The forms of its name that the ISO list has."""
    forms = [getattr(country, key, "") for key in ("name", "common_name", "official_name")]
    forms += [part for part in (str(country.name).split(",")[0],) if country.alpha_2 not in ("CD", "KP", "KR")]
    return [form for form in dict.fromkeys(forms) if form]
