import io

import pytest
from rich.console import Console

from evals.compare import compare
from evals.report import Report
from evals.scorers import score
from evals.table import print_comparison, print_failures, print_report
from evals.types import Attempt, Latency


@pytest.fixture
def printed():
    """What a printing function writes to a terminal 100 columns wide, without colours."""

    def printed(printing, shown, width=100):
        console = Console(file=io.StringIO(), width=width)
        printing(shown, console)
        return console.file.getvalue()

    return printed


@pytest.fixture
def report(make_case, make_attempt, corpus):
    case = make_case(("a:1", "a:2"), ("b:1",), question="How [many]?", facts=(("59", "fifty-nine"),), note="dev note")
    attempts = [
        make_attempt(case, ("a:2", "a:2(a)", "a:1"), ("a:2", "a:2(a)")),
        make_attempt(make_case(id="c2", abstain=True, kind="unanswerable"), abstained=True),
        Attempt(make_case(id="c3"), 5.0, error="ValueError: [bold] is no markup"),
    ]
    return Report(tuple(score(each, corpus) for each in attempts), Latency(30.0, 44.4, 15.0))


def test_the_report_shows_measures_latency_and_groups(printed, report):
    text = printed(print_report, report)
    assert "recall@5" in text
    assert "0.500" in text
    assert "p50 30.0 ms, p95 44.4 ms; embedding the question alone: p50 15.0 ms, 2.0 times as long" in text
    assert "(unanswerable)" in text
    assert "2 of 3 cases failed." in text


def test_the_report_fits_eighty_columns(printed, report):
    assert max(len(line) for line in printed(print_report, report, width=80).splitlines()) <= 80
    assert "…" not in printed(print_report, report, width=80)


def test_a_failure_shows_what_was_expected_found_and_cited(printed, report):
    text = printed(print_failures, report.failed)
    for line in (
        "question  How [many]?",
        'expected  a:1; a:2; b:1 (optional); "59" or "fifty-nine"',
        "found  a:2*, a:2(a), a:1*",
        "cited  a:2*, a:2(a)",
        "wrong  a:1 not cited: found at rank 3",
        "note  dev note",
        "wrong  asking ended in an error: ValueError: [bold] is no markup",
    ):
        assert line in text
    assert "c2" not in text


def test_a_report_in_which_every_case_ended_in_an_error(printed, make_case, corpus):
    failed = score(Attempt(make_case(), 1.0, error="x"), corpus)
    text = printed(print_report, Report((failed,), Latency(None, None, None)))
    assert "no answer came" in text
    assert "1 of 1 cases failed." in text


def test_the_comparison_shows_differences_and_flips(printed):
    def result(passed, recall):
        faults = [] if passed else ["a:1 not cited: found at rank 4"]
        values = {"passed": [float(passed)], "recall@5": [recall]}
        return {"id": "c1", "question": "How many?", "passed": passed, "faults": faults, "values": values}

    text = printed(print_comparison, compare({"c1": result(True, 1.0)}, {"c1": result(False, 0.75)}))
    assert "-0.250" in text
    assert "now fails: c1 — How many? (a:1 not cited: found at rank 4)" in text
