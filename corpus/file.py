"""A file of a user's, read once into memory: an ordinary file, of bearable size, or not at all."""

import os
import stat
from pathlib import Path

from corpus.errors import DocumentError


def read_once(path: Path, megabytes: int) -> bytes:
    """The bytes of a file. Raises DocumentError if it is none, is empty, too large or cannot be read.

    What is read here is what is hashed, converted and kept: a change of the file meanwhile changes none of it.
    """
    most = megabytes * 2**20
    try:
        # Without waiting: opening a pipe that nobody writes to would never return.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise DocumentError(f"{path} is no ordinary file: name one that is.")
            raw = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{path} cannot be read ({reason}): name a file that you may read.") from error
    if len(raw) > most:
        raise DocumentError(f"{path} is larger than {megabytes} MB: split it, or set R2P_LARGEST_DOCUMENT_MB.")
    if not raw.strip():
        raise DocumentError(f"{path} is empty: name a file with a text in it.")
    return raw
