"""The evidence of an embedding model, as verification asks for it."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.chat.verification.types import Cosine

Vector = NDArray[np.float32]
_REMEMBERED = 4096  # texts; the sentences of the passages are compared with many of a reply's


def cosine_of(embed: Callable[[Sequence[str]], NDArray[np.float32]]) -> Cosine:
    """The cosine by an embedder of unit vectors, one row a text.

    Texts are remembered: one cosine for all replies spares each of them the embedding of known passages. Threads
    may share it.
    """
    remembered: dict[str, Vector] = {}

    def vectors(texts: Sequence[str]) -> list[Vector]:
        known = {text: vector for text in texts if (vector := remembered.get(text)) is not None}
        if new := [text for text in dict.fromkeys(texts) if text not in known]:
            known.update(zip(new, embed(new), strict=True))
        if len(remembered) > _REMEMBERED:
            remembered.clear()
        remembered.update(known)
        return [known[text] for text in texts]

    def cosine(text: str, others: Sequence[str]) -> Sequence[float]:
        one, *rest = vectors([text, *others])
        return [float(one @ other) for other in rest]

    return cosine
