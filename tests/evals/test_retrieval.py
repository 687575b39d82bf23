import sys
from math import log2

import pytest

from evals.errors import MissingExtraError
from evals.retrieval import ndcg_at_10, recall_at_5, reciprocal_rank, success_at_5
from evals.types import Attempt


@pytest.fixture
def ranked(make_case, make_attempt):
    """An attempt at a case that needs `a` and `b` and may have `c`, with this ranking."""
    return lambda *found: make_attempt(make_case(("a", "b"), ("c",)), found)


def test_recall_at_5_counts_the_needed_among_the_first_five(ranked):
    assert recall_at_5(ranked("x", "a", "c", "y", "z", "b")) == 1 / 2
    assert recall_at_5(ranked("x", "y", "z", "b", "a")) == 1.0
    assert recall_at_5(ranked("c")) == 0.0


def test_recall_at_5_counts_every_gold_where_none_is_required(make_case, make_attempt):
    assert recall_at_5(make_attempt(make_case((), ("a", "b", "c", "d")), ("a", "x"))) == 1 / 4


def test_recall_at_5_cannot_reach_1_when_more_than_five_are_needed(make_case, make_attempt):
    items = tuple(f"a:71({letter})" for letter in "abcdefg")
    assert recall_at_5(make_attempt(make_case(items), items)) == pytest.approx(5 / 7)


def test_success_at_5_takes_any_gold_among_the_first_five(ranked):
    assert success_at_5(ranked("v", "w", "x", "y", "c")) == 1.0
    assert success_at_5(ranked("u", "v", "w", "x", "y", "a")) == 0.0


def test_reciprocal_rank_is_that_of_the_first_gold(ranked):
    assert reciprocal_rank(ranked("x", "y", "c", "a")) == pytest.approx(1 / 3)
    assert reciprocal_rank(ranked("x", "y")) == 0.0


def test_ndcg_at_10_weighs_required_twice_optional(ranked):
    best = 2 / log2(2) + 2 / log2(3) + 1 / log2(4)
    assert ndcg_at_10(ranked("a", "b", "c")) == pytest.approx(1.0)
    assert ndcg_at_10(ranked("x", "c", "a")) == pytest.approx((1 / log2(3) + 2 / log2(4)) / best)


def test_an_item_is_not_its_lead_in(make_case, make_attempt):
    assert recall_at_5(make_attempt(make_case(("a:2",)), ("a:2(a)",))) == 0.0
    assert recall_at_5(make_attempt(make_case(("a:2(a)",)), ("a:2",))) == 0.0


def test_the_ranking_stands_whatever_the_scores_and_repetitions(make_case, make_attempt):
    # Every score is 0.5: trec_eval alone would order such ties by id, z first.
    attempt = make_attempt(make_case(("a",)), ("a", "z", "a"))
    assert reciprocal_rank(attempt) == 1.0
    assert attempt.found == ("a", "z")


def test_an_error_and_an_empty_ranking_found_nothing(make_case, make_attempt):
    for attempt in (Attempt(make_case(), 1.0, error="KeyError: 'x'"), make_attempt(make_case())):
        measured = [f(attempt) for f in (recall_at_5, success_at_5, reciprocal_rank, ndcg_at_10)]
        assert measured == [0.0] * 4


def test_without_ir_measures_the_remedy_is_named(make_case, make_attempt, monkeypatch):
    monkeypatch.setitem(sys.modules, "ir_measures", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'r2p-assistant\[evals\]'"):
        recall_at_5(make_attempt(make_case()))
