import pytest

from assistant.types import Answer
from evals.tasks import attempt, measure_latency
from evals.types import Attempt, Latency


def embed(text):
    return [0.0]


@pytest.fixture
def took(make_case):
    """An attempt that took so many milliseconds, and its embedding so many."""
    return lambda ms, alone=1.0: Attempt(make_case(), ms, Answer("q", "q", ""), embedding_ms=alone)


def test_an_attempt_holds_the_answer_to_its_case(make_case):
    case = make_case()
    made = attempt(case, lambda asked: Answer(asked.question, asked.question, "Fifty-nine."), embed)
    assert made.case is case
    assert made.answer.answer == "Fifty-nine."
    assert made.error is None
    assert made.ms >= 0.0


def test_an_error_of_the_assistant_fails_the_case_only(make_case):
    made = attempt(make_case(), lambda asked: {}["no such key"], embed)
    assert made.answer is None
    assert made.error == "KeyError: 'no such key'"


def test_the_question_is_embedded_after_the_answer(make_case):
    heard = []
    attempt(
        make_case(),
        lambda asked: heard.append("asked") or Answer("q", "q", ""),
        lambda text: heard.append(text) or [0.0],
    )
    assert heard == ["asked", "How many?"]


def test_latency_leaves_errors_out(took, make_case):
    failed = Attempt(make_case(), 9999, error="x", embedding_ms=9999)
    latency = measure_latency([took(10, 4), took(20, 5), took(40, 9), failed])
    assert (latency.p50, latency.embedding_p50, latency.ratio) == (20, 5, 4)
    assert latency.p95 == pytest.approx(38)  # 90 per cent of the way from 20 to 40


def test_latency_of_one_and_of_none(took):
    assert measure_latency([took(7)]).p95 == 7
    assert measure_latency([]) == Latency(None, None, None)
    assert Latency(None, None, None).ratio is None
