"""Who is named, who acts together, who is the subject."""

import pytest

from assistant.registers.actors import in_order, named, subject, together, topic
from assistant.registers.types import ACTORS


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("the universal periodic review", ["Human Rights Council and its mechanisms"]),
        ("All Member States and Governments", ["States", "States"]),
        ("national human rights mechanisms", ["national human rights institutions"]),
        ("regional and sub-regional human rights mechanisms", ["regional and subregional organizations"]),
        ("the Charter of the United Nations", []),
        ("non-State actors and State structures", []),
        ("my Special Advisers on Genocide Prevention and on the Responsibility to Protect", ["Special Advisers"]),
        ("States Members of the United Nations and the Security Council", ["States", "Security Council"]),
        ("United Nations Country Teams", ["United Nations system"]),
    ],
)
def test_the_corpus_s_spellings_are_mapped_to_the_closed_list(text: str, actors: list[str]) -> None:
    assert [one.actor for one in named(text)] == actors


def test_those_that_act_together_are_in_the_order_of_the_list() -> None:
    text = "the Human Rights Council, the General Assembly and the Security Council act; parliaments watch"
    assert together(named(text), text) == (
        "Security Council",
        "General Assembly",
        "Human Rights Council and its mechanisms",
    )


@pytest.mark.parametrize(
    ("sentence", "verb", "actors"),
    [
        ("States, in line with the law, should act.", "should", ("States",)),
        ("The perspectives of civil society should be included.", "should", ()),
        ("When parliaments debate reports of States, civil society can comment.", "can", ("civil society and media",)),
        ("The choices that local communities make to survive can differ.", "can", ()),
    ],
)
def test_the_subject_is_the_actor_the_verb_belongs_to(sentence: str, verb: str, actors: tuple[str, ...]) -> None:
    assert subject(sentence, sentence.index(verb)) == actors


def test_a_sentence_is_about_whom_it_names_first() -> None:
    assert topic("Most of the parliaments hold debates.") == ("parliaments",)
    assert topic("Partnerships can help States a little.") == ()


def test_the_order_is_that_of_the_closed_list() -> None:
    assert in_order(reversed(ACTORS)) == ACTORS
