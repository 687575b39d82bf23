"""What each kind of evidence adds to the search: the same cases, ranked with one more of them at a time."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from rich.table import Table

from assistant.question import clean, understand
from assistant.sources import Sources
from assistant.types import Answer, Retrieved
from evals.retrieval import recall_at_5, reciprocal_rank
from evals.types import Attempt, Case
from index.search import WEIGHTS, Evidence, Scores, fuse, share

_RANK_CONSTANT = 60
_LOOKED_AT = 10


def _reciprocal_ranks(*rankings: tuple[Scores, float]) -> Scores:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of weight / (60 + rank)."""
    total = np.zeros(len(rankings[0][0]), dtype=np.float32)
    for scores, weight in rankings:
        order = np.argsort(-scores, kind="stable")
        total[order] += weight / (_RANK_CONSTANT + 1 + np.arange(len(order)))
    return total


STAGES: Mapping[str, Callable[[Evidence], Scores]] = {
    "words of the texts (BM25)": lambda found: found.words,
    "passages (cosine)": lambda found: found.passage,
    "passages and words, by reciprocal rank": lambda found: _reciprocal_ranks(
        (np.where(found.allowed, found.passage, -1), 1.0), (found.words, 0.4)
    ),
    "passages and words, weighted": lambda found: found.passage + WEIGHTS["words"] * share(found.words),
    "and the nearest question": lambda found: fuse(found.passage, found.question, found.words, found.words * 0),
    "and the words of the questions": Evidence.fused,
}


def ablation(cases: Iterable[Case], sources: Sources) -> Table:
    """recall@5 and MRR of each stage, over the answerable cases that no paragraph number answers."""
    asked = [(case, _evidence(case, sources)) for case in cases if not case.abstain]
    searched = [(case, found) for case, found in asked if found is not None]
    table = Table("search by", "recall@5", "MRR", title=f"{len(searched)} cases", title_justify="left")
    for name, stage in STAGES.items():
        attempts = [Attempt(case, 0.0, _ranked(stage(found), found, sources)) for case, found in searched]
        recall = np.mean([recall_at_5(attempt) for attempt in attempts])
        rank = np.mean([reciprocal_rank(attempt) for attempt in attempts])
        table.add_row(name, f"{recall:.3f}", f"{rank:.3f}")
    return table


def _evidence(case: Case, sources: Sources) -> Evidence | None:
    text = clean(case.question, sources.settings.longest_question)
    asked = understand(text, case.history, sources.corpus, case.documents, include_draft=case.include_draft)
    return None if asked.labels else sources.index.retriever(asked.documents).evidence(asked.focus)


def _ranked(scores: Scores, found: Evidence, sources: Sources) -> Answer:
    """An answer that has only what was found."""
    names = list(sources.corpus.paragraphs)
    best = np.argsort(-np.where(found.allowed, scores, -np.inf), kind="stable")[:_LOOKED_AT]
    return Answer("", "", "", retrieved=tuple(Retrieved(names[at], float(scores[at])) for at in best))
