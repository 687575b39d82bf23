"""How near sentences are to a question: in meaning, and in the words they share with it."""

from collections.abc import Sequence

from index.lexical import stems

# What all of a question's telling words add to a sentence's cosine: of figures or demands that stand side by side,
# they tell which is meant.
OF_WORDS = 0.15


def nearness(question: str, told: Sequence[tuple[float, str]]) -> list[float]:
    """Of each sentence, given with its cosine: that cosine, and the share of the question's telling words it has."""
    words, *of_each = stems([question, *(text for _, text in told)])
    telling = set(words)
    return [
        cosine + OF_WORDS * len(telling & set(has)) / max(len(telling), 1)
        for (cosine, _), has in zip(told, of_each, strict=True)
    ]
