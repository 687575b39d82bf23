"""The registers filtered and counted: by whom, how strongly, on what, in which document, about which country."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.mentions import place_named
from assistant.registers.types import ACTORS, FORCES, POLARITIES, THEMES, CountryMention, Lesson, Obligation, Registers
from corpus.errors import QuestionError


@dataclass(frozen=True)
class Filter:
    """What a record must be; None and empty ask for nothing. Every name is of a closed list."""

    actor: str | None = None
    force: str | None = None
    theme: str | None = None
    polarity: str | None = None
    country: str | None = None
    documents: Collection[str] = ()


def chosen(
    known: Collection[str],
    *,
    actor: str | None = None,
    force: str | None = None,
    theme: str | None = None,
    polarity: str | None = None,
    country: str | None = None,
    documents: Collection[str] = (),
) -> Filter:
    """A filter from what a person typed, in any case; `known` are the documents of the corpus.

    Raises QuestionError, with the closed list, for a name that is on none.
    """
    if unknown := sorted(set(documents) - set(known)):
        raise QuestionError(f"There is no document {unknown[0]!r}: choose from {', '.join(known)}.")
    return Filter(
        actor=_listed("actor", actor, ACTORS),
        force=_listed("force", force, FORCES),
        theme=_listed("theme", theme, THEMES),
        polarity=_listed("polarity", polarity, POLARITIES),
        country=place(country) if country else None,
        documents=tuple(documents),
    )


def _listed(what: str, typed: str | None, known: Sequence[str]) -> str | None:
    if typed is None:
        return None
    wanted = " ".join(typed.split()).casefold()
    if found := next((one for one in known if one.casefold() == wanted), None):
        return found
    raise QuestionError(f"There is no {what} {typed!r}: choose from {', '.join(known)}.")


def theme(typed: str) -> str:
    """A theme of the list, from what a person typed. Raises QuestionError with the list if it is none."""
    return _listed("theme", typed, THEMES) or ""


def place(typed: str) -> str:
    """The name under which a country or group is listed. Raises QuestionError if there is none of that name."""
    if found := place_named(typed):
        return found
    raise QuestionError(f"There is no country or group of countries {typed!r}: `r2p countries` lists those named.")


def obligations(registers: Registers, wanted: Filter) -> tuple[Obligation, ...]:
    """The obligations that pass; of a country, those of the paragraphs that name it."""
    paragraphs = _paragraphs_on(registers, wanted.country)
    return tuple(
        one
        for one in registers.obligations
        if _passes(one, wanted, paragraphs) and (wanted.force is None or one.force == wanted.force)
    )


def lessons(registers: Registers, wanted: Filter) -> tuple[Lesson, ...]:
    """The lessons that pass."""
    paragraphs = _paragraphs_on(registers, wanted.country)
    return tuple(
        one
        for one in registers.lessons
        if _passes(one, wanted, paragraphs) and (wanted.polarity is None or one.polarity == wanted.polarity)
    )


def countries(registers: Registers, wanted: Filter) -> tuple[CountryMention, ...]:
    """The mentions of a country, or of all."""
    return tuple(
        one
        for one in registers.countries
        if wanted.country in (None, one.country) and (not wanted.documents or one.document in wanted.documents)
    )


def _paragraphs_on(registers: Registers, country: str | None) -> frozenset[str] | None:
    if country is None:
        return None
    return frozenset(one.paragraph for one in registers.countries if one.country == country)


def _passes(one: Obligation | Lesson, wanted: Filter, paragraphs: frozenset[str] | None) -> bool:
    return (
        (not wanted.documents or one.document in wanted.documents)
        and (wanted.actor is None or wanted.actor in one.actors)
        and (wanted.theme is None or wanted.theme in one.themes)
        and (paragraphs is None or one.paragraph in paragraphs)
    )


def counts(records: Iterable[Obligation | Lesson | CountryMention]) -> Mapping[str, Mapping[str, int]]:
    """How many records there are of each actor, force, polarity, role, theme and document, where they have one."""
    tallies: dict[str, Counter[str]] = {}
    for record in records:
        for name in ("force", "polarity", "role", "actors", "themes", "country", "document"):
            value = getattr(record, name, None)
            values = value if isinstance(value, tuple) else () if value is None else (value,)
            tallies.setdefault(name, Counter()).update(values)
    return {name: _in_order(tally) for name, tally in tallies.items() if tally}


def _in_order(tally: Counter[str]) -> dict[str, int]:
    """Closed lists in their own order, the rest as they were met."""
    order = {name: at for at, name in enumerate((*FORCES, *POLARITIES, *ACTORS, *THEMES))}
    return {name: tally[name] for name in sorted(tally, key=lambda one: order.get(one, -1))}
