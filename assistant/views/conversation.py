"""A conversation as the page remembers it: questions, each with an answer, a notice, or nothing yet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.types import Answer, Turn

Stage = Literal["waiting", "answering", "done", "stopped", "failed"]

STOPPED = "Stopped."
# More steps than this would make a long answer wait for its own show.
MOST_STEPS = 12


@dataclass(frozen=True)
class Exchange:
    """A question and what has come back so far; `notice` is the line shown instead of or under it."""

    question: str
    answer: Answer | None = None
    stage: Stage = "waiting"
    notice: str = ""


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
    return (*exchanges[:-1], replace(exchanges[-1], stage="stopped", notice=STOPPED))


def growing(answer: Answer) -> Iterator[Answer]:
    """The answer as it grows, by whole lines, so that no quotation is ever shown cut.

    Each is an answer in its own right: it cites what it shows and nothing else.
    """
    lines = answer.answer.splitlines(keepends=True)
    ends = [end for end, line in enumerate(lines, 1) if line.strip()]
    stride = -(-len(ends) // MOST_STEPS) or 1
    for end in ends[stride - 1 :: stride]:
        text = "".join(lines[:end])
        shown = {int(n) for n in re.findall(r"\[(\d+)\]", text)}
        cited = tuple(citation for citation in answer.citations if citation.n in shown)
        yield replace(answer, answer=text, citations=cited)
