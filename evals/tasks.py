"""The task: put each case to the assistant, and note the answer or the error, and how long it took."""

from collections.abc import Callable, Iterable, Sequence
from statistics import median, quantiles
from time import perf_counter

from assistant.types import Answer
from evals.types import Attempt, Case, Latency

Asking = Callable[[Case], Answer]
Embedding = Callable[[str], Sequence[float]]


def attempt(case: Case, asking: Asking) -> Attempt:
    """One case put to the assistant. Whatever goes wrong there fails the case, never the run."""
    start = perf_counter()
    try:
        answer = asking(case)
    except Exception as error:
        return Attempt(case, _ms_since(start), error=f"{type(error).__name__}: {error}")
    return Attempt(case, _ms_since(start), answer=answer)


def measure_latency(attempts: Iterable[Attempt], embed: Embedding) -> Latency:
    """Latency of the attempts that brought an answer, next to a bare embedding of the same questions.

    p50 is the median, p95 the 95th percentile by linear interpolation (`statistics.quantiles`, method
    "inclusive"); attempts that ended in an error are left out. One embedding that is not counted goes
    first: `open_sources` warms the model for the attempts, this does so for the embeddings.
    """
    answered = [attempt for attempt in attempts if attempt.answer]
    if not answered:
        return Latency(None, None, None)
    times = [attempt.ms for attempt in answered]
    embed("responsibility to protect")
    alone = median(_embedding_ms(attempt.case.question, embed) for attempt in answered)
    return Latency(median(times), _p95(times), alone)


def _embedding_ms(question: str, embed: Embedding) -> float:
    start = perf_counter()
    embed(question)
    return _ms_since(start)


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def _ms_since(start: float) -> float:
    return (perf_counter() - start) * 1000
