"""The examples on the empty page."""

from assistant.ask import ask
from assistant.sources import Sources
from assistant.views.examples import EXAMPLES


def test_there_are_examples_for_each_kind_of_user() -> None:
    assert list(EXAMPLES) == ["Delegates", "Model UN students", "Trainers"]
    assert all(len(questions) >= 3 for questions in EXAMPLES.values())


def test_every_example_is_answered(sources: Sources) -> None:
    for question in (one for questions in EXAMPLES.values() for one in questions):
        assert ask(question, sources=sources).citations, question
