"""What the texts do not answer, in the words of those who ask for it: the other half of the question index.

A near miss shares its words with what the texts do answer, so only another question tells it apart. Data, written
by hand: TOML files under corpus/gaps/, see CONTRIBUTING.md.
"""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from corpus.errors import CorpusError
from corpus.types import document_of


@dataclass(frozen=True)
class Gap:
    """Questions that the texts leave open, why (as a reader is told it), and the paragraphs that come nearest.

    Some are asked of certain `documents` only: what these leave open, others may answer.
    """

    id: str
    reason: str
    near: tuple[str, ...]
    questions: tuple[str, ...]
    documents: tuple[str, ...] = ()

    def is_open_in(self, documents: Collection[str]) -> bool:
        """Whether none of these documents may answer."""
        return not self.documents or set(documents) <= set(self.documents)


def read_gaps(folder: Traversable, paragraphs: Collection[str]) -> tuple[Gap, ...]:
    """The gaps of every file. Raises CorpusError if one is malformed or points to no paragraph of ours."""
    home = folder / "gaps"
    files = sorted(home.iterdir(), key=lambda one: one.name) if home.is_dir() else ()
    return tuple(gap for file in files for gap in _gaps(file, paragraphs))


def _gaps(file: Traversable, paragraphs: Collection[str]) -> Iterator[Gap]:
    try:
        entries: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["gap"]
        for number, entry in enumerate(entries, start=1):
            name = f"{file.name.removesuffix('.toml')}/{number}"
            near, only = tuple(entry.get("near", ())), tuple(entry.get("documents", ()))
            yield Gap(name, entry["reason"], near, tuple(entry["questions"]), only)
            if not entry["questions"]:
                raise CorpusError(f"{file.name}: entry {number} asks nothing: write its questions, or remove it.")
            if unknown := sorted({*near} - {*paragraphs}) or sorted({*only} - {document_of(one) for one in paragraphs}):
                raise CorpusError(f"{file.name} points to {unknown[0]!r}, which is not in the corpus: mend its id.")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise CorpusError(f"The gaps in {file.name} cannot be read ({error}): mend that file.") from error
