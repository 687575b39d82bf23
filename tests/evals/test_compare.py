import pytest

from evals.compare import compare, read_results
from evals.errors import ReportError
from evals.report import Report, write_json
from evals.scorers import score
from evals.types import Latency


def result(id_, passed, recall, **others):
    values = {"passed": [float(passed)], "recall@5": [recall]} | others
    faults = [] if passed else [f"{id_} failed"]
    return {id_: {"id": id_, "question": f"{id_}?", "passed": passed, "faults": faults, "values": values}}


def test_like_is_compared_with_like():
    before = result("c1", True, 1.0) | result("c2", False, 0.0) | result("c3", True, 1.0) | result("old", False, 0.0)
    after = result("new", False, 0.0) | result("c3", False, 0.5) | result("c2", True, 0.75) | result("c1", True, 1.0)
    found = compare(before, after)
    assert found.shared == ("c1", "c2", "c3")
    assert (found.only_before, found.only_after) == (("old",), ("new",))
    assert {change.name: change.difference for change in found.changes} == {
        "passed": pytest.approx(0.0),
        "recall@5": pytest.approx(0.75 - 2 / 3),
    }
    assert [(flip.id, flip.now_passes, flip.faults) for flip in found.flips] == [
        ("c2", True, ("c2 failed",)),
        ("c3", False, ("c3 failed",)),
    ]


def test_a_measure_one_report_lacks_is_not_compared():
    found = compare(result("c1", True, 1.0, fact_coverage=[1.0]), result("c1", True, 1.0))
    assert [change.name for change in found.changes] == ["passed", "recall@5"]


def test_reports_with_no_case_in_common():
    found = compare(result("c1", True, 1.0), result("c2", True, 1.0))
    assert (found.shared, found.changes, found.flips) == ((), (), ())


def test_a_written_report_is_read_back(make_case, make_attempt, corpus, tmp_path):
    scored = score(make_attempt(make_case(), ("a:1",), ("a:1",)), corpus)
    write_json(Report((scored,), Latency(1.0, 1.0, 1.0)), tmp_path / "report.json")
    results = read_results(tmp_path / "report.json")
    assert results["c1"]["values"]["recall@5"] == [1.0]
    assert all(change.difference == 0 for change in compare(results, results).changes)


@pytest.mark.parametrize("content", ["not JSON", "[]", '{"format": "another"}', "\xff"])
def test_what_is_no_report_of_ours_is_refused(tmp_path, content):
    file = tmp_path / "other.json"
    file.write_bytes(content.encode("latin-1"))
    with pytest.raises(ReportError, match=r"other\.json.*r2p evals run --json"):
        read_results(file)
