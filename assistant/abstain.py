"""When the reports do not answer: too little evidence is said, not dressed up."""

from collections.abc import Sequence

from index.types import Hit

# Below this cosine nothing found is about the question (see README: how it was chosen).
LEAST_SIMILARITY = 0.30

NOT_FOUND = "The reports do not answer this: nothing in them comes near enough to the question."


def too_little(hits: Sequence[Hit]) -> str:
    """Why the evidence is too little; empty if it is enough."""
    best = max((hit.similarity for hit in hits), default=0.0)
    return NOT_FOUND if best < LEAST_SIMILARITY else ""
