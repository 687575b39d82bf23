"""What the page remembers of a conversation, and what Stop ends."""

from assistant.types import Turn
from assistant.views.conversation import STOPPED, Conversation, Exchange, history, stopped
from assistant.views.messages import conversation_html
from tests.assistant.views.answers import answer


def test_the_history_holds_what_was_answered() -> None:
    talk = (Exchange("One?", answer("Yes."), "done"), Exchange("Two?", stage="failed", notice="No."))
    assert history(talk) == [Turn("user", "One?"), Turn("assistant", "Yes.")]


def test_stop_ends_what_is_under_way_and_nothing_else() -> None:
    talk: Conversation = (Exchange("One?", answer(), "answering"),)
    assert stopped(talk)[-1].stage == "stopped"
    assert STOPPED in conversation_html(stopped(talk))
    done: Conversation = (Exchange("One?", answer(), "done"),)
    assert stopped(done) == done
    assert stopped(()) == ()
