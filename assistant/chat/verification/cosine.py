"""The evidence of an embedding model, as verification asks for it."""

import threading
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.chat.verification.types import Cosine

Vector = NDArray[np.float32]
_REMEMBERED = 4096  # texts; the passages of a reply are compared with each of its sentences


def cosine_of(embed: Callable[[Sequence[str]], NDArray[np.float32]]) -> Cosine:
    """The cosine by an embedder of unit vectors, one row a text; a text is embedded once. For any number of threads."""
    known: dict[str, Vector] = {}
    lock = threading.Lock()

    def vectors(texts: Sequence[str]) -> list[Vector]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if len(known) + len(new) > _REMEMBERED:
            known.clear()
            new = list(dict.fromkeys(texts))
        known.update(zip(new, embed(new), strict=True) if new else ())
        return [known[text] for text in texts]

    def cosine(text: str, others: Sequence[str]) -> Sequence[float]:
        with lock:
            one, *rest = vectors([text, *others])
        return [float(one @ other) for other in rest]

    return cosine
