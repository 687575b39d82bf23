"""A model that fails: asked again where that may help, never beyond the bounds, and the line that is said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from exchange import Reply
from replies import failing, honest

from assistant.ask import ask, asking
from assistant.chat.calls import ATTEMPTS, FIRST_WAIT, LONGEST_WAIT
from assistant.chat.chat import Chat
from assistant.chat.events import Done, Withdrawn
from assistant.chat.failures import NoReply, failure_of
from assistant.sources import Sources

QUESTION = "Does international law oblige a State to prevent atrocity crimes?"


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503])
def test_what_may_pass_is_asked_again_and_then_answered(
    worded_by: Callable[..., Sources], server, waits: list[float], status: int
) -> None:
    server.scripts["recovers"] = failing(status, times=2)
    answer = ask(QUESTION, sources=worded_by("recovers"))
    assert answer.mode == "generative"
    assert len(server.requests) == 3
    assert waits == [FIRST_WAIT, 2 * FIRST_WAIT]


@pytest.mark.parametrize("script", ["status-400", "status-401", "status-403", "status-404"])
def test_what_will_not_pass_is_asked_once(
    worded_by: Callable[..., Sources], server, waits: list[float], script: str
) -> None:
    assert ask(QUESTION, sources=worded_by(script)).mode == "extractive"
    assert len(server.requests) == 1
    assert waits == []


@pytest.mark.parametrize("script", ["status-503", "cut", "unended", "empty", "malformed"])
def test_nothing_is_asked_more_often_than_is_bounded(worded_by: Callable[..., Sources], server, script: str) -> None:
    ask(QUESTION, sources=worded_by(script))
    assert len(server.requests) == ATTEMPTS


def test_a_server_is_given_the_time_it_asks_for(worded_by: Callable[..., Sources], server, waits: list[float]) -> None:
    server.scripts["busy"] = failing(429, times=1, Retry_After="7")
    assert ask(QUESTION, sources=worded_by("busy")).mode == "generative"
    assert waits == [7]


def test_a_server_may_name_a_date(worded_by: Callable[..., Sources], server, waits: list[float]) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=15), usegmt=True)
    server.scripts["busy"] = failing(503, times=1, Retry_After=later)
    assert ask(QUESTION, sources=worded_by("busy")).mode == "generative"
    assert 0 < waits[0] <= 15


@pytest.mark.parametrize("after", [str(LONGEST_WAIT + 1), "86400"])
def test_a_server_that_wants_too_much_time_is_not_waited_for(
    worded_by: Callable[..., Sources], server, waits: list[float], after: str
) -> None:
    server.scripts["busy"] = failing(429, times=1, Retry_After=after)
    assert ask(QUESTION, sources=worded_by("busy")).mode == "extractive"
    assert waits == []


def test_a_retry_after_that_is_nonsense_is_as_none(
    worded_by: Callable[..., Sources], server, waits: list[float]
) -> None:
    server.scripts["busy"] = failing(429, times=1, Retry_After="soon")
    assert ask(QUESTION, sources=worded_by("busy")).mode == "generative"
    assert waits == [FIRST_WAIT]


def test_an_answer_takes_no_longer_than_it_may(worded_by: Callable[..., Sources], server) -> None:
    answer = ask(QUESTION, sources=worded_by("honest", chat_longest=1e-9))
    assert answer.mode == "extractive"
    assert "R2P_CHAT_LONGEST" in answer.warnings[0]
    assert len(server.requests) <= 1


def test_words_that_were_shown_are_withdrawn_and_that_is_said(worded_by: Callable[..., Sources], server) -> None:
    server.scripts["half"] = lambda request: replace(honest(request), wrong="" if request.before else "cut")
    events = list(asking(QUESTION, sources=worded_by("half")))
    withdrawn = [one for one in events if isinstance(one, Withdrawn)]
    assert len(withdrawn) == 1
    assert "broke off" in withdrawn[0].why
    done = events[-1]
    assert isinstance(done, Done)
    assert done.answer.mode == "generative"
    assert any("broke off" in note for note in done.answer.warnings)


def test_a_server_that_is_not_there(worded_by: Callable[..., Sources], sources: Sources) -> None:
    answer = ask(QUESTION, sources=worded_by("honest", chat_base_url="http://127.0.0.1:9/v1"))
    assert answer.mode == "extractive"
    assert "cannot be reached" in answer.warnings[0]


@pytest.mark.parametrize("settings", [{"chat_context": 1500, "chat_reply": 900}, {"chat_context": 100}])
def test_a_window_that_holds_no_passage(worded_by: Callable[..., Sources], server, settings: dict[str, int]) -> None:
    answer = ask(QUESTION, sources=worded_by("honest", **settings))
    assert answer.mode == "extractive"
    assert "R2P_CHAT_CONTEXT" in answer.warnings[0]
    assert server.requests == []


def test_a_key_is_never_in_what_is_said(worded_by: Callable[..., Sources], server, caplog) -> None:
    key = "sk-very-secret-0123456789"
    server.scripts["leaky"] = lambda request: Reply(status=401, error=f"Incorrect API key provided: {key}")
    caplog.set_level("DEBUG")
    answer = ask(QUESTION, sources=worded_by("leaky", chat_api_key=key))
    assert server.headers[0]["authorization"] == f"Bearer {key}"
    assert key not in repr(answer)
    assert key not in repr(worded_by("leaky", chat_api_key=key).settings)
    assert not any(key in record.getMessage() for record in caplog.records)


def test_a_failure_of_no_known_kind_is_a_reply_that_cannot_be_read() -> None:
    assert failure_of(KeyError("choices")).line == "its reply cannot be read"


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (Reply("States should", finish="content_filter"), "filter stopped it"),
        (Reply("", finish="refusal"), "filter stopped it"),
        (Reply("", finish="length"), "no room for a reply"),
        (Reply("<think>They ask", finish=None), "broke off"),
        (Reply("<think>They ask</think> \n"), "was empty"),
        (Reply(" \n"), "was empty"),
    ],
)
def test_why_a_reply_is_none(chat_of: Callable[..., Chat], server, reply: Reply, line: str) -> None:
    server.scripts["none"] = lambda request: reply
    with pytest.raises(NoReply, match=line):
        "".join(chat_of("none").calls().stream([("user", "?")]))


def test_a_whole_reply_is_asked_for_again_too(chat_of: Callable[..., Chat], server, waits: list[float]) -> None:
    server.scripts["one-word"] = lambda request: Reply("ready") if request.before else Reply(status=500)
    assert chat_of("one-word").calls().complete([("user", "?")]) == "ready"
    with pytest.raises(NoReply, match="no such model"):
        chat_of("nobody").calls().complete([("user", "?")])
    assert waits == [FIRST_WAIT]
