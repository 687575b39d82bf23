"""The sources on their way: loaded in a thread of their own while the page is already up."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

from corpus.errors import R2PError

if TYPE_CHECKING:
    from assistant.sources import Sources

Progress = Callable[[int, int], None]
Open = Callable[[Progress], "Sources"]

READY = "Ready"
UNFORESEEN = "Something went wrong that should not have: the log says what. Please try again."
# How often a waiting page looks whether the news has changed, in seconds.
GLANCE = 0.15

logger = logging.getLogger(__name__)


class Loading:
    """Opens the sources in the background. Until then `sources` is None; `error` says why they never came."""

    def __init__(self, open_sources: Open) -> None:
        self.status = "Loading the language model…"
        self.sources: Sources | None = None
        self.error: str | None = None
        self._open = open_sources
        self._over = threading.Event()
        self._step = -1

    @property
    def over(self) -> bool:
        """Whether there is nothing more to wait for, for better or worse."""
        return self._over.is_set()

    def start(self) -> None:
        """Starts loading and returns at once."""
        threading.Thread(target=self._load, name="loading", daemon=True).start()

    async def news(self) -> AsyncIterator[str]:
        """The status, each time it changes, until loading is over."""
        told = ""
        while not self.over:
            if self.status != told:
                told = self.status
                yield told
            await asyncio.sleep(GLANCE)

    def _load(self) -> None:
        try:
            self.sources = self._open(self._progress)
            self.status = READY
        except R2PError as error:
            self._fail(str(error))
        except Exception:
            logger.exception("The sources could not be opened")
            self._fail(UNFORESEEN)
        finally:
            self._over.set()

    def _fail(self, error: str) -> None:
        self.error = self.status = error

    def _progress(self, done: int, total: int) -> None:
        """Tells of one step in twenty: the status is read aloud to those who cannot see it."""
        step = 20 * done // max(1, total)
        if step != self._step:
            self._step = step
            self.status = f"Building the index: {done} of {total} passages"
