"""The question index: what each paragraph answers, in the words of those who ask. Data, written by hand.

One TOML file a document under corpus/questions/, keyed by paragraph id; see CONTRIBUTING.md.
"""

import tomllib
from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable

from corpus.errors import CorpusError


def read_questions(folder: Traversable, paragraphs: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The questions by paragraph id. Raises CorpusError if a file is malformed or names no paragraph of ours."""
    home = folder / "questions"
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(home.iterdir(), key=lambda one: one.name) if home.is_dir() else ():
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise CorpusError(f"The questions in {file.name} cannot be read ({error}): mend that file.") from error
        if unknown := sorted(set(data) - set(paragraphs)):
            raise CorpusError(f"{file.name} has questions for {unknown[0]!r}, which is no paragraph: mend its id.")
        found |= {name: tuple(questions) for name, questions in data.items()}
    return found
