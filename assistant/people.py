"""Persons named in the texts: a title with a name, or words with a capital that the texts never write without one."""

import re

from assistant.places import spans_of_countries
from assistant.wanted import Wanted, holds
from corpus.load import Corpus

_TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|H\.E)\.? +[A-Z]")
_CAPITALS = re.compile(r"\b[A-Z][a-zé’-]+(?: [A-Z]\.| de| van| bin| al)*(?: [A-Z][a-zé’-]+)+\b")
_PARTICLES = frozenset(["al", "bin", "de", "van"])
# What the names of bodies and places have, and those of persons have not.
_NO_PERSON = frozenset(
    [
        "africa", "african", "america", "american", "assembly", "asia", "balkans", "east", "european", "institute",
        "lakes", "north", "office", "seminar", "south", "statute", "union", "west", "western",
    ]
)  # fmt: skip


def held(kind: Wanted, text: str, corpus: Corpus) -> bool:
    """Whether a text has such a thing as a question wants; a person only if it names somebody."""
    return names_a_person(text, corpus) if kind == "person" else holds(kind, text)


def names_a_person(text: str, corpus: Corpus) -> bool:
    """Whether a text names somebody; "Special Adviser" names nobody, for it is written small elsewhere."""
    if _TITLED.search(text):
        return True
    countries = spans_of_countries(text)
    names = [found for found in _CAPITALS.finditer(text) if not any(a <= found.start() < b for a, b in countries)]
    return any(_is_name(found[0], corpus) for found in names)


def _is_name(capitals: str, corpus: Corpus) -> bool:
    telling = [word for word in capitals.replace("’s", "").lower().split() if word not in _PARTICLES]
    return not any(word in corpus.common_words or word in _NO_PERSON for word in telling)
