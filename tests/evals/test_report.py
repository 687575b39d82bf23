import json

import pytest

from evals.errors import ReportError
from evals.report import Report, as_json, estimate, estimates, write_json
from evals.scorers import score
from evals.types import Attempt, Latency, Score


@pytest.fixture
def report(make_case, make_attempt, corpus):
    """A passed student's fact over two documents, a delegate's error, an unanswerable case declined."""
    attempts = [
        make_attempt(make_case(("a:1", "b:1"), id="c1"), ("a:1", "b:1"), ("a:1", "b:1")),
        Attempt(make_case(("a:2",), id="c2", audience="delegate"), 5.0, error="KeyError: 'x'"),
        make_attempt(make_case(id="c3", kind="unanswerable", abstain=True), abstained=True),
    ]
    return Report(tuple(score(each, corpus) for each in attempts), Latency(10.0, 12.0, 5.0))


def test_wilson_worked_by_hand():
    # 8 of 10, z = 1.96: centre (0.8 + 3.8415/20) / 1.38415 = 0.71674,
    # half-width 1.96 sqrt(0.016 + 3.8415/400) / 1.38415 = 0.22659.
    found = estimate([1.0] * 8 + [0.0] * 2)
    assert (found.value, found.n) == (0.8, 10)
    assert found.low == pytest.approx(0.49016, abs=1e-4)
    assert found.high == pytest.approx(0.94333, abs=1e-4)


def test_the_interval_of_a_perfect_score_leaves_doubt():
    # All of n: low = n / (n + z²).
    found = estimate([1.0] * 10)
    assert found.low == pytest.approx(10 / 13.8415, abs=1e-4)
    assert (found.value, found.high) == (1.0, 1.0)


def test_the_interval_holds_the_mean_and_stays_between_0_and_1():
    for values in ([0.0], [1.0], [0.5], [0.0] * 50, [0.1, 0.9, 1.0]):
        found = estimate(values)
        assert 0.0 <= found.low <= found.value <= found.high <= 1.0


def test_estimates_pool_the_observations_of_the_cases_that_have_any(make_case):
    attempt = Attempt(make_case(), 1.0)
    scores = [
        Score(attempt, {"verbatim": (1.0, 1.0, 0.0)}),
        Score(attempt, {"verbatim": (1.0,), "RR": (0.5,)}),
    ]
    found = estimates(scores)
    assert {name: (one.value, one.n) for name, one in found.items()} == {
        "RR": (0.5, 1),
        "verbatim": (0.75, 4),
    }


def test_groups_by_kind_audience_and_document_of_gold(report):
    def ids(group):
        return {name: [one.attempt.case.id for one in scores] for name, scores in report.by(group).items()}

    assert ids("kind") == {"fact": ["c1", "c2"], "unanswerable": ["c3"]}
    assert ids("audience") == {"delegate": ["c2"], "student": ["c1", "c3"]}
    assert ids("document") == {"(unanswerable)": ["c3"], "a": ["c1", "c2"], "b": ["c1"]}


def test_the_json_report_tells_all(report):
    told = json.loads(json.dumps(as_json(report), allow_nan=False))
    assert told["cases"] == 3
    assert told["answered_by"] == {"extractive": 2}
    assert told["measures"]["passed"]["value"] == pytest.approx(2 / 3)
    assert told["measures"]["recall@5"] == {"value": 0.5, "low": pytest.approx(0.0945, abs=1e-4),
                                            "high": pytest.approx(0.9055, abs=1e-4), "n": 2}  # fmt: skip
    assert told["latency_ms"] == {"p50": 10.0, "p95": 12.0, "embedding_p50": 5.0, "ratio": 2.0}
    assert told["by"]["document"]["b"]["passed"]["value"] == 1.0
    failed = told["results"][1]
    assert (failed["id"], failed["passed"], failed["abstained"]) == ("c2", False, None)
    assert failed["faults"] == ["asking ended in an error: KeyError: 'x'"]


def test_a_report_is_written_whole_and_replaces_the_last(report, tmp_path):
    file = tmp_path / "report.json"
    file.write_text("old", encoding="utf-8")
    write_json(report, file)
    assert json.loads(file.read_text(encoding="utf-8"))["cases"] == 3
    assert list(tmp_path.iterdir()) == [file]


def test_a_report_that_cannot_be_written_leaves_nothing_behind(report, tmp_path):
    folder = tmp_path / "taken"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises(ReportError, match="cannot be written"):
        write_json(report, folder)
    assert list(tmp_path.iterdir()) == [folder]
    with pytest.raises(ReportError, match="No such file"):
        write_json(report, tmp_path / "nowhere" / "report.json")
