"""What some models think aloud before they answer (<think> ... </think>) is no part of the reply."""

from collections.abc import Iterator

_OPEN, _CLOSE = "<think>", "</think>"


def without_thoughts(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces of a reply after the thought that it begins with; all of them if it begins with none.

    A thought that never ends leaves nothing.
    """
    begun = ""
    for piece in pieces:
        begun += piece
        if _OPEN.startswith(begun.lstrip()[: len(_OPEN)]) and len(begun.lstrip()) < len(_OPEN):
            continue  # too little yet to tell
        if not begun.lstrip().startswith(_OPEN):
            yield begun
            yield from pieces
            return
        if _CLOSE in begun:
            yield begun.partition(_CLOSE)[2].lstrip()
            yield from pieces
            return
    if not begun.lstrip().startswith(_OPEN):
        yield begun
