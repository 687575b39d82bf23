"""The words of an evaluation: a case, the attempt at it, and its score."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import ConfigDict, Field

from assistant.types import Answer, Turn
from corpus.types import document_of

Text = Annotated[str, Field(pattern=r"\S")]
Alternatives = Annotated[tuple[Text, ...], Field(min_length=1)]

DRAFT = "draft-2013"


@dataclass(frozen=True)
class Gold:
    """A paragraph that answers the question; `required` if an answer without it is incomplete."""

    paragraph: Text
    required: bool = True


@dataclass(frozen=True)
class Case:
    """One question with what a good answer holds; its fields are the keys of a line of a case file.

    `documents` limits the search, `facts` lists what the answer must say, each fact as alternatives,
    and `abstain` marks a question the texts do not answer.
    """

    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)

    id: Text
    question: Text
    kind: Text
    audience: Text
    history: tuple[Turn, ...] = ()
    documents: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    gold: tuple[Gold, ...] = ()
    facts: tuple[Alternatives, ...] = ()
    abstain: bool = False
    note: str = ""

    @property
    def include_draft(self) -> bool:
        """Whether the confidential draft is asked for: it is searched only then."""
        return self.kind == "draft" or DRAFT in (self.documents or ())

    @property
    def golds(self) -> tuple[str, ...]:
        """The ids of all gold paragraphs."""
        return tuple(gold.paragraph for gold in self.gold)

    @property
    def needed(self) -> tuple[str, ...]:
        """The ids of the required gold paragraphs; of all of them when none is required."""
        return tuple(gold.paragraph for gold in self.gold if gold.required) or self.golds

    @property
    def gold_documents(self) -> tuple[str, ...]:
        """The documents the gold paragraphs stand in, each once, in order."""
        return tuple(dict.fromkeys(document_of(gold) for gold in self.golds))


@dataclass(frozen=True)
class Attempt:
    """What became of a case: an answer, or the error that came instead.

    `ms` is what asking took by the wall clock, `embedding_ms` what embedding the question alone took.
    """

    case: Case
    ms: float
    answer: Answer | None = None
    error: str | None = None
    embedding_ms: float = 0.0

    @property
    def answered(self) -> bool:
        """Whether an answer came that does not abstain."""
        return self.answer is not None and not self.answer.abstained

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the cited paragraphs, each once, in order of first citation."""
        return tuple(dict.fromkeys(c.id for c in self.answer.citations)) if self.answer else ()

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of the retrieved paragraphs, each once, best first."""
        return tuple(dict.fromkeys(r.id for r in self.answer.retrieved)) if self.answer else ()


@dataclass(frozen=True)
class Score:
    """The observations of one attempt, measure by measure, and in plain words what was wrong with it.

    A measure that does not apply to the case is absent. Most have one observation a case;
    `verbatim` has one a citation.
    """

    attempt: Attempt
    values: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults


@dataclass(frozen=True)
class Latency:
    """Milliseconds of the questions (median, 95th percentile) and the median of embedding them alone."""

    p50: float | None
    p95: float | None
    embedding_p50: float | None

    @property
    def ratio(self) -> float | None:
        """How many embeddings of the question an answer takes: p50 / embedding_p50."""
        return self.p50 / self.embedding_p50 if self.p50 is not None and self.embedding_p50 else None
