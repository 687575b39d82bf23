import pytest

from evals.facts import fact_coverage, missing_facts
from evals.types import Attempt


@pytest.fixture
def told(make_case, make_attempt):
    """Whether an answer of this text states the fact of these wordings."""
    return lambda text, *wordings: not missing_facts(make_attempt(make_case(facts=(wordings,)), answer=text))


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("There were 59 States.", ["59"]),
        ("FIFTY-NINE States", ["59", "fifty-nine"]),
        ("fifty\u2011nine States", ["fifty-nine"]),
        ("political\n   will", ["political will"]),
        ("political\u00a0will", ["political will"]),
        ("the State’s “duty”", ['the state\'s "duty"']),
        ('the State\'s "duty"', ["the State’s “duty”"]),
        ("in 2005–2010", ["2005"]),
        ("prevention—the aim", ["prevention"]),
        ("a **fifty**-nine [1] States", ["fifty-nine States"]),
        ("> quoted: in 2005, 59 States", ["2005"]),
        ("an Arria-formula meeting", ["Arria"]),
        ("para. 71 (a)", ["71 (a)"]),
        ("ends in 59.", ["59"]),
    ],
)
def test_a_fact_is_found_regardless_of_case_space_and_typography(told, text, wordings):
    assert told(text, *wordings)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("There were 159 States.", "59"),
        ("2.59 per cent", "59"),
        ("59,000 people", "59"),
        ("fifty-nine", "nine"),
        ("fifty-nine", "fifty"),
        ("fifty\u2011nine", "nine"),
        ("non-State actors", "State"),
        ("States", "State"),
        ("political good will", "political will"),
        ("S/2019/463", "2019"),
        ("", "59"),
    ],
)
def test_a_part_of_a_word_or_number_is_no_fact(told, text, wording):
    assert not told(text, wording)


def test_coverage_is_the_share_of_facts_in_the_answer_or_a_quote(make_case, make_attempt):
    case = make_case(facts=(("59", "fifty-nine"), ("political will",), ("2018",), ("cheaper",)))
    attempt = make_attempt(case, cited=("a:1",), answer="It takes **political will** [1].")
    assert fact_coverage(attempt) == 3 / 4
    assert missing_facts(attempt) == (("2018",),)


def test_a_fact_cannot_be_pieced_together_from_answer_and_quote(make_case, make_attempt):
    attempt = make_attempt(make_case(facts=(("many Fifty-nine",),)), cited=("a:1",), answer="How many")
    assert fact_coverage(attempt) == 0.0


def test_who_did_not_answer_stated_nothing(make_case, make_attempt):
    case = make_case(facts=(("59",),))
    assert fact_coverage(make_attempt(case, answer="Nothing on 59.", abstained=True)) == 0.0
    assert fact_coverage(Attempt(case, 1.0, error="ValueError: 59")) == 0.0
