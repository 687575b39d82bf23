"""The words of the registers: what is asked of whom and how strongly, what was learned, what a country is named for.

The closed lists are contracts: the command line, the JSON and the labels use these strings.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Literal, get_args

from assistant.statement import Statement

Force = Literal["legal obligation", "commitment", "demand", "recommendation", "option", "reported proposal"]
FORCES: tuple[Force, ...] = get_args(Force)  # strongest first

Polarity = Literal["worked", "failed", "caution"]
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)

Role = Literal["example", "warning", "co-host", "signatory", "setting"]
ROLES: tuple[Role, ...] = get_args(Role)

ACTORS = (
    "States",
    "Security Council",
    "General Assembly",
    "Human Rights Council and its mechanisms",
    "Economic and Social Council",
    "Secretary-General",
    "Special Advisers",
    "United Nations system",
    "regional and subregional organizations",
    "parliaments",
    "national human rights institutions",
    "national focal points",
    "security forces and justice sector",
    "civil society and media",
    "communities and religious leaders",
    "international community",
)

THEMES = (
    "accountability",
    "early warning",
    "rule of law",
    "security sector",
    "civil society",
    "media and hate speech",
    "education and memory",
    "economy and livelihoods",
    "national focal points",
    "risk assessment",
    "treaties",
    "universal periodic review",
    "veto and Council practice",
    "peacekeeping and protection of civilians",
    "regional organizations",
    "transitional justice",
    "women and youth",
    "development and SDG 16",
)


@dataclass(frozen=True)
class Obligation:
    """A sentence that asks, binds, commits, urges or invites: `quote` is `text[start:end]` of its paragraph.

    `actors` are to act (in the order of ACTORS; none where the text leaves open who), `voice` says so.
    """

    id: str
    document: str
    paragraph: str
    quote: str
    start: int
    end: int
    actors: tuple[str, ...]
    force: Force
    voice: str
    themes: tuple[str, ...]
    year: int


@dataclass(frozen=True)
class Lesson:
    """A sentence that says what experience has shown: what worked or failed, or what to beware of."""

    id: str
    document: str
    paragraph: str
    quote: str
    start: int
    end: int
    polarity: Polarity
    actors: tuple[str, ...]
    voice: str
    themes: tuple[str, ...]
    year: int


@dataclass(frozen=True)
class CountryMention:
    """A country (or a group of them, without `iso`) that a sentence names, and what it is named for."""

    id: str
    country: str
    iso: str | None
    document: str
    paragraph: str
    role: Role
    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Registers:
    """What the documents ask, what they have learned and which countries they name, in the order of the corpus."""

    obligations: tuple[Obligation, ...] = field(default=())
    lessons: tuple[Lesson, ...] = field(default=())
    countries: tuple[CountryMention, ...] = field(default=())

    def of(self, paragraph: str) -> tuple[Obligation, ...]:
        """The obligations of a paragraph, in order."""
        return self._by_paragraph.get(paragraph, ())

    @cached_property
    def _by_paragraph(self) -> dict[str, tuple[Obligation, ...]]:
        return {name: tuple(group) for name, group in groupby(self.obligations, key=lambda one: one.paragraph)}


def statements(records: Iterable[Obligation | Lesson | CountryMention]) -> list[Statement]:
    """The words of records."""
    return [Statement(one.paragraph, one.start, one.end) for one in records]
