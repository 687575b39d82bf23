"""The calls to a chat model for one answer: bounded in number, tokens and time, made again where that may help."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.chat.endpoint import Endpoint
from assistant.chat.failures import NoReply
from assistant.chat.model import ChatModel, Message, Usage
from assistant.settings import Settings
from assistant.types import Wording

Wait = Callable[[float], object]

ATTEMPTS = 3  # calls for one reply; a reply that cannot be had in three is not waited for
FIRST_WAIT = 0.5  # seconds, doubled each time, unless the server names its own
LONGEST_WAIT = 20.0  # seconds; a server that wants us to wait longer is not waited for


@dataclass
class Calls:
    """The use of a model for one answer: what it has cost so far, and when (by `perf_counter`) its time is over.

    `wait` is how seconds are let pass.
    """

    model: ChatModel
    settings: Settings
    wait: Wait
    ends: float
    usage: Usage = field(default_factory=Usage)

    @property
    def endpoint(self) -> Endpoint:
        """Which model it is, and where."""
        return self.model.endpoint

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """A reply, piece by piece. Raises NoReply."""
        return self.model.stream(messages, self.usage, self.ends)

    def complete(self, messages: Sequence[Message]) -> str:
        """A whole reply, asked for again where that may help. Raises NoReply."""
        attempt = 0
        while True:
            try:
                return "".join(self.stream(messages)).strip()
            except NoReply as error:
                if not self.waits(error, attempt):
                    raise
                attempt += 1

    def waits(self, error: NoReply, attempt: int) -> bool:
        """Whether asking again may help after this many attempts before; if so, the wait is over."""
        after = error.failure.after
        seconds = FIRST_WAIT * 2**attempt if after is None else after
        late = time.perf_counter() + seconds > self.ends
        if not error.failure.again or attempt + 1 >= ATTEMPTS or seconds > LONGEST_WAIT or late:
            return False
        self.wait(seconds)
        return True

    def wording(self, notes: Sequence[str] = ()) -> Wording:
        """The model's part in the answer so far."""
        used, named = self.usage, self.endpoint
        tokens = (used.calls, used.read, used.written)
        return Wording(named.model, named.host, *tokens, used.counted, self._cost(), tuple(notes))

    def _cost(self) -> float | None:
        price_in, price_out = self.settings.chat_price_in, self.settings.chat_price_out
        if price_in is None or price_out is None:
            return None
        return (self.usage.read * price_in + self.usage.written * price_out) / 1_000_000
