"""The chat model as answers use it: opened once, and bounded in calls, tokens and time for each answer."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.chat.endpoint import Endpoint, endpoint_of
from assistant.chat.failures import NoReply
from assistant.chat.model import ChatModel, Message, Usage
from assistant.settings import Settings
from assistant.types import Wording

Wait = Callable[[float], object]

ATTEMPTS = 3  # calls for one reply; a reply that cannot be had in three is not waited for
FIRST_WAIT = 0.5  # seconds, doubled each time, unless the server names its own
LONGEST_WAIT = 20.0  # seconds; a server that wants us to wait longer is not waited for


@dataclass(frozen=True)
class Chat:
    """A chat model and the bounds of its use. Safe to share between threads; `wait` is how time is let pass."""

    model: ChatModel
    settings: Settings
    wait: Wait = time.sleep

    @property
    def endpoint(self) -> Endpoint:
        """Which model it is, and where."""
        return self.model.endpoint

    def begin(self) -> "Asking":
        """The use of the model for one answer."""
        return Asking(self, ends=time.perf_counter() + self.settings.chat_longest)


@dataclass
class Asking:
    """The use of the model for one answer: what it has cost so far, and when its time is over."""

    chat: Chat
    ends: float
    usage: Usage = field(default_factory=Usage)

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """A reply, piece by piece. Raises NoReply."""
        return self.chat.model.stream(messages, self.usage, self.ends)

    def complete(self, messages: Sequence[Message]) -> str:
        """A whole reply, asked for again where that may help. Raises NoReply."""
        for attempt in range(ATTEMPTS):
            try:
                return self.chat.model.complete(messages, self.usage, self.ends)
            except NoReply as error:
                if not self.waits(error, attempt):
                    raise
        raise AssertionError("the last attempt returns or raises")

    def waits(self, error: NoReply, attempt: int) -> bool:
        """Whether asking again may help; if so, the wait before it is over."""
        after = error.failure.after
        seconds = FIRST_WAIT * 2**attempt if after is None else after
        late = time.perf_counter() + seconds > self.ends
        if not error.failure.again or attempt + 1 >= ATTEMPTS or seconds > LONGEST_WAIT or late:
            return False
        self.chat.wait(seconds)
        return True

    def wording(self, notes: Sequence[str] = ()) -> Wording:
        """The model's part in the answer so far."""
        used, endpoint = self.usage, self.chat.endpoint
        return Wording(
            endpoint.model, endpoint.host, used.calls, used.read, used.written, used.counted, self._cost(), tuple(notes)
        )

    def _cost(self) -> float | None:
        price_in, price_out = self.chat.settings.chat_price_in, self.chat.settings.chat_price_out
        if price_in is None or price_out is None:
            return None
        return (self.usage.read * price_in + self.usage.written * price_out) / 1_000_000


def open_chat(settings: Settings) -> Chat | None:
    """The chat model that is configured; None if none is. Connects to nothing. Raises SettingsError."""
    endpoint = endpoint_of(settings)
    return Chat(ChatModel(endpoint, settings), settings) if endpoint else None
