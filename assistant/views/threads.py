"""An iterator that takes its time, run in a thread of its own and heard from the page's event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class _Heard:
    """What a thread says to an event loop: values, and at the end an error or nothing."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._values: list[object] = []
        self._arrived = asyncio.Event()
        self._error: BaseException | None = None
        self._over = False
        self.gone = threading.Event()

    def say(self, value: object) -> None:
        """A value, from the thread."""
        self._tell(lambda: self._values.append(value))

    def end(self, error: BaseException | None) -> None:
        """No value will follow, and why."""

        def over() -> None:
            self._error, self._over = error, True

        self._tell(over)

    def _tell(self, change: Callable[[], object]) -> None:
        def told() -> None:
            change()
            self._arrived.set()

        with suppress(RuntimeError):  # the loop is closed: nobody is there any more
            self._loop.call_soon_threadsafe(told)

    async def latest(self) -> AsyncIterator[object]:
        """The values as they come; of those that came at once, the last."""
        while not self._over or self._values:
            await self._arrived.wait()
            self._arrived.clear()
            values, self._values = self._values, []
            if values:
                yield values[-1]
        if self._error:
            raise self._error


async def from_thread(iterate: Callable[[], Iterator[T]]) -> AsyncIterator[T]:
    """What the iterator gives, as it comes; of what comes faster than it is heard, only the latest.

    An error of the iterator is raised here. Once nobody listens any more, the iterator is closed at its next step.
    """
    heard = _Heard()
    threading.Thread(target=_run, args=(iterate, heard), name="answering", daemon=True).start()
    try:
        async for value in heard.latest():
            yield value  # type: ignore[misc]  # what the iterator gave
    finally:
        heard.gone.set()


def _run(iterate: Callable[[], Iterator[T]], heard: _Heard) -> None:
    try:
        for value in iterate():
            if heard.gone.is_set():
                break
            heard.say(value)
    except BaseException as error:  # whatever it is, it belongs to whoever listens
        heard.end(error)
    else:
        heard.end(None)
