"""The scorers: what one attempt is worth, measure by measure. Every measure lies between 0 and 1."""

from dataclasses import dataclass

from corpus.load import Corpus
from evals.citing import citation_precision, citation_recall, is_verbatim
from evals.facts import fact_coverage
from evals.faults import find_faults
from evals.judge import Judge
from evals.retrieval import ndcg_at_10, recall_at_5, reciprocal_rank, success_at_5
from evals.types import Attempt, Score

Observations = dict[str, tuple[float, ...]]


@dataclass(frozen=True)
class Measure:
    """A measure as the report shows it; `over` says what its mean is taken over."""

    name: str
    label: str
    short: str
    over: str
    lower_is_better: bool = False


MEASURES = (
    Measure("passed", "cases passed", "pass", "all cases"),
    Measure("recall@5", "recall@5", "R@5", "answerable cases"),
    Measure("success@5", "success@5", "S@5", "answerable cases"),
    Measure("RR", "MRR", "MRR", "answerable cases"),
    Measure("nDCG@10", "nDCG@10", "nDCG", "answerable cases"),
    Measure("citation_precision", "citation precision", "citP", "answerable cases answered"),
    Measure("citation_recall", "citation recall", "citR", "answerable cases"),
    Measure("fact_coverage", "key-fact coverage", "fact", "cases with facts"),
    Measure("abstention", "abstention", "abst", "unanswerable cases"),
    Measure("refused", "answerable refused", "refd", "answerable cases", lower_is_better=True),
    Measure("verbatim", "quotations verbatim", "verb", "citations"),
    Measure("faithfulness", "faithfulness, judged", "fthf", "answers graded"),
    Measure("relevance", "relevance, judged", "rel", "answers graded"),
    Measure("graded", "given a grade", "grd", "answers put to the judge"),
    Measure("errors", "ended in an error", "err", "all cases", lower_is_better=True),
)


def score(attempt: Attempt, corpus: Corpus, judge: Judge | None = None) -> Score:
    """What the attempt is worth, and what was wrong with it; with the grades of a `judge`, which fail no case."""
    faults = find_faults(attempt, corpus)
    values: Observations = {"passed": (float(not faults),), "errors": (float(attempt.error is not None),)}
    values |= _of_unanswerable(attempt) if attempt.case.abstain else _of_answerable(attempt)
    if attempt.answer and attempt.answer.citations:
        values["verbatim"] = tuple(float(is_verbatim(c, corpus)) for c in attempt.answer.citations)
    return Score(attempt, values | dict(judge(attempt)) if judge else values, faults)


def abstained(attempt: Attempt) -> float:
    """1 if the assistant said that the texts do not answer, else 0; an error is no abstention.

    Its mean is `abstention` over the unanswerable cases and `refused` over the answerable ones.
    Source: Rajpurkar, Jia and Liang, Know What You Don't Know (SQuAD 2.0), 2018.
    """
    return float(attempt.answer is not None and attempt.answer.abstained)


def _of_unanswerable(attempt: Attempt) -> Observations:
    return {"abstention": (abstained(attempt),)}


def _of_answerable(attempt: Attempt) -> Observations:
    values: Observations = {
        "recall@5": (recall_at_5(attempt),),
        "success@5": (success_at_5(attempt),),
        "RR": (reciprocal_rank(attempt),),
        "nDCG@10": (ndcg_at_10(attempt),),
        "citation_recall": (citation_recall(attempt),),
        "refused": (abstained(attempt),),
    }
    if attempt.answered:
        values["citation_precision"] = (citation_precision(attempt),)
    if attempt.case.facts:
        values["fact_coverage"] = (fact_coverage(attempt),)
    return values
