"""How a question is put: its small words tell what is asked of a thing, where its telling words tell of which thing.

"Who founded it?" and "when was it founded?" come near each other in meaning, and only one of them may be answered.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9']+")


def likeness(question: str, others: Sequence[str]) -> float:
    """How like the others a question is put: the mean of the shares of small words that it has in common with each.

    A share is that of Jaccard (1912): of the words that either has, those that both have; half where neither has any.
    """
    if not others:
        return 0.0
    here = small_words(question)
    return sum(_shared(here, small_words(one)) for one in others) / len(others)


def small_words(text: str) -> frozenset[str]:
    """The words of a text that could stand in a text on anything: who, how many, was, not."""
    return _small() & frozenset(_WORD.findall(text.lower()))


def telling_words(text: str) -> list[str]:
    """The others, in order."""
    return [word for word in _WORD.findall(text.lower()) if word not in _small()]


def _shared(here: frozenset[str], there: frozenset[str]) -> float:
    either = here | there
    return len(here & there) / len(either) if either else 0.5


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS  # takes a second to import

    return frozenset(ENGLISH_STOP_WORDS)
