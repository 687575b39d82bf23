"""The words of the index: a passage that was embedded, and a paragraph that was found."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.gaps import Gap
from corpus.types import Span

# done, of how many passages
Progress = Callable[[int, int], None]
# one number a passage, paragraph or gap, in the order of the index or the corpus
Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Passage:
    """The characters `start` to `end` of a paragraph, and the text that is embedded for them.

    `embedded` is the passage's own words with the lead-in they need to be understood alone; or, if
    `is_question`, a question that the whole paragraph answers. `paragraph` may be the id of a gap, whose
    questions no paragraph answers.
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


@dataclass(frozen=True)
class NearGap:
    """The gap that a question comes nearest to, and how much nearer than to any paragraph's questions.

    `ahead` counts cosines, shared words and the question's leaning; `similarity` is the cosine of the gap's nearest
    question. The few nearest questions of any gaps and of any paragraphs are compared, too: by how much nearer the
    former come (`few_ahead`, cosines), and by how much more the question is put as they are (`put_alike`, shares of
    small words). `of_first` is how much nearer the question, and what was asked beside it, come to what the paragraph
    found first leaves open than to what it answers (cosines; 0 if nothing was asked beside).
    """

    gap: Gap
    ahead: float
    similarity: float
    few_ahead: float
    put_alike: float
    of_first: float


@dataclass(frozen=True)
class Found:
    """What a search found: paragraphs, best first, and the nearest of the known gaps (None if there are none)."""

    hits: tuple[Hit, ...]
    gap: NearGap | None = None
