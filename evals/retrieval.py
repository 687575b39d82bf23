"""How well the search ranks: the measures of ir_measures over the ten retrieved paragraphs.

Relevance is graded: 2 for a required gold paragraph (for each one where none is required), 1 for
another gold paragraph. A list item and its lead-in are different paragraphs: finding one is not
finding the other. An attempt without an answer found nothing.
"""

from typing import TYPE_CHECKING

from evals.errors import MissingExtraError
from evals.types import Attempt, Case

if TYPE_CHECKING:
    from ir_measures import Qrel, ScoredDoc


def recall_at_5(attempt: Attempt) -> float:
    """Recall at 5, `R(rel=2)@5`: needed paragraphs among the first five / needed paragraphs.

    Source: the trec_eval measure `recall_5`. A case that needs more than five cannot reach 1.
    """
    return _measured(attempt, "R(rel=2)@5")


def success_at_5(attempt: Attempt) -> float:
    """Success at 5, `Success@5`: 1 if any gold paragraph is among the first five, else 0.

    Source: the trec_eval measure `success_5`.
    """
    return _measured(attempt, "Success@5")


def reciprocal_rank(attempt: Attempt) -> float:
    """Reciprocal rank, `RR`: 1 / rank of the first gold paragraph; 0 if none is among the ten.

    Its mean over the cases is MRR. Source: Kantor and Voorhees, The TREC-5 Confusion Track (2000).
    """
    return _measured(attempt, "RR")


def ndcg_at_10(attempt: Attempt) -> float:
    """Normalised discounted cumulative gain at 10, `nDCG@10`: DCG of the ranking / DCG of the best one.

    DCG = sum over ranks r of relevance(r) / log2(r + 1).
    Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 20 (2002).
    """
    return _measured(attempt, "nDCG@10")


def _measured(attempt: Attempt, measure: str) -> float:
    try:
        import ir_measures
    except ImportError as error:
        raise MissingExtraError("The evaluation needs ir_measures: pip install 'r2p-assistant[evals]'.") from error
    asked = [ir_measures.parse_measure(measure)]
    return float(next(ir_measures.iter_calc(asked, _qrels(attempt.case), _run(attempt))).value)


def _qrels(case: Case) -> "list[Qrel]":
    from ir_measures import Qrel

    return [Qrel(case.id, gold, 2 if gold in case.needed else 1) for gold in case.golds]


def _run(attempt: Attempt) -> "list[ScoredDoc]":
    """The ranking as it stands: scores count down from the best, so that ties cannot reorder it."""
    from ir_measures import ScoredDoc

    best = len(attempt.found)
    return [ScoredDoc(attempt.case.id, id_, float(best - rank)) for rank, id_ in enumerate(attempt.found)]
