"""How strongly something is asked: of the paragraphs found, the sentences that ask at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.nearness import nearness
from assistant.question import Question
from assistant.registers.types import Obligation, Registers, statements
from assistant.statement import Statement
from assistant.strength import has_topic, without_strength
from index.types import Hit

# From here on no sign counts against a sentence that asks; chosen, like the others, on questions of our own.
NEAR_ENOUGH = 0.74
LEAST = 0.4  # a sentence further than this from the question does not answer it
NEAR = 0.12  # how far below the nearest another may be and still be quoted
AMONG = 15  # paragraphs found that may be quoted
MOST = 4  # sentences quoted


@dataclass(frozen=True)
class Strong:
    """The sentences that answer a question of how strongly, and whether they are near enough to leave no doubt."""

    statements: list[Statement]
    near_enough: bool


def how_strongly(hits: Sequence[Hit], asked: Question, registers: Registers) -> Strong:
    """The sentences of the register nearest to a question of how strongly; none for others.

    "Is that binding?" is asked of the paragraphs of the last answer, near or not.
    """
    if not asked.strongly:
        return Strong([], near_enough=False)
    points_back = bool(asked.context) and not has_topic(without_strength(asked.latest))
    among = [hit for hit in hits if hit.paragraph in asked.context] if points_back else hits[:AMONG]
    told = [(near, one) for near, one in _asking(among, asked, registers) if points_back or near >= LEAST]
    best = max((near for near, _ in told), default=0.0)
    kept = [one for near, one in sorted(told, key=lambda pair: -pair[0]) if near >= best - NEAR]
    kept = kept[: 1 if asked.manner == "brief" else MOST]
    kept.sort(key=lambda one: ":note/" in one.paragraph)  # what the reports say comes before a guide
    near_enough = points_back or best >= NEAR_ENOUGH
    return Strong(statements(kept), near_enough)


def _asking(among: Sequence[Hit], asked: Question, registers: Registers) -> list[tuple[float, Obligation]]:
    """The sentences that ask, each with how near it is; what only announces a list is told with its items."""
    asking = [
        (_cosine(hit, one), one) for hit in among for one in registers.of(hit.paragraph) if not one.quote.endswith(":")
    ]
    near = nearness(asked.focus, [(cosine, one.quote) for cosine, one in asking])
    return list(zip(near, (one for _, one in asking), strict=True))


def _cosine(hit: Hit, one: Obligation) -> float:
    return max((cosine for span, cosine in hit.sentences if span.start < one.end and one.start < span.end), default=0.0)
