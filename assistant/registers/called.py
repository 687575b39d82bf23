"""What people call the actors, beside the names of the closed list."""

import re
from functools import lru_cache

from assistant.registers.types import ACTORS

_WORDS = {
    "States": "state, member state, government, country, un member, nation, capital",
    "Security Council": "un security council, unsc, council member, sc, council",
    "General Assembly": "un general assembly, unga, ga, assembly",
    "Human Rights Council and its mechanisms": "human rights council, hrc, treaty body, special rapporteur",
    "Economic and Social Council": "ecosoc",
    "United Nations system": "un, united nation, un agency, un system",
    "Secretary-General": "un secretary-general, sg, secretary general, un chief",
    "Special Advisers": "special adviser, special advisor, adviser",
    "national focal points": "focal point, r2p focal point",
    "regional and subregional organizations": (
        "regional organization, regional organisation, regional and subregional organisation, regional body"
    ),
    "parliaments": "national parliament, parliament, parliamentarian, mp, lawmaker, legislator, legislature",
    "national human rights institutions": "national human rights institution, nhri, human rights commission, ombudsman",
    "security forces and justice sector": "security force, court, judge, judiciary, police, army, soldier, prosecutor",
    "civil society and media": (
        "civil society, media, press, journalist, newspaper, broadcaster, ngo, charity, activist, civil society group"
    ),
    "communities and religious leaders": (
        "religious leader, community, faith leader, faith group, church, community leader, religious community"
    ),
}
CALLED = {word: actor for actor, words in _WORDS.items() for word in words.split(", ")}


def actor_called(typed: str) -> str | None:
    """The actor a person names, in the singular or the plural, with or without an article."""
    name = re.sub(r"^(?:the|all|each|every|individual|a|an) ", "", typed.strip().casefold())
    listed = {one.casefold(): one for one in ACTORS}
    singular = re.sub(r"ies$", "y", name) if name.endswith("ies") else name.removesuffix("s")
    return listed.get(name) or CALLED.get(name) or CALLED.get(singular)


def spans_called(text: str) -> list[tuple[int, int]]:
    """Where a text speaks of actors by what people call them, articles not counted; in its order."""
    return [found.span() for found in _any().finditer(text)]


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    forms = {form for word in (*CALLED, *map(str.casefold, ACTORS)) for form in (word, *_plurals(word))}
    longest_first = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])", re.IGNORECASE)


def _plurals(word: str) -> tuple[str, str]:
    return f"{word}s", re.sub(r"y$", "ies", word)
