"""Words as they come, sentences once they are verified; nothing unverified looks verified."""

import re
import threading
from collections.abc import Callable

import pytest
from exchange import Reply
from replies import cited, honest

from assistant.ask import ask, asking
from assistant.chat.chat import Chat
from assistant.chat.events import Done, Verified, Words
from assistant.sources import Sources
from assistant.types import Answer

QUESTION = "Does international law oblige a State to prevent atrocity crimes?"


@pytest.mark.parametrize("script", ["honest", "quoting", "invented-key", "altered-quotation"])
def test_what_is_verified_only_grows_and_what_is_not_has_no_marks(
    worded_by: Callable[..., Sources], held: Callable[[Answer], None], script: str
) -> None:
    *growing, done = asking(QUESTION, sources=worded_by(script))
    assert isinstance(done, Done)
    before = ""
    for event in growing:
        assert isinstance(event, Words | Verified)
        assert event.answer.answer.startswith(before)
        before = event.answer.answer
        assert not re.search(r"[\[\]“”\"]|k[0-9a-f]{5}", event.unchecked)
        if event.answer.citations:
            held(event.answer)
    assert done.answer.answer == before


def test_words_come_before_their_sentence_is_verified(worded_by: Callable[..., Sources]) -> None:
    events = list(asking(QUESTION, sources=worded_by("honest")))
    first = next(one for one in events if isinstance(one, Words))
    assert events.index(first) == 0
    assert first.unchecked
    assert first.answer.answer == ""
    verified = [one.answer.citations for one in events if isinstance(one, Verified)]
    assert [len(one) for one in verified] == [1, 2, 3]


def test_whoever_stops_listening_ends_the_call(worded_by: Callable[..., Sources], server) -> None:
    events = asking(QUESTION, sources=worded_by("stalls"))
    assert isinstance(next(events), Words)
    events.close()
    assert list(events) == []


def test_calls_that_nobody_listens_to_leave_no_connection_and_no_thread(chat_of: Callable[..., Chat], server) -> None:
    calls, passage = chat_of("drips").calls(), '<passage key="k00000">Prevention is the duty of every State.</passage>'
    ours = lambda: {one for one in threading.enumerate() if "process_request" not in one.name}  # noqa: E731
    before: set[threading.Thread] = set()
    for _ in range(10):
        pieces = calls.stream([("user", passage)])
        assert next(pieces)
        pieces.close()  # type: ignore[attr-defined]
        assert server.left.acquire(timeout=10)
        before = before or ours()
    assert ours() == before


def test_a_decline_of_the_model_is_an_abstention_without_sources(
    worded_by: Callable[..., Sources], held: Callable[[Answer], None]
) -> None:
    answer = ask(QUESTION, sources=worded_by("declines"))
    held(answer)
    assert answer.abstained
    assert (answer.mode, answer.model) == ("generative", "declines")


def test_model_host_tokens_and_times_are_told(worded_by: Callable[..., Sources], server) -> None:
    answer = ask(QUESTION, sources=worded_by("honest", chat_price_in=1.0, chat_price_out=1_000_000))
    told = answer.wording
    assert told
    assert told.model == answer.model == "honest"
    assert told.host == f"127.0.0.1:{server.server.server_address[1]}"
    assert told.calls == 1
    assert told.read > 500
    assert told.written > 20
    assert not told.counted
    assert told.cost == pytest.approx(told.read / 1e6 + told.written)
    assert 0 < answer.ms["first_word"] <= answer.ms["model"] <= answer.ms["total"]


def test_the_json_has_the_keys_it_always_had(worded_by: Callable[..., Sources], sources: Sources) -> None:
    with_model, without = ask(QUESTION, sources=worded_by("honest")), ask(QUESTION, sources=sources)
    assert list(with_model.as_json()) == list(without.as_json())
    assert with_model.as_json()["mode"] == "generative"


def test_searches_of_the_model_bring_more_passages(worded_by: Callable[..., Sources], server) -> None:
    answer = ask(QUESTION, sources=worded_by("searches"))
    shown = [len(request.passages) for _, request in server.requests]
    assert len(shown) == 3
    assert shown[0] < shown[1] < shown[2]
    assert answer.citations


def test_the_model_may_search_no_more_than_twice(worded_by: Callable[..., Sources], server) -> None:
    ask(QUESTION, sources=worded_by("searches-for-ever"))
    assert len(server.requests) == 3


def test_two_hundred_answers_at_once(worded_by: Callable[..., Sources], held: Callable[[Answer], None], server) -> None:
    server.scripts["own"] = lambda request: Reply(cited(request.passages, 1))
    sources, answers = worded_by("own", chat_timeout=300, chat_longest=600), {}
    questions = [f"What does paragraph {number} of the 2013 report say?" for number in range(1, 51)] * 4

    def one(place: int) -> None:
        answers[place] = ask(questions[place], sources=sources)

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(questions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 200
    for place, answer in answers.items():
        held(answer)
        assert answer.mode == "generative", answer.warnings
        assert answer.citations[0].id.startswith(f"sg-2013:{place % 50 + 1}")


def test_honest_replies_are_kept_whole(worded_by: Callable[..., Sources], server) -> None:
    said: list[str] = []
    server.scripts["noted"] = lambda request: said.append(honest(request).text) or honest(request)
    answer = ask(QUESTION, sources=worded_by("noted"))
    bare = lambda text: re.sub(r"\s*\[\w+\]", "", text)  # noqa: E731
    assert bare(answer.answer) == bare(said[0])
