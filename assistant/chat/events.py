"""What happens while an answer is made: words come, sentences are verified, the answer is done."""

from dataclasses import dataclass

from assistant.types import Answer


@dataclass(frozen=True)
class Words:
    """More words of the model's, behind the answer so far: all that it has written and nothing has checked yet."""

    answer: Answer
    unchecked: str


@dataclass(frozen=True)
class Verified:
    """A sentence was checked: the answer so far, with its markers, and the words after it."""

    answer: Answer
    unchecked: str


@dataclass(frozen=True)
class Withdrawn:
    """What was shown of the model's reply is taken back, for the reason in `why`."""

    why: str


@dataclass(frozen=True)
class Done:
    """The answer, whole."""

    answer: Answer


Event = Words | Verified | Withdrawn | Done
