"""A follow-up rewritten by the model: kept only if what the user named survives, and nothing else is named."""

from collections.abc import Callable

import pytest
from exchange import Reply
from replies import honest

from assistant.ask import ask
from assistant.chat.standalone import faithful
from assistant.sources import Sources
from assistant.types import Turn
from corpus.load import Corpus

HISTORY = [
    Turn("user", "What does the 2017 report say about legal accountability?"),
    Turn("assistant", "It says a lot of the draft of the 2013 report, and of 1994."),
]


def rewriting(text: str):
    """A script that rewrites to this, and answers honestly when it is shown passages."""
    return lambda request: honest(request) if request.passages else Reply(text)


@pytest.mark.parametrize(
    ("written", "latest", "kept"),
    [
        ("What does the 2019 report say about legal accountability?", "And the 2019 report?", True),
        ("What does the 2017 report say about political accountability?", "And political?", True),
        ("What does paragraph 13 of the 2017 report say?", "And paragraph 13?", True),
        ("What is legal accountability?", "And the 2019 report?", False),
        ("What does paragraph 14 of the 2017 report say?", "And paragraph 13?", False),
        ("What does the 2017 report say about it?", "And paragraph 13?", False),
        ("What happened in 1994?", "And what happened then?", False),
        ("What does the confidential draft of 2013 say?", "And what else?", False),
        ("What happened in 2005?", "What happened in 2005, and then?", True),
        ("", "And political?", False),
        ("What does it say?\nSecond line", "And political?", False),
        ("long " * 200, "And political?", False),
    ],
)
def test_a_rewriting_keeps_what_was_named_and_names_nothing_else(
    corpus: Corpus, written: str, latest: str, kept: bool
) -> None:
    assert faithful(written, latest, HISTORY, corpus) is kept


def test_the_model_makes_a_follow_up_stand_alone(worded_by: Callable[..., Sources], server) -> None:
    server.scripts["mine"] = rewriting("What does the 2017 report say about political accountability?")
    answer = ask("And political?", HISTORY, sources=worded_by("mine"))
    assert answer.standalone_question == "What does the 2017 report say about political accountability?"
    assert len(server.requests) == 2
    assert answer.wording
    assert answer.wording.calls == 2


@pytest.mark.parametrize("written", ["What does the 2019 report say?", "", "SEARCH: everything"])
def test_else_the_rules_do(worded_by: Callable[..., Sources], sources: Sources, server, written: str) -> None:
    server.scripts["mine"] = rewriting(written)
    question = "What about paragraph 13?"
    by_rules = ask(question, HISTORY, sources=sources)
    assert ask(question, HISTORY, sources=worded_by("mine")).standalone_question == by_rules.standalone_question


def test_a_model_that_fails_leaves_it_to_the_rules(worded_by: Callable[..., Sources], sources: Sources) -> None:
    answer = ask("And political?", HISTORY, sources=worded_by("status-500"))
    assert answer.standalone_question == ask("And political?", HISTORY, sources=sources).standalone_question
    assert answer.mode == "extractive"


def test_a_first_question_is_not_rewritten(worded_by: Callable[..., Sources], server) -> None:
    ask("Does international law oblige a State to prevent atrocity crimes?", sources=worded_by("honest"))
    assert len(server.requests) == 1
