"""From a question to its answer, step by step, or to one calm line."""

import asyncio
from collections.abc import Iterator, Sequence

import pytest

from assistant.chat.events import Done, Event, Verified, Withdrawn, Words
from assistant.views import asking
from assistant.views.asking import Choice, conversing
from assistant.views.conversation import Exchange
from assistant.views.loading import UNFORESEEN, Loading
from corpus.errors import R2PError
from corpus.load import Corpus
from tests.assistant.views.answers import answer, worded
from tests.assistant.views.talks import loaded, talk_of


@pytest.fixture
def _ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """An `ask` that answers, refuses or breaks, as the question wants."""

    def pretend(question: str, earlier: Sequence[Exchange], choice: Choice, sources: object) -> Iterator[Event]:
        if question == "refuse":
            raise R2PError("Shorten it.")
        if question == "break":
            raise RuntimeError("a secret of the machine")
        yield Done(answer("The report:\n\n- “Two.” [1]", question=question))

    monkeypatch.setattr(asking, "_ask", pretend)
    monkeypatch.setattr(asking, "STEP", 0)


@pytest.mark.usefixtures("_ask")
def test_an_answer_comes_step_by_step() -> None:
    seen = talk_of("Why?", loaded(lambda _progress: "sources"))
    assert [one.stage for one in seen] == ["waiting", "answering", "answering", "done"]


@pytest.mark.usefixtures("_ask")
def test_an_error_of_ours_is_one_calm_line() -> None:
    last = talk_of("refuse", loaded(lambda _progress: "sources"))[-1]
    assert (last.stage, last.notice) == ("failed", "Shorten it.")


@pytest.mark.usefixtures("_ask")
def test_an_unforeseen_error_gives_nothing_away() -> None:
    last = talk_of("break", loaded(lambda _progress: "sources"))[-1]
    assert (last.stage, last.notice) == ("failed", UNFORESEEN)


@pytest.mark.usefixtures("_ask")
def test_a_question_asked_while_loading_waits_and_is_answered() -> None:
    async def ask_early() -> list[Exchange]:
        loading, seen = Loading(lambda _progress: "sources"), []  # type: ignore[arg-type, return-value]
        async for talk in conversing("Why?", (), Choice(), loading):
            if not seen:
                loading.start()
            seen.append(talk[-1])
        return seen

    seen = asyncio.run(ask_early())
    assert seen[0].notice == "Loading the language model. Your question waits and will be answered."
    assert seen[-1].stage == "done"


def test_a_model_s_words_are_shown_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    def pretend(*_: object) -> Iterator[Event]:
        yield Words(answer("", ()), "So it")
        yield Verified(worded(), " and")
        yield Withdrawn("It broke off.")
        yield Done(worded())

    monkeypatch.setattr(asking, "_ask", pretend)
    monkeypatch.setattr(asking, "STEP", 0)
    seen = talk_of("Why?", loaded(lambda _progress: "sources"))
    assert seen[-1].stage == "done"
    assert all(one.stage in ("waiting", "answering") for one in seen[:-1])
    assert seen[-1].unchecked == ""


def test_a_choice_of_documents_does_not_shut_out_a_draft_that_is_included(corpus: Corpus) -> None:
    assert Choice().within(corpus.documents) is None
    assert Choice(include_draft=True).within(corpus.documents) is None
    assert Choice(["sg-2019"]).within(corpus.documents) == ["sg-2019"]
    assert Choice(["sg-2019"], include_draft=True).within(corpus.documents) == ["sg-2019", "draft-2013"]
