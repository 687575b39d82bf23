"""The register of countries: every country and group of countries that a sentence names, and what it is named for."""

import re
from collections.abc import Iterable, Iterator

from assistant.mentions import named_places
from assistant.registers.reading import Reading
from assistant.registers.types import CountryMention, Role

# The first that matches the sentence; one that matches none is an example of the measure it tells of.
ROLES: tuple[tuple[Role, str], ...] = (
    (
        "setting",
        r"\bcamps in\b|\bnetworks in\b|\b[A-Z]\w+-based\b|\bconsultations with\b|\bSee comment\b|\bonly ones yet to\b"
        r"|\bLiberation of\b|\blawyer and\b",
    ),
    ("co-host", r"\bco-hosted by\b|\bPermanent (?:Missions?|Representative)\b|\borgani[sz]ed a consultative meeting\b"),
    (
        "signatory",
        r"\bPolitical Declaration\b|\bratified by\b|\binitiative of France and Mexico\b|\bsignator(?:y|ies)\b"
        r"|\bhas signed\b",
    ),
    (
        "example",  # a measure that answers a past crime is one, although the crime is named with it
        r"\bcontributed to preventing\b|\boverturned\b|\bsuccesses\b|\b(?:have|has|was|were) (?:been )?(?:established"
        r"|institutionali[sz]ed"
        r"|investigating|appointed|crimin\w+|mandated|adopted|launched)\b|\bestablish\w* (?:of|national|new)\b"
        r"|\breferred situations\b"
        r"|\bvictims' associations\b|\bset an? historical precedent\b|\b[Ss]uccesses\b|\bmandate to investigate\b"
        r"|\bmediat",
    ),
    (
        "warning",
        r"\bfailures?\b|\bfailed\b|\bgenocide in\b|\bmass(?: atrocities|acres)\b|\bviolat(?:ion|ed)|\b[Aa]ttack"
        r"|\bkill|\bdisplac|\bsuffer"
        r"|\bRecent events\b|\bregime\b|\bhostilit|\bbombard|\bshelling\b|(?<!they )\bescalat|\bcivil war\b"
        r"|\bvacuum\b|\bdetention\b|\bcommitted in\b"
        r"|\bconflict that\b|\batrocit\w+ in\b|\bweapons\b|\bno improvement\b|\bdriven from\b",
    ),
)
_ROLES = [(role, re.compile(pattern)) for role, pattern in ROLES]
# A footnote that is nothing but a list of countries names the members or parties of what it belongs to.
_ONLY_A_LIST = re.compile(r"(?:(?:[A-Z][\w'’-]*|of|the|and),? ?)+\.?")


def countries(read: Iterable[Reading]) -> Iterator[CountryMention]:
    """Each country once a sentence that names it, in order."""
    for one in read:
        for name, iso in dict.fromkeys((place.name, place.iso) for place in named_places(one.text)):
            yield CountryMention(
                id=f"{one.id}@{iso or name}", country=name, iso=iso, document=one.paragraph.document,
                paragraph=one.paragraph.id, role=role_of(one), quote=one.text, start=one.span.start, end=one.span.end,
            )  # fmt: skip


def role_of(one: Reading) -> Role:
    """What the countries of a sentence are named for."""
    if one.paragraph.kind == "footnote" and _ONLY_A_LIST.fullmatch(one.text):
        return "signatory"
    return next((role for role, pattern in _ROLES if pattern.search(one.text)), "example")
