"""What can go wrong between us and a chat model: in one line, and whether asking again may help.

The client libraries raise what they like, so a failure is read from its status code, its name and its words. What
a server says of it is never repeated: it may hold the key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from corpus.errors import ChatError

_CONTEXT = re.compile(
    r"context[ _](?:length|window|size)|maximum context|too many tokens|prompt is too long|exceeds the context",
    re.IGNORECASE,
)
_BROKEN = ("RemoteProtocolError", "ReadError", "WriteError", "IncompleteRead", "ConnectionResetError")
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))
_TOO_LONG = "the passages are too long for it (set R2P_CHAT_CONTEXT lower)"
_LINES = {
    401: "it refused the key (set R2P_CHAT_API_KEY)",
    402: "its account has no credit left",
    403: "it refused access (the key may not use this model)",
    404: "it knows no such model (see R2P_CHAT_MODEL and R2P_CHAT_BASE_URL)",
    408: "no reply came in time",
    413: _TOO_LONG,
    429: "it takes no more questions for now",
}


@dataclass(frozen=True)
class Failure:
    """Why no reply came: `line` completes "The model did not answer: ...".

    `again` says whether asking again may help, `after` how many seconds the server wants us to wait, `too_long`
    that fewer passages may help.
    """

    line: str
    again: bool = False
    after: float | None = None
    too_long: bool = False


class NoReply(ChatError):
    """The model did not answer, for the reason in `failure`."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"The model did not answer: {failure.line}.")
        self.failure = failure


CUT = Failure("its reply broke off", again=True)
EMPTY = Failure("its reply was empty", again=True)
FILTERED = Failure("its provider's filter stopped it")
FAILED = Failure("it failed in the middle of its reply", again=True)
MALFORMED = Failure("its reply cannot be read", again=True)
NOTHING = Failure("what it sent is no reply of a chat model (see R2P_CHAT_BASE_URL)", again=True)
SILENT = Failure("no reply came in time", again=True)
SPENT = Failure("its thoughts left no room for a reply (set R2P_CHAT_REPLY higher)")
TOO_LATE = Failure("it took longer than R2P_CHAT_LONGEST allows")
UNREACHABLE = Failure("it cannot be reached (see R2P_CHAT_BASE_URL)", again=True)


def failure_of(error: Exception) -> Failure:
    """What an exception of a client library means."""
    status = _status(error)
    if _CONTEXT.search(str(error)) and (status is None or 400 <= status < 500):
        return Failure(_TOO_LONG, too_long=True)
    if status is not None and status >= 400:
        line = _LINES.get(status, f"it failed (HTTP {status})" if status >= 500 else f"it refused (HTTP {status})")
        return Failure(line, status in _AGAIN, _retry_after(error), too_long=status == 413)
    return _without_status(error)


def _status(error: BaseException) -> int | None:
    for one in (error, getattr(error, "response", None)):
        status = getattr(one, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def _without_status(error: BaseException) -> Failure:
    """A failure of the connection, or of the reply; the client's error wraps the one that tells them apart."""
    names = [type(one).__name__ for one in _chain(error)]
    if any("Timeout" in name for name in names):
        return SILENT
    if any(name in _BROKEN for name in names):
        return CUT
    if any("Connect" in name for name in names):
        return UNREACHABLE
    if "No generation chunks" in str(error):  # LangChain's word for a stream with nothing in it
        return NOTHING
    return FAILED if "APIError" in names else MALFORMED


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, the one it was raised from, and so on."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _retry_after(error: BaseException) -> float | None:
    """The seconds of a Retry-After header, which has a number or a date."""
    headers: Any = getattr(getattr(error, "response", None), "headers", None) or {}
    told = str(headers.get("retry-after") or "")
    if re.fullmatch(r"\d+(?:\.\d+)?", told):
        return float(told)
    return _seconds_until(told)


def _seconds_until(date: str) -> float | None:
    try:
        return max(0.0, (parsedate_to_datetime(date) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
