"""Prints answers: to people, as JSON, and one a line for a batch."""

import json
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from assistant.ask import ask
from assistant.chat.byline import byline
from assistant.cli.opening import opened_sources
from assistant.question import clean
from assistant.settings import read_settings
from assistant.sources import Sources
from assistant.types import Answer, Turn
from corpus.errors import QuestionError, R2PError
from corpus.load import Corpus
from index.types import Hit

_WANTED = 'Not a question: write {"id": ..., "question": "..."}.'


def print_json(value: Any) -> None:
    """One JSON line on stdout, flushed, so that a reader of a long batch sees each answer as it comes."""
    text = json.dumps(value, ensure_ascii=False).encode("utf-8", errors="replace").decode()  # lone surrogates
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def answer_one(question: str, documents: Collection[str] | None, *, include_draft: bool, as_json: bool) -> None:
    """Answer one question on stdout."""
    settings = read_settings()
    clean(question, settings.longest_question)  # refuse before the model is loaded, which takes seconds
    answer = ask(question, sources=opened_sources(settings), documents=documents, include_draft=include_draft)
    if as_json:
        print_json(answer.as_json())
    else:
        _show(answer)


def _show(answer: Answer) -> None:
    """An answer in the terminal; its text is data, never Rich's markup."""
    console = Console(highlight=False)
    text = Text(answer.answer)
    text.highlight_regex(re.compile(r"^The .*:$", re.MULTILINE), "bold")
    text.highlight_regex(r"\[\d+\]", "cyan")
    console.print(text)
    for citation in answer.citations:
        console.print(Text(f"\n[{citation.n}] {citation.cite} ({citation.status})", style="dim"), end="")
    for warning in answer.warnings:
        console.print(Text(f"\n{warning}", style="yellow"), end="")
    if line := byline(answer):
        console.print(Text(f"\n{line}", style="dim"), end="")
    console.print()


def answer_batch(path: Path, documents: Collection[str] | None, *, include_draft: bool) -> None:
    """Answer every line of a file, in order; a bad line gives an error line and the rest go on."""
    try:
        lines = path.read_bytes().decode("utf-8-sig", errors="replace").split("\n")
    except OSError as error:
        raise QuestionError(
            f"The batch {path} cannot be read ({error.strerror}): name a file of JSON lines."
        ) from error
    sources = opened_sources(read_settings())
    for line in _answers(lines, sources, documents, include_draft=include_draft):
        print_json(line)


def _answers(
    lines: Iterable[str], sources: Sources, documents: Collection[str] | None, *, include_draft: bool
) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name = None
        try:
            case = _case(line)
            name = case.get("id")
            _check_question(case)
            answer = ask(
                case["question"], _history(case), sources=sources,
                documents=case.get("documents") or documents, include_draft=include_draft,
            )  # fmt: skip
            yield replace(answer, id=name).as_json()
        except (R2PError, ValueError, RecursionError) as error:
            yield {"id": name, "line": number, "error": str(error)}


def _case(line: str) -> dict[str, Any]:
    """A line of a batch. Raises ValueError, saying what a line must be."""
    try:
        case = json.loads(line)
    except ValueError as error:
        raise ValueError(f"Not JSON ({error}): write one object a line.") from error
    if not isinstance(case, dict):
        raise ValueError(_WANTED)
    return case


def _check_question(case: dict[str, Any]) -> None:
    documents = case.get("documents")
    if not isinstance(case.get("question"), str):
        raise ValueError(_WANTED)
    if documents is not None and not (isinstance(documents, list) and all(isinstance(one, str) for one in documents)):
        raise ValueError('The documents must be a list of ids, such as ["sg-2019"].')


def _history(case: dict[str, Any]) -> Sequence[Turn]:
    try:
        turns = [Turn(turn["role"], turn["content"]) for turn in case.get("history") or ()]
    except (TypeError, KeyError) as error:
        raise ValueError('The history must be a list of {"role": ..., "content": ...}.') from error
    if any(turn.role not in ("user", "assistant") or not isinstance(turn.content, str) for turn in turns):
        raise ValueError('A turn of the history has the role "user" or "assistant", and text.')
    return turns


def show_hits(hits: Sequence[Hit], corpus: Corpus, *, as_json: bool) -> None:
    """The paragraphs a search found, one line of text each."""
    if as_json:
        print_json([{"id": hit.paragraph, "score": round(hit.score, 6)} for hit in hits])
        return
    console = Console(highlight=False)
    for hit in hits:
        paragraph = corpus.get(hit.paragraph)
        console.print(Text(f"{hit.similarity:.2f}  {paragraph.cite}", style="bold"))
        console.print(Text(f"      {paragraph.id}  {paragraph.text[:150]}…"), soft_wrap=False)
