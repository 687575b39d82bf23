"""What each stage adds: the same cases with one more of them at a time, beside the pipeline of a first tutorial."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from rich.table import Table

from assistant.sources import Sources, silent
from evals.evaluation import evaluate, evaluate_with
from evals.naive import NaivePipeline
from evals.report import Report, estimates
from evals.types import Case
from index.embedder import Embedder
from index.fusion import WEIGHTS, Evidence, Fusion, fuse, share
from index.open import open_index
from index.types import Scores

_RANK_CONSTANT = 60
NAIVE = "tutorial (1,000/200 chunks)"
AS_PUBLISHED = "the same, model as published"
COLUMNS = {
    "recall@5": "R@5", "RR": "MRR", "citation_recall": "citR", "citation_precision": "citP",
    "fact_coverage": "facts", "abstention": "abst", "refused": "refd",
}  # fmt: skip


def _reciprocal_ranks(*rankings: tuple[Scores, float]) -> Scores:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of weight / (60 + rank)."""
    total = np.zeros(len(rankings[0][0]), dtype=np.float32)
    for scores, weight in rankings:
        order = np.argsort(-scores, kind="stable")
        total[order] += weight / (_RANK_CONSTANT + 1 + np.arange(len(order)))
    return total


# How scores are fused; what is done after the search (lists, countries, the conversation, reasons to decline) is
# the same in each.
STAGES: Mapping[str, Fusion] = {
    "words of the texts (BM25)": lambda found: found.words,
    "passages (cosine)": lambda found: found.passage,
    "both, by reciprocal rank": lambda found: _reciprocal_ranks(
        (np.where(found.allowed, found.passage, -1), 1.0), (found.words, 0.4)
    ),
    "both, weighted": lambda found: WEIGHTS["passage"] * found.passage + WEIGHTS["words"] * share(found.words),
    "+ nearest question": lambda found: fuse(found.passage, found.question, found.words, found.words * 0),
    "+ words of the questions": Evidence.fused,
}


def ablation(cases: Iterable[Case], sources: Sources, published: Sources | None = None) -> Table:
    """Every measure of every stage, over the same cases; ms is the median time of an answer.

    The last row is that of the `published` sources, if they are given.
    """
    asked = list(cases)
    naive = NaivePipeline(sources)
    table = Table("search by", *COLUMNS.values(), "ms", title=f"{len(asked)} cases", title_justify="left", padding=0)
    table.add_row(NAIVE, *_figures(evaluate_with(naive.answer, asked, sources)), end_section=True)
    for name, stage in STAGES.items():
        table.add_row(name, *_figures(evaluate(asked, _searching_by(stage, sources))))
    if published:
        table.add_row(AS_PUBLISHED, *_figures(evaluate(asked, published)), end_section=True)
    return table


def _searching_by(stage: Fusion, sources: Sources) -> Sources:
    return replace(sources, index=sources.index.fused_by(lambda found: on_scale(stage(found), found)))


def on_scale(scores: Scores, found: Evidence) -> Scores:
    """The order of `scores`, at the distances of the whole fusion: later thresholds are made for them."""
    places = np.flatnonzero(found.allowed)
    spread = np.zeros_like(found.passage)
    spread[places[np.argsort(-scores[places], kind="stable")]] = np.sort(found.fused()[places])[::-1]
    return spread


def as_published(sources: Sources) -> Sources:
    """The same sources with the model as it is published, which has learned nothing from the questions."""
    embedder = Embedder(sources.embedder.name, adapted=False)
    with TemporaryDirectory() as folder:  # an open index is held in memory
        return replace(sources, embedder=embedder, index=open_index(sources.corpus, embedder, Path(folder), silent))


def _figures(report: Report) -> list[str]:
    found = estimates(report.scores)
    measured = [f"{found[name].value:.3f}" if name in found else "–" for name in COLUMNS]
    return [*measured, f"{report.latency.p50 or 0:.0f}"]
