"""Sentences labelled by hand for the register of obligations: JSON lines, the file's name is the split.

`evals/labels/LABELLING.md` says how they were labelled.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from assistant.registers.types import ACTORS, Force
from corpus.load import Corpus
from evals.errors import CaseError
from evals.types import Text

LABELS = Path(__file__).parent / "labels"


@dataclass(frozen=True)
class Label:
    """What a person says of the sentence `quote`, which is `text[start:end]` of its paragraph.

    `force`, `actors` and `voice` are those of a sentence in the register; out of it they are empty.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: Text
    paragraph: Text
    start: Annotated[int, Field(ge=0)]
    end: int
    quote: Text
    in_register: bool
    force: Force | None = None
    actors: tuple[str, ...] = ()
    voice: str | None = None
    note: str = ""


def load_labels(folder: Path = LABELS, split: str | None = None) -> tuple[Label, ...]:
    """The labels of a folder, or of one split. Raises CaseError, naming file and line, if one is amiss."""
    files = [path for path in sorted(folder.glob("*.jsonl")) if split in (None, path.stem)]
    if not files:
        known = ", ".join(sorted(path.stem for path in folder.glob("*.jsonl"))) or "none"
        raise CaseError(f"There are no labels {split!r} in {folder.name}: there are {known}.")
    return tuple(label for path in files for label in _read(path))


def _read(path: Path) -> Iterable[Label]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield _label(line, f"{path.name}:{number}")


def _label(line: str, place: str) -> Label:
    try:
        label = _label_reader().validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        raise CaseError(f"{place}: {where}: {first['msg']}: see LABELLING.md.") from error
    if unknown := [actor for actor in label.actors if actor not in ACTORS]:
        raise CaseError(f"{place}: there is no actor {unknown[0]!r}: choose from {', '.join(ACTORS)}.")
    if label.in_register != (label.force is not None):
        raise CaseError(f"{place}: a sentence has a force if, and only if, it is in the register.")
    return label


@cache
def _label_reader() -> TypeAdapter[Label]:
    return TypeAdapter(Label)


def check_labels(labels: Iterable[Label], corpus: Corpus) -> None:
    """Raise CaseError if the quotation of a label does not stand where it says."""
    for label in labels:
        if label.paragraph not in corpus or corpus.get(label.paragraph).text[label.start : label.end] != label.quote:
            raise CaseError(f"{label.id}: the quotation does not stand there: copy it from `r2p corpus export`.")
