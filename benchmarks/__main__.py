"""`make bench`: parsing, opening, and answering beside one bare embedding of the same questions."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from importlib.resources import files

from assistant.ask import ask
from assistant.cli.opening import opened_sources
from assistant.registers.build import build_registers
from assistant.settings import read_settings
from assistant.sources import Sources
from corpus.load import load_corpus

QUESTIONS = 100
BEFORE = 50  # questions, others than those timed, until everything that is made once is there


def main() -> None:
    """Print each figure on a line."""
    say = sys.stdout.write
    say(f"parsing the five texts     {_milliseconds(load_corpus):8.1f} ms\n")
    corpus = load_corpus()
    say(f"their registers, from them {_milliseconds(lambda: build_registers(corpus)):8.1f} ms\n")
    sources = opened_sources(read_settings())
    questions = _questions()
    _answering(sources, questions[QUESTIONS:][:BEFORE])
    asked, embedded = _answering(sources, questions[:QUESTIONS])
    say(f"answering, median of {QUESTIONS}   {statistics.median(asked):8.1f} ms\n")
    say(f"bare embedding, median     {statistics.median(embedded):8.1f} ms\n")
    say(f"ratio of the medians       {statistics.median(asked) / statistics.median(embedded):8.2f}\n")
    say(f"ratio of the 95th centiles {_p95(asked) / _p95(embedded):8.2f}\n")


def _questions() -> list[str]:
    lines = [
        line
        for file in sorted(files("evals").joinpath("cases").iterdir(), key=lambda one: one.name)
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return [json.loads(line)["question"] for line in lines]


def _answering(sources: Sources, questions: list[str]) -> tuple[list[float], list[float]]:
    """Each question asked and then embedded alone, in turn, so that both see the same machine."""
    asked, embedded = [], []
    for question in questions:
        asked.append(_milliseconds(lambda question=question: ask(question, sources=sources)))  # type: ignore[misc]
        embedded.append(_milliseconds(lambda question=question: sources.embedder.embed_query(question)))  # type: ignore[misc]
    return asked, embedded


def _milliseconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
