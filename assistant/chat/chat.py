"""The chat model as the assistant uses it: opened once, shared by all, begun anew for each answer."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.chat.answering import answered
from assistant.chat.calls import Calls, Wait
from assistant.chat.endpoint import Endpoint, endpoint_of
from assistant.chat.events import Event
from assistant.chat.model import ChatModel
from assistant.chat.standalone import stand_alone
from assistant.question import Question
from assistant.settings import Settings
from assistant.sources import Sources
from assistant.types import Answer, Turn
from corpus.load import Corpus
from index.types import Hit


@dataclass(frozen=True)
class Adviser:
    """The model at work on one answer, within the bounds of its calls."""

    calls: Calls

    def stand_alone(self, question: str, history: Sequence[Turn], corpus: Corpus) -> str:
        """A follow-up as it reads without the conversation; empty if that is left to the rules."""
        return stand_alone(question, history, self.calls, corpus)

    def answer(self, quoted: Answer, asked: Question, hits: Sequence[Hit], sources: Sources) -> Iterator[Event]:
        """The answer in the model's words, as it comes; `quoted`, the extractive one, where that does not hold."""
        return answered(quoted, asked, hits, self.calls, sources)


@dataclass(frozen=True)
class Chat:
    """A chat model that is configured. Safe to share between threads; `wait` is how seconds are let pass."""

    model: ChatModel
    settings: Settings
    wait: Wait = time.sleep

    @property
    def endpoint(self) -> Endpoint:
        """Which model it is, and where."""
        return self.model.endpoint

    def begin(self) -> Adviser:
        """The model at work on a new answer; its time begins now."""
        return Adviser(self.calls())

    def calls(self) -> Calls:
        """Calls for one answer, or for one task of another kind; their time begins now."""
        return Calls(self.model, self.settings, self.wait, time.perf_counter() + self.settings.chat_longest)


def open_chat(settings: Settings) -> Chat | None:
    """The chat model that is configured; None if none is. Connects to nothing. Raises SettingsError."""
    endpoint = endpoint_of(settings)
    return Chat(ChatModel(endpoint, settings), settings) if endpoint else None
