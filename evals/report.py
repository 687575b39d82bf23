"""The report: means with their intervals, overall and by group, ready for a table or for JSON."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from evals.errors import ReportError
from evals.scorers import MEASURES
from evals.types import Case, Latency, Score

FORMAT = "r2p evals report 1"
UNANSWERABLE = "(unanswerable)"
Z95 = 1.959964  # the 97.5th percentile of the standard normal distribution


@dataclass(frozen=True)
class Estimate:
    """The mean of `n` observations, and the interval that holds the true mean in 95 of 100 samplings."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Report:
    """The scores of a run and how long its answers took."""

    scores: tuple[Score, ...]
    latency: Latency

    @property
    def failed(self) -> tuple[Score, ...]:
        """The scores of the cases with something wrong."""
        return tuple(score for score in self.scores if not score.passed)

    def by(self, group: str) -> dict[str, tuple[Score, ...]]:
        """The scores by "kind", "audience" or "document" of gold; a case may stand under two documents."""
        groups: dict[str, list[Score]] = {}
        for score in self.scores:
            for name in GROUPS[group](score.attempt.case):
                groups.setdefault(name, []).append(score)
        return {name: tuple(groups[name]) for name in sorted(groups)}


GROUPS: Mapping[str, Callable[[Case], tuple[str, ...]]] = {
    "kind": lambda case: (case.kind,),
    "audience": lambda case: (case.audience,),
    "document": lambda case: case.gold_documents or (UNANSWERABLE,),
}


def estimate(observations: Sequence[float]) -> Estimate:
    """The mean p of n observations between 0 and 1, with Wilson's interval.

    centre = (p + z²/2n) / (1 + z²/n), half-width = z sqrt(p(1 - p)/n + z²/4n²) / (1 + z²/n), z = 1.96.
    For observations that are not all 0 or 1 the interval is wider than need be: their variance is at
    most p(1 - p). Source: Wilson, Probable inference, JASA 22 (1927).
    """
    n = len(observations)
    p = sum(observations) / n
    centre = (p + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 * sqrt(p * (1 - p) / n + Z95**2 / (4 * n**2)) / (1 + Z95**2 / n)
    return Estimate(p, max(0.0, min(p, centre - half)), min(1.0, max(p, centre + half)), n)


def estimates(scores: Iterable[Score]) -> dict[str, Estimate]:
    """The estimate of every measure that applies to one of the scores, in the order of MEASURES."""
    pooled: dict[str, list[float]] = {measure.name: [] for measure in MEASURES}
    for score in scores:
        for name, values in score.values.items():
            pooled[name].extend(values)
    return {name: estimate(values) for name, values in pooled.items() if values}


def as_json(report: Report) -> dict[str, Any]:
    """The report for machines, and for `compare`: estimates, latency, groups, and one result a case."""
    answers = [score.attempt.answer for score in report.scores if score.attempt.answer]
    return {
        "format": FORMAT,
        "cases": len(report.scores),
        "answered_by": dict(Counter(answer.model or answer.mode for answer in answers)),
        "measures": _measures(report.scores),
        "latency_ms": asdict(report.latency) | {"ratio": report.latency.ratio},
        "by": {group: {k: _measures(v) for k, v in report.by(group).items()} for group in GROUPS},
        "results": [_result(score) for score in report.scores],
    }


def write_json(report: Report, path: Path) -> None:
    """Writes the report so that the file is whole or untouched. Raises ReportError if it cannot be."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ReportError(f'"{path}" cannot be written ({error.strerror}): name another file.') from error


def _measures(scores: Iterable[Score]) -> dict[str, dict[str, float]]:
    return {name: asdict(estimate) for name, estimate in estimates(scores).items()}


def _result(score: Score) -> dict[str, Any]:
    attempt, case = score.attempt, score.attempt.case
    return {
        "id": case.id,
        "question": case.question,
        "kind": case.kind,
        "audience": case.audience,
        "passed": score.passed,
        "faults": score.faults,
        "gold": case.golds,
        "cited": attempt.cited,
        "retrieved": attempt.found,
        "abstained": attempt.answer.abstained if attempt.answer else None,
        "answer": attempt.answer.answer if attempt.answer else None,
        "ms": round(attempt.ms, 2),
        "values": score.values,
    }
