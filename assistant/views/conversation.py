"""A conversation as the page remembers it: questions, each with an answer, a notice, or nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.types import Answer, Turn

Stage = Literal["waiting", "answering", "done", "stopped", "failed"]

STOPPED = "Stopped."


@dataclass(frozen=True)
class Exchange:
    """A question and what has come back so far; `notice` is the line shown instead of or under it.

    `unchecked` are the words of a chat model after those of `answer`, which nothing has checked yet.
    """

    question: str
    answer: Answer | None = None
    stage: Stage = "waiting"
    notice: str = ""
    unchecked: str = ""


Conversation = tuple[Exchange, ...]


def history(exchanges: Sequence[Exchange]) -> list[Turn]:
    """The conversation as `ask` reads it; a question that was never answered is left out."""
    turns = []
    for exchange in exchanges:
        if exchange.answer is not None:
            turns.append(Turn("user", exchange.question))
            turns.append(Turn("assistant", exchange.answer.answer))
    return turns


def stopped(exchanges: Conversation) -> Conversation:
    """The conversation after Stop: what was under way ends where it stands."""
    if not exchanges or exchanges[-1].stage not in ("waiting", "answering"):
        return exchanges
    return (*exchanges[:-1], replace(exchanges[-1], stage="stopped", notice=STOPPED, unchecked=""))
