"""A model may ask for more passages: a reply that begins with a line "SEARCH: words" is no answer but that request.

A plain line and not a tool call, because every server that speaks the chat protocol passes text on, and by no means
each of them knows tools, or streams their arguments alike.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

MOST = 2  # searches beyond the first, for one answer
_SIGN = "SEARCH:"
_LINE = re.compile(r"^\s*SEARCH:[ \t]*(.+?)\s*$", re.MULTILINE)
_LONGEST = 200  # characters of what is searched


def wanted(pieces: Iterator[str], most: int = MOST) -> tuple[list[str], Iterator[str]]:
    """What a reply asks to be searched (empty if it is an answer), and its pieces if it is an answer."""
    begun: list[str] = []
    for piece in pieces:
        begun.append(piece)
        text = "".join(begun).lstrip()
        if text.startswith(_SIGN):
            whole = text + "".join(pieces)
            return [words[:_LONGEST] for words in _LINE.findall(whole)][:most], iter((whole,))
        if not _SIGN.startswith(text):
            break  # an answer: it goes on as it comes
    return [], chain(begun, pieces)


def as_line(queries: Sequence[str]) -> str:
    """The same request as a message of the model's."""
    return "\n".join(f"{_SIGN} {one}" for one in queries)
