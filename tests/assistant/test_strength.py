"""Questions of how strongly: which they are, and what they are about."""

import pytest

from assistant.question import understand
from assistant.strength import asks_how_strongly, has_topic, without_strength
from assistant.types import Turn
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("How firmly does the report press States to train judges?", "States to train judges?"),
        ("Is training judges mandatory?", "Is training judges?"),
        ("Is it compulsory for parliaments to debate this?", "Is it for parliaments to debate this?"),
        ("Is the press code voluntary or legally binding?", "Is the press code?"),
        ("Does the SG demand or merely suggest open archives?", "open archives?"),
        ("Are courts legally bound, or only asked, to publish rulings?", "Are courts to publish rulings?"),
        ("What are memorials for? Is that an obligation or just advice?", "What are memorials for? Is that?"),
    ],
)
def test_what_is_asked_is_searched_without_the_words_of_strength(question: str, about: str) -> None:
    assert asks_how_strongly(question)
    assert without_strength(question) == about


@pytest.mark.parametrize(
    "question",
    [
        "What does the Optional Protocol say?",
        "Is the voluntary code of the press any use?",
        "Which measures are urged or suggested?",
        "Is prevention a legal duty or a moral one?",
        "How strong is the evidence?",
        "Is archiving mandatory? Who says so?",
    ],
)
def test_other_questions_are_left_as_they_are(question: str) -> None:
    assert not asks_how_strongly(question)


def test_a_question_of_a_report_as_a_whole_has_no_topic_left(corpus: Corpus) -> None:
    assert not has_topic("Is the report on States?")
    assert not has_topic("Is the responsibility to protect?")
    asked = understand("Is the 2017 report binding on States?", [], corpus)
    assert not asked.strongly
    assert "binding" in asked.focus


def test_a_follow_up_may_ask_it(corpus: Corpus) -> None:
    history = [Turn("user", "What is said of memorials?"), Turn("assistant", "…")]
    asked = understand("is that binding?", history, corpus)
    assert asked.strongly
    assert asked.focus == "What is said of memorials? is that?"
    assert not understand("and who pays for it?", [Turn("user", "Is archiving mandatory?")], corpus).strongly
