"""How much speaks against an answer, where no rule does: signs in what a search found, weighed together.

A logistic regression. Its weights stand in doubt.toml, which `python -m evals doubt --write` fits to the dev cases.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from assistant.people import held
from assistant.question import Question
from assistant.wanted import wanted
from corpus.load import Corpus
from corpus.types import document_of
from index.lexical import stems
from index.types import Found, Hit, NearGap

WEIGHTS = Path(str(files("assistant").joinpath("doubt.toml")))
# How many of the paragraphs found are looked at.
AMONG = 3


@dataclass(frozen=True)
class Weights:
    """What each sign weighs, and the sum of them above which a question is not answered."""

    signs: Mapping[str, float]
    most: float


def too_doubtful(found: Found, hits: Sequence[Hit], asked: Question, corpus: Corpus) -> bool:
    """Whether too much speaks against an answer."""
    gap = gap_to_weigh(found, hits, corpus)
    return gap is not None and doubt(signs(gap, hits, asked, corpus)) > weights().most


def gap_to_weigh(found: Found, hits: Sequence[Hit], corpus: Corpus) -> NearGap | None:
    """The nearest gap; None, so that no sign counts, of documents for which nobody wrote what they leave open."""
    return found.gap if hits and corpus.questions.get(hits[0].paragraph) else None


def doubt(seen: Mapping[str, float]) -> float:
    """The weighted sum of the signs: the logarithm of the odds that the texts do not answer, but for a constant."""
    return sum(weight * seen[sign] for sign, weight in weights().signs.items())


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that were fitted."""
    stored = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(stored["signs"], stored["most"])


def signs(gap: NearGap, hits: Sequence[Hit], asked: Question, corpus: Corpus) -> dict[str, float]:
    """What is seen of a question; cosines, shares, and 1 or 0 for what is or is not so."""
    of_gap = {document_of(one) for one in gap.gap.near}
    return {
        "gap ahead": gap.ahead,
        "gaps ahead": gap.few_ahead,
        "put as gaps are": gap.put_alike,
        "left open by the first": gap.of_first,
        "passage near": max(hit.similarity for hit in hits[:AMONG]),
        **_words(hits[0].paragraph, gap, asked, corpus),
        "far from what is wanted": _far_from_wanted(hits[:AMONG], asked, corpus),
        "asks what it is": float(wanted(asked.focus) == "definition"),
        "compares": float(asked.compares),  # a comparison says who is silent
        # Of other documents a gap tells little.
        "gap elsewhere": float(bool(of_gap) and of_gap.isdisjoint(asked.documents)),
        # No question of a gap is made of two, or glossed word by word.
        "leans": float(asked.text != " ".join(asked.latest.split())),
        "foreign": float(bool(asked.language)),
    }


def _words(best: str, gap: NearGap, asked: Question, corpus: Corpus) -> dict[str, float]:
    """The share of the question's telling words that the best paragraph and its questions have, and the gap's."""
    answered = f"{corpus.get(best).text} {' '.join(corpus.questions[best])}"
    told, *known = stems([asked.focus, answered, " ".join(gap.gap.questions)])
    return {"words known": _share(told, set(known[0])), "words in gap": _share(told, set(known[1]))}


def _share(words: Sequence[str], known: set[str]) -> float:
    return sum(word in known for word in words) / len(words) if words else 1.0


def _far_from_wanted(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> float:
    """How much nearer the nearest sentence is than the nearest with a thing of the kind that is wanted."""
    kind = wanted(asked.focus)
    if kind in ("", "definition"):
        return 0.0
    told = [
        (cosine, corpus.get(hit.paragraph).text[span.start : span.end])
        for hit in hits
        for span, cosine in hit.sentences
    ]
    best = max((cosine for cosine, _ in told), default=0.0)
    return best - max((cosine for cosine, text in told if held(kind, text, corpus)), default=0.0)
