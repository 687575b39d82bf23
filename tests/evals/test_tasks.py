import pytest

from assistant.types import Answer
from evals.tasks import attempt, measure_latency
from evals.types import Attempt, Latency


@pytest.fixture
def took(make_case):
    """An attempt that took so many milliseconds."""
    return lambda ms: Attempt(make_case(), ms, Answer("q", "q", ""))


def test_an_attempt_holds_the_answer_to_its_case(make_case):
    case = make_case()
    made = attempt(case, lambda asked: Answer(asked.question, asked.question, "Fifty-nine."))
    assert made.case is case
    assert made.answer.answer == "Fifty-nine."
    assert made.error is None


def test_an_error_of_the_assistant_fails_the_case_only(make_case):
    made = attempt(make_case(), lambda asked: {}["no such key"])
    assert made.answer is None
    assert made.error == "KeyError: 'no such key'"


def test_latency_leaves_errors_out(took, make_case):
    latency = measure_latency(
        [took(10), took(20), took(40), Attempt(make_case(), 9999, error="x")], lambda text: [0]
    )
    assert latency.p50 == 20
    assert latency.p95 == pytest.approx(38)  # 90 per cent of the way from 20 to 40
    assert latency.embedding_p50 > 0


def test_latency_embeds_each_question_once_after_a_warm_up(took):
    embedded = []
    measure_latency([took(1), took(2)], lambda text: embedded.append(text) or [0.0])
    assert embedded[1:] == ["How many?", "How many?"]
    assert len(embedded) == 3


def test_latency_of_one_and_of_none(took):
    assert measure_latency([took(7)], lambda text: []).p95 == 7
    assert measure_latency([], lambda text: []) == Latency(None, None, None)
    assert Latency(None, None, None).ratio is None
    assert Latency(30.0, 40.0, 15.0).ratio == 2.0
