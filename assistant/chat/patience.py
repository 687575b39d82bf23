"""Reads what comes asynchronously from ordinary code, for as long as one is willing to wait, and no longer.

The clients' own timeouts watch the connection: a server that sends signs of life and no words, or a page that has
lost its reader, would hold them for ever. All streams are read in one event loop, in a thread of its own; whoever
stops reading, for whatever reason, ends the stream at once.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from functools import cache
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")

AHEAD = 1000  # items read before somebody asks for them; a server that floods us waits until they are
_PAUSE = 0.01  # seconds until we look again whether they are

_starting = threading.Lock()


@dataclass(frozen=True)
class _Over:
    """The stream is over, and why; it was whole if there is no error."""

    error: BaseException | None = None


def patiently(stream: Callable[[], AsyncGenerator[T, None]], silence: float, ends: float) -> Generator[T, None, None]:
    """What the stream gives, as it comes.

    Raises TimeoutError if nothing comes for `silence` seconds, or if it is later than `ends`, by `perf_counter`;
    and whatever the stream raises.
    """
    heard: SimpleQueue[T | _Over] = SimpleQueue()
    reading = asyncio.run_coroutine_threadsafe(_read(stream, heard), _loop())
    try:
        while not isinstance(item := _next(heard, min(silence, ends - perf_counter())), _Over):
            yield item
        if item.error:
            raise item.error
    finally:
        reading.cancel()


async def _read(stream: Callable[[], AsyncGenerator[T, None]], heard: "SimpleQueue[T | _Over]") -> None:
    try:
        async with aclosing(stream()) as items:
            async for item in items:
                heard.put(item)
                while heard.qsize() >= AHEAD:
                    await asyncio.sleep(_PAUSE)
        heard.put(_Over())
    except Exception as error:  # whatever it is, it belongs to whoever reads
        heard.put(_Over(error))


def _next(heard: "SimpleQueue[T | _Over]", seconds: float) -> T | _Over:
    """What was heard next. Raises TimeoutError, with no time left even if there is something."""
    if seconds > 0:
        with suppress(Empty):
            return heard.get(timeout=min(seconds, threading.TIMEOUT_MAX))
    raise TimeoutError


def _loop() -> asyncio.AbstractEventLoop:
    with _starting:
        return _started()


@cache
def _started() -> asyncio.AbstractEventLoop:
    """The event loop of this process; started with the first stream."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="chat model", daemon=True).start()
    return loop
