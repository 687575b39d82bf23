"""The cases: read from JSON lines, and refused with file, line and bad value when something is off."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.load import Corpus
from evals.errors import CaseError
from evals.types import Case

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Entry:
    """A case and where it stands; the split it belongs to is the name of its file."""

    case: Case
    file: Path
    line: int

    @property
    def split(self) -> str:
        """The name of the case's file without its ending: "dev" for dev.jsonl."""
        return self.file.stem

    @property
    def place(self) -> str:
        """File and line, as an editor opens them."""
        return f"{self.file}:{self.line}"


def load_cases(path: Path = CASES) -> tuple[Entry, ...]:
    """The cases of a .jsonl file, or of all those in a folder. Raises CaseError at the first bad one."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    entries = tuple(entry for file in files for entry in _entries(file))
    if not entries:
        raise CaseError(f'No case in "{path}": write one JSON object a line into a .jsonl file there.')
    _refuse_duplicates(entries)
    return entries


def select(entries: Iterable[Entry], split: str | None = None, kind: str | None = None) -> tuple[Entry, ...]:
    """The entries of one split and of one kind; None takes all."""
    return tuple(e for e in entries if split in (None, e.split) and kind in (None, e.case.kind))


def check_against(corpus: Corpus, entries: Iterable[Entry]) -> None:
    """Refuses a case that names a paragraph or a document the corpus does not have."""
    for entry in entries:
        for gold in entry.case.golds:
            if gold not in corpus:
                raise _refusal(
                    entry.place,
                    f'gold paragraph "{gold}" does not exist: `r2p corpus export` prints every id',
                )
        for document in entry.case.documents or ():
            if document not in corpus.documents:
                raise _refusal(entry.place, f'document "{document}" does not exist: see `r2p corpus list`')


def _entries(file: Path) -> Iterator[Entry]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f'"{file}" cannot be read ({error}): give a UTF-8 file of JSON lines.') from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Entry(_case(line, f"{file}:{number}"), file, number)


def _case(line: str, place: str) -> Case:
    try:
        case = _case_reader().validate_json(line)
    except ValidationError as error:
        raise _refusal(place, _first_reason(error, line)) from error
    if reason := _contradiction(case):
        raise _refusal(place, f'case "{case.id}" {reason}')
    return case


@cache
def _case_reader() -> TypeAdapter[Case]:
    return TypeAdapter(Case)


def _first_reason(error: ValidationError, line: str) -> str:
    first = error.errors(include_url=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    match first["type"]:
        case "json_invalid":
            return f"not JSON ({first['ctx']['error'].replace('line 1 ', '')}): {_quoted(line)}"
        case "unexpected_keyword_argument":
            return f'unknown key "{where}" with the value {_quoted(first["input"])}: {_known(where)}'
        case "missing":
            return f'the key "{where}" is missing from {_quoted(first["input"])}'
        case "string_pattern_mismatch":
            return f'"{where}" is blank ({_quoted(first["input"])}): fill it in'
    return f'"{where or "line"}" cannot be {_quoted(first["input"])}: {first["msg"]}'


def _known(where: str) -> str:
    known = {"gold": "paragraph, required", "history": "role, content"}
    return f"known are {known.get(where.partition('.')[0]) or ', '.join(f.name for f in fields(Case))}"


def _contradiction(case: Case) -> str | None:
    """What in a case cannot be true together, or None."""
    if case.abstain and case.gold:
        return f'is to abstain but has the gold paragraph "{case.golds[0]}": drop one of the two'
    if case.abstain and case.facts:
        return f'is to abstain but has the fact "{case.facts[0][0]}": drop one of the two'
    if not case.abstain and not case.gold:
        return f'has no gold paragraph ("gold": []): add one, or "abstain": true for {_quoted(case.question)}'
    if repeated := [gold for gold in case.golds if case.golds.count(gold) > 1]:
        return f'has the gold paragraph "{repeated[0]}" twice: drop one'
    if outside := [d for d in case.gold_documents if d not in (case.documents or case.gold_documents)]:
        return f'has gold in "{outside[0]}", which its documents {_quoted(case.documents)} leave out'
    return None


def _refuse_duplicates(entries: Iterable[Entry]) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.case.id in seen:
            raise _refusal(entry.place, f'id "{entry.case.id}" is taken by {seen[entry.case.id]}: give another')
        seen[entry.case.id] = entry.place


def _refusal(place: str, reason: str) -> CaseError:
    return CaseError(f"{place}: {reason}.")


def _quoted(value: Any, limit: int = 80) -> str:
    """A bad value as JSON, on one line and not endless."""
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    text = text if len(text) <= limit else f"{text[: limit - 1]}…"
    return f'"{text}"' if isinstance(value, str) else text
