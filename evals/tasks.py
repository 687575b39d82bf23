"""The task: put each case to the assistant, and note the answer or the error, and how long it took."""

from collections.abc import Callable, Iterable, Sequence
from statistics import median, quantiles
from time import perf_counter

from assistant.types import Answer
from evals.types import Attempt, Case, Latency

Asking = Callable[[Case], Answer]
Embedding = Callable[[str], Sequence[float]]


def attempt(case: Case, asking: Asking, embed: Embedding) -> Attempt:
    """One case put to the assistant. Whatever goes wrong there fails the case, never the run.

    Embedding the question alone is timed right after the answer, so that both meet the same machine.
    """
    start = perf_counter()
    try:
        answer = asking(case)
    except Exception as error:
        return Attempt(case, _ms_since(start), error=f"{type(error).__name__}: {error}")
    ms, start = _ms_since(start), perf_counter()
    embed(case.question)
    return Attempt(case, ms, answer=answer, embedding_ms=_ms_since(start))


def measure_latency(attempts: Iterable[Attempt]) -> Latency:
    """The latency of the attempts that brought an answer, and that of embedding their questions alone.

    p50 is the median, p95 the 95th percentile by linear interpolation (`statistics.quantiles`, method
    "inclusive").
    """
    answered = [attempt for attempt in attempts if attempt.answer]
    if not answered:
        return Latency(None, None, None)
    times = [attempt.ms for attempt in answered]
    return Latency(median(times), _p95(times), median(attempt.embedding_ms for attempt in answered))


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def _ms_since(start: float) -> float:
    return (perf_counter() - start) * 1000
