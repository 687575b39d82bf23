from dataclasses import replace

from evals.scorers import MEASURES, score
from evals.types import Attempt


def test_a_good_answer_scores_1_throughout(make_case, make_attempt, corpus):
    case = make_case(("a:1",), facts=(("fifty-nine",),))
    scored = score(make_attempt(case, ("a:1", "a:2"), ("a:1",)), corpus)
    assert scored.passed
    assert scored.values == {
        "passed": (1.0,), "errors": (0.0,), "recall@5": (1.0,), "success@5": (1.0,), "RR": (1.0,),
        "nDCG@10": (1.0,), "citation_precision": (1.0,), "citation_recall": (1.0,), "fact_coverage": (1.0,),
        "refused": (0.0,), "verbatim": (1.0,),
    }  # fmt: skip


def test_every_value_has_a_measure(make_case, make_attempt, corpus):
    answerable = score(make_attempt(make_case(facts=(("59",),)), cited=("a:1",)), corpus)
    unanswerable = score(make_attempt(make_case(abstain=True)), corpus)
    judged = {"faithfulness", "relevance", "graded"}  # by a model, where there is one
    assert {*answerable.values, *unanswerable.values} == {measure.name for measure in MEASURES} - judged


def test_an_unanswerable_case_is_measured_by_abstention_alone(make_case, make_attempt, corpus):
    declined = score(make_attempt(make_case(abstain=True), ("a:1",), abstained=True), corpus)
    assert declined.values == {"passed": (1.0,), "errors": (0.0,), "abstention": (1.0,)}
    answered = score(make_attempt(make_case(abstain=True), ("a:1",), ("a:1",)), corpus)
    assert answered.values["abstention"] == (0.0,)
    assert answered.faults == ("answered, though the texts do not answer this: cited a:1",)


def test_a_refusal_of_an_answerable_case_has_no_precision(make_case, make_attempt, corpus):
    scored = score(make_attempt(make_case(), ("b:1", "a:1"), abstained=True), corpus)
    assert scored.values["refused"] == (1.0,)
    assert scored.values["citation_recall"] == (0.0,)
    assert "citation_precision" not in scored.values
    assert scored.faults == ("abstained, though the texts answer this: a:1 found at rank 2",)


def test_an_error_fails_the_case_and_is_neither_abstention_nor_refusal(make_case, corpus):
    for case, measure in ((make_case(), "refused"), (make_case(abstain=True), "abstention")):
        scored = score(Attempt(case, 1.0, error="KeyError: 'x'"), corpus)
        assert scored.values["errors"] == (1.0,)
        assert scored.values["passed"] == (0.0,)
        assert scored.values[measure] == (0.0,)
        assert scored.faults == ("asking ended in an error: KeyError: 'x'",)


def test_the_faults_say_what_is_missing_and_where_it_was_lost(make_case, make_attempt, corpus):
    case = make_case(("a:1", "a:2", "b:1"), facts=(("59", "fifty-nine"), ("in 2018",)))
    scored = score(make_attempt(case, ("a:2", "a:1", "a:2(a)"), ("a:2",)), corpus)
    assert scored.faults == (
        "a:1 not cited: found at rank 2",
        "b:1 not cited: not among the 3 found",
        'fact not stated: "59" or "fifty-nine"',
        'fact not stated: "in 2018"',
    )


def test_a_further_citation_fails_no_case(make_case, make_attempt, corpus):
    scored = score(make_attempt(make_case(), cited=("a:1", "b:1")), corpus)
    assert scored.passed
    assert scored.values["citation_precision"] == (1 / 2,)


def test_a_misquote_fails_the_case_whatever_else_is_right(make_case, make_attempt, corpus):
    attempt = make_attempt(make_case(), ("a:1",), ("a:1", "b:1"))
    right, wrong = attempt.answer.citations
    answer = replace(attempt.answer, citations=(right, replace(wrong, quote="The Council met.")))
    scored = score(replace(attempt, answer=answer), corpus)
    assert scored.values["verbatim"] == (1.0, 0.0)
    assert scored.faults == ('quote [2] is not the text of b:1[0:33]: "The Council met."',)


def test_sources_beside_an_abstention_are_a_fault(make_case, make_attempt, corpus):
    scored = score(make_attempt(make_case(abstain=True), cited=("b:1",), abstained=True), corpus)
    assert scored.values["abstention"] == (1.0,)
    assert scored.faults == ("abstained and cites all the same: b:1",)
