from dataclasses import replace

import pytest

from evals.citing import citation_precision, citation_recall, is_verbatim
from evals.types import Attempt


def test_precision_counts_each_cited_paragraph_once(make_case, make_attempt):
    case = make_case(("a:1",), ("a:2",))
    assert citation_precision(make_attempt(case, cited=("a:1", "a:1", "a:2", "b:1"))) == 2 / 3
    assert citation_precision(make_attempt(case, cited=("b:1",))) == 0.0
    assert citation_precision(make_attempt(case)) == 0.0


def test_recall_counts_the_needed_only(make_case, make_attempt):
    case = make_case(("a:1", "b:1"), ("a:2",))
    assert citation_recall(make_attempt(case, cited=("a:1", "a:2"))) == 1 / 2
    assert citation_recall(make_attempt(make_case((), ("a:1", "a:2")), cited=("a:2",))) == 1 / 2


def test_who_did_not_answer_recalled_nothing(make_case, make_attempt):
    assert citation_recall(make_attempt(make_case(), cited=("a:1",), abstained=True)) == 0.0
    assert citation_recall(Attempt(make_case(), 1.0, error="KeyError")) == 0.0


def test_a_whole_paragraph_and_a_part_of_it_are_verbatim(make_case, make_attempt, corpus):
    whole = make_attempt(make_case(), cited=("a:1",)).answer.citations[0]
    assert is_verbatim(whole, corpus)
    assert is_verbatim(replace(whole, quote="Fifty-nine States", start=0, end=17), corpus)


@pytest.mark.parametrize(
    "slip",
    [
        {"quote": "Fifty-Nine States", "start": 0, "end": 17},
        {"quote": "Fifty-nine States", "start": 1, "end": 18},
        {"quote": "", "start": 3, "end": 3},
        {"quote": "rebuilding.", "start": -11, "end": 9999},
        {"id": "a:99"},
        {"id": "a:2"},
    ],
)
def test_any_slip_is_not_verbatim(make_case, make_attempt, corpus, slip):
    whole = make_attempt(make_case(), cited=("a:1",)).answer.citations[0]
    assert not is_verbatim(replace(whole, **slip), corpus)
