"""The words of the index: a passage that was embedded, and a paragraph that was found."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.types import Span

# done, of how many passages
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Passage:
    """The characters `start` to `end` of a paragraph, and the text that is embedded for them.

    `embedded` is the passage's own words with what they need to be understood alone: section and lead-in.
    """

    paragraph: str
    document: str
    start: int
    end: int
    embedded: str


@dataclass(frozen=True)
class Hit:
    """A paragraph the search found.

    `score` is the fused score (higher is better, comparable within one search only), `similarity` the
    cosine of the question and the paragraph's nearest passage (0 where dense search did not find it);
    `sentences` has the cosine of each of its passages.
    """

    paragraph: str
    score: float
    similarity: float
    sentences: list[tuple[Span, float]]
