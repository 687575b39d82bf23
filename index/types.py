"""The words of the index: a passage that was embedded, and a paragraph that was found."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.types import Span

# done, of how many passages
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Passage:
    """The characters `start` to `end` of a paragraph, and the text that is embedded for them.

    `embedded` is the passage's own words with the lead-in they need to be understood alone; or, if
    `is_question`, a question that the whole paragraph answers.
    """

    paragraph: str
    document: str
    start: int
    end: int
    embedded: str
    is_question: bool = False


@dataclass(frozen=True)
class Hit:
    """A paragraph the search found.

    `score` is the fused score (higher is better), `similarity` the cosine of the question and the paragraph's
    nearest passage, `asked` that of the nearest question written for it (0 if it has none); `sentences` has
    the cosine of each of its passages.
    """

    paragraph: str
    score: float
    similarity: float
    asked: float
    sentences: list[tuple[Span, float]]
