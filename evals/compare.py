"""Two reports side by side: what each measure gained or lost, and which cases flipped."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import ReportError
from evals.report import FORMAT, Report, as_json
from evals.scorers import MEASURES

Results = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Change:
    """A measure before and after, over the cases both reports hold."""

    name: str
    before: float
    after: float

    @property
    def difference(self) -> float:
        """After minus before."""
        return self.after - self.before


@dataclass(frozen=True)
class Flip:
    """A case that passes in one report only; `faults` are those of the report in which it fails."""

    id: str
    question: str
    now_passes: bool
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """What changed between two reports; cases that only one of them holds are set apart."""

    shared: tuple[str, ...]
    changes: tuple[Change, ...]
    flips: tuple[Flip, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def compare(before: Results, after: Results) -> Comparison:
    """Compares the results of two reports, like with like: over the cases both hold."""
    shared = tuple(id_ for id_ in before if id_ in after)
    return Comparison(
        shared,
        tuple(_changes([before[id_] for id_ in shared], [after[id_] for id_ in shared])),
        tuple(_flip(before[id_], after[id_]) for id_ in shared if before[id_]["passed"] != after[id_]["passed"]),
        tuple(id_ for id_ in before if id_ not in after),
        tuple(id_ for id_ in after if id_ not in before),
    )


def results_of(report: Report) -> Results:
    """The results of a report by case id."""
    return {result["id"]: result for result in as_json(report)["results"]}


def read_results(path: Path) -> Results:
    """The results of a report by case id. Raises ReportError if the file is none of our reports."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReportError(f'"{path}" is not a report ({error}): write one with `r2p evals run --json`.') from error
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise ReportError(f'"{path}" is no "{FORMAT}": write one with `r2p evals run --json`.')
    return {result["id"]: result for result in report["results"]}


def _changes(before: list[Mapping[str, Any]], after: list[Mapping[str, Any]]) -> Iterable[Change]:
    for measure in MEASURES:
        old, new = _mean(before, measure.name), _mean(after, measure.name)
        if old is not None and new is not None:
            yield Change(measure.name, old, new)


def _mean(results: Iterable[Mapping[str, Any]], name: str) -> float | None:
    observations = [value for result in results for value in result["values"].get(name, ())]
    return sum(observations) / len(observations) if observations else None


def _flip(before: Mapping[str, Any], after: Mapping[str, Any]) -> Flip:
    failing = before if after["passed"] else after
    return Flip(after["id"], after["question"], after["passed"], tuple(failing["faults"]))
