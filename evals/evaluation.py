"""An evaluation is cases, a task and scorers; this is all of it.

cases     dataset.load_cases    JSON lines, each with the paragraphs and facts a good answer holds
task      tasks.attempt         the case put to `assistant.ask.ask`
scorers   scorers.score         retrieval, citations, facts, abstention, quotations
report    report.Report         means with intervals, by kind, audience and document
"""

from collections.abc import Iterable

from assistant.ask import ask
from assistant.sources import Sources
from assistant.types import Answer
from evals.report import Report
from evals.scorers import score
from evals.tasks import Asking, attempt, measure_latency
from evals.types import Case


def evaluate(cases: Iterable[Case], sources: Sources) -> Report:
    """Asks every case of the assistant as it stands, and scores what comes back."""

    def asking(case: Case) -> Answer:
        return ask(
            case.question,
            case.history,
            sources=sources,
            documents=case.documents,
            include_draft=case.include_draft,
        )

    return evaluate_with(asking, cases, sources)


def evaluate_with(asking: Asking, cases: Iterable[Case], sources: Sources) -> Report:
    """The same with whatever answers the cases."""
    embed = sources.embedder.embed_query
    scores = tuple(score(attempt(case, asking, embed), sources.corpus) for case in cases)
    return Report(scores, measure_latency(one.attempt for one in scores))
