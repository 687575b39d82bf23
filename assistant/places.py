"""The countries a text names, whatever form of the name it uses."""

import re
from collections.abc import Sequence
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
_AMBIGUOUS = {"Jersey", "Guernsey", "Norfolk Island", "Georgia", "Jordan", "Chad", "Dominica", "Niger"}
# Names that are said with an article.
_WITH_ARTICLE = re.compile(
    r"^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros)\b"
    r"|\b(?:Republic|Islands|Federation|Territor(?:y|ies))$"
)
_WORD = re.compile(r"\w+")


def countries(text: str) -> tuple[str, ...]:
    """The ISO codes of the countries that a text names, in the order of their codes."""
    named = {code for _, _, code in _named(text)}
    return tuple(code for code in _patterns() if code in named) if named else ()


def spans_of_countries(text: str) -> list[tuple[int, int]]:
    """Where a text names countries, in its order."""
    return [(start, end) for start, end, _ in _named(text)]


def _named(text: str) -> list[tuple[int, int, str]]:
    """Where a text names which country, in its order; a name within another is not named: South Sudan is not Sudan."""
    said = {*_WORD.findall(text.lower())}
    near = [code for code, words in _longest_words().items() if not words.isdisjoint(said)]  # quicker than patterns
    found = [(*one.span(), code) for code in near for one in _patterns()[code].finditer(text)]
    return sorted(one for one in found if not any(_within(one, other) for other in found))


def _within(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1] and one[:2] != other[:2]


def is_named(code: str, text: str) -> bool:
    """Whether a text names the country with this ISO code, also by a name that is a word: that it is meant is known."""
    return bool(_known(code).search(text))


def name(code: str) -> str:
    """The everyday name of a country: "LY" -> "Libya", "US" -> "the United States"."""
    country = pycountry.countries.get(alpha_2=code)
    plain = str(getattr(country, "common_name", None) or getattr(country, "name", code)).split(",")[0]
    return f"the {plain}" if _WITH_ARTICLE.search(plain) else plain


@lru_cache(maxsize=1)
def _longest_words() -> dict[str, frozenset[str]]:
    """Of each country, the longest word of every form of its name: a text without any of them does not name it."""
    return {
        code: frozenset(max(_WORD.findall(form.lower()), key=len) for form in told) for code, told in _told().items()
    }


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {code: _pattern(told) for code, told in _told().items()}


@lru_cache(maxsize=1)
def _told() -> dict[str, list[str]]:
    """The forms of its name by which each country is told apart from others, and from words."""
    # The Republic of the Congo has no form of its name that the Democratic Republic's does not contain.
    told_apart = [one for one in pycountry.countries if one.alpha_2 != "CG"]
    told = {one.alpha_2: [form for form in forms(one) if form not in _AMBIGUOUS] for one in told_apart}
    return {code: names for code, names in told.items() if names}


@lru_cache(maxsize=256)
def _known(code: str) -> re.Pattern[str]:
    return _pattern([form for one in pycountry.countries if one.alpha_2 == code for form in forms(one)])


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Abbreviations count only in capitals ("US"), names however they are typed."""
    short = [re.escape(form) for form in forms if form.isupper()]
    long = [re.escape(form) for form in forms if not form.isupper()]
    parts = [f"(?:{'|'.join(short)})"] if short else []
    parts += [f"(?i:{'|'.join(sorted(long, key=len, reverse=True))})"] if long else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w|-(?!based\b))")


def forms(country: "pycountry.db.Country") -> list[str]:
    """Every form of a country's name, those that are words, too."""
    named = [getattr(country, key, "") for key in ("name", "common_name", "official_name")]
    named += [part for part in (str(country.name).split(",")[0],) if country.alpha_2 not in ("CD", "KP", "KR")]
    return [form for form in dict.fromkeys([*named, *_ALSO.get(country.alpha_2, ())]) if form]
