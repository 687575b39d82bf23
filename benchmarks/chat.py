"""`python -m benchmarks.chat`: what an answer in a model's words costs beside the model's own time.

The scripted server of the tests stands in for the model, in a process of its own. Printed are the time to the first
word over that of a bare request for the same words, and threads and memory before and after many answers.
"""

import json
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.ask import ask, asking
from assistant.chat.chat import open_chat
from assistant.chat.events import Words
from assistant.cli.opening import opened_sources
from assistant.settings import read_settings
from assistant.sources import Sources

SERVER = Path(__file__).parents[1] / "tests" / "assistant" / "chat" / "scripted.py"
QUESTION = "Does international law oblige a State to prevent atrocity crimes?"
TIMED = 50
ANSWERS = 500
BEFORE = 50  # answers until everything that is remembered is there


def main() -> None:
    """Print each figure on a line."""
    say = sys.stdout.write
    with _scripted() as url:
        settings = read_settings().model_copy(update={"chat_model": "openai:honest", "chat_base_url": url})
        sources = replace(opened_sources(settings), chat=open_chat(settings))
        ask(QUESTION, sources=sources)
        heard, bare = zip(*((_first_word(sources), _bare(url)) for _ in range(TIMED)), strict=True)
        ours, search = zip(*heard, strict=True)
        over = statistics.median(ours) - statistics.median(bare)
        say(f"first word, bare request, median of {TIMED}  {statistics.median(bare):8.1f} ms\n")
        say(f"first word of an answer, median         {statistics.median(ours):8.1f} ms\n")
        say(f"added                                   {over:8.1f} ms\n")
        say(f"of it, finding the passages             {statistics.median(search):8.1f} ms\n")
        _grow(sources)


def _grow(sources: Sources) -> None:
    """Threads and memory after BEFORE answers, and after ANSWERS more."""
    for number in (BEFORE, ANSWERS):
        for _ in range(number):
            ask(QUESTION, sources=sources)
        sys.stdout.write(
            f"after {number:3} answers{' more' * (number == ANSWERS)}: {threading.active_count()} threads, "
            f"{_resident():.0f} MB resident\n"
        )


@contextmanager
def _scripted() -> Iterator[str]:
    with subprocess.Popen([sys.executable, str(SERVER)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout  # noqa: S101
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def _first_word(sources: Sources) -> tuple[float, float]:
    """Milliseconds to the first word, and what of it went before the model was asked; heard to the end."""
    begun, first, search = time.perf_counter(), 0.0, 0.0
    for event in asking(QUESTION, sources=sources):
        if isinstance(event, Words) and not first:
            first, search = time.perf_counter() - begun, event.answer.ms["search"]
    return first * 1000, search


def _bare(url: str) -> float:
    """Milliseconds to the first word of a request that nothing is searched or counted for."""
    passage = '<passage key="k00000">Prevention is the first duty of each and every State.</passage>'
    body = {"model": "honest", "stream": True, "messages": [{"role": "user", "content": passage}]}
    request = urllib.request.Request(  # noqa: S310
        f"{url}/chat/completions", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    begun = time.perf_counter()
    with urllib.request.urlopen(request) as response:  # noqa: S310
        response.readline()
        first = time.perf_counter() - begun
        response.read()
    return first * 1000


def _resident() -> float:
    """Megabytes this process holds in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


if __name__ == "__main__":
    main()
