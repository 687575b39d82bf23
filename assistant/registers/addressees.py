"""Who is to act on a sentence that asks: its subject, whom it addresses, or who the place it stands in is about."""

import re

from assistant.registers.actors import named, subject, together
from assistant.registers.force import Asking, doer

# Sections and documents that are about one actor, where a sentence names none; then it is everybody.
HOME: tuple[tuple[str, tuple[str, ...]], ...] = ((r"State responsibility", ("States",)),)
EVERYBODY = ("international community",)
BOTH = ("States", "international community")
_NATIONAL_AND_INTERNATIONAL = re.compile(
    r"\bnational (?:efforts )?(?:[^.;]{0,70} )?and (?:in )?international (?:efforts|responsibility)\b"
)
_BY = re.compile(r"\b(?:by|through)\s+(?!\w+ing\b)")
_NEAR = 45  # characters after the words that ask, within which the one who is asked is named
# Of what is done to it a body is not the doer.
_DONE_TO_IT = re.compile(r"\bbe (?:\w+ )?(?:included|supported|protected|consulted|empowered|heard)\b")


def addressees(text: str, found: Asking, about: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
    """The actors who are to act; `about` are those whom "they" means, `default` whoever acts where nobody is named."""
    if found.where == "speaker":
        return ("Secretary-General",)
    if found.where == "everybody":
        return EVERYBODY
    if found.where == "bound":
        return _bound(text, found)
    if found.where == "reported":
        return _proposed(text, found) or default
    if found.where == "after":
        return _asked(text, found, about) or default
    if found.where == "subject":
        return _doers(text, found, about) or default
    return default


def _bound(text: str, found: Asking) -> tuple[str, ...]:
    """Whoever the law binds: States, unless another is said to have the duty."""
    return subject(text, found.start) or ("States",)


def _proposed(text: str, found: Asking) -> tuple[str, ...]:
    """Whoever is named after the words of proposing; else the one who proposes for himself."""
    after = named(text[found.end :])
    if after:
        return together(after, text[found.end :])
    speakers = [one.actor for one in named(text[: found.end]) if one.actor not in ("States", "Secretary-General")]
    return (speakers[-1],) if speakers else ()


def _asked(text: str, found: Asking, about: tuple[str, ...]) -> tuple[str, ...]:
    """Whoever is named right after the words that ask."""
    rest = text[found.end :]
    if re.match(r" (?:it|they)\b", rest):
        return tuple(one.actor for one in named(text[: found.start])[:1]) or about
    after = named(rest)
    return together(after, rest) if after and after[0].start <= _NEAR else ()


def _doers(text: str, found: Asking, about: tuple[str, ...]) -> tuple[str, ...]:
    """The subject of the words that ask; of a passive, whoever it is to be done by."""
    if _NATIONAL_AND_INTERNATIONAL.search(text):
        return BOTH
    if by := _by(text[found.start :]):
        return by
    if _DONE_TO_IT.search(text[found.start : found.end + 40]):
        return ()
    if text.startswith("At the "):
        return doer(text, found.start, about) or together(named(text), text)
    return doer(text, found.start, about)


def _by(rest: str) -> tuple[str, ...]:
    if not re.match(r"\w+ (?:\w+ )?be \w+", rest):
        return ()
    for found in _BY.finditer(rest):
        after = named(rest[found.end() :])
        if after and after[0].start <= _NEAR:
            return together(after, rest[found.end() :])
    return ()


def engaged(text: str, found: Asking) -> tuple[str, ...]:
    """The body that is to be engaged, where nobody is named who is to do it."""
    rest = text[found.end :]
    return together(named(rest), rest)


def of_list(lead_in: str) -> tuple[str, ...]:
    """Who is to take the measures that a lead-in announces, if it says so: "the following measures by the Council"."""
    found = re.search(r"\bmeasures by (?=[^:]*:$)", lead_in)
    return together(named(lead_in[found.end() :]), lead_in[found.end() :]) if found else ()


def of_place(section: tuple[str, ...], title: str) -> tuple[str, ...]:
    """Whom a section, or else the document, is about; nobody if neither says."""
    for heading in reversed(section):
        if found := named(heading):
            # "Intergovernmental bodies" are several: a paragraph below it is about one of them.
            return () if "bodies" in heading else (found[0].actor,)
    return next((actors for pattern, actors in HOME if re.search(pattern, title)), ())
