"""Two wordings of a text, and where they differ, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Run:
    """Words that both wordings have, or that only the `earlier` or only the `later` one has."""

    of: Literal["both", "earlier", "later"]
    text: str


def differences(earlier: str, later: str) -> tuple[Run, ...]:
    """The words of both, in order; where they differ the earlier ones come first. Curly quotes are no difference."""
    return tuple(_runs(earlier.split(), later.split()))


def _runs(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Run]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, _plain(earlier), _plain(later), autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run("both", " ".join(earlier[i1:i2]))
            continue
        if i1 < i2:
            yield Run("earlier", " ".join(earlier[i1:i2]))
        if j1 < j2:
            yield Run("later", " ".join(later[j1:j2]))


def _plain(words: Sequence[str]) -> list[str]:
    return [word.translate(_STRAIGHT) for word in words]


def marked(runs: Sequence[Run]) -> str:
    """As plain text: [-only earlier-] {+only later+}."""
    signs = {"both": "{}", "earlier": "[-{}-]", "later": "{{+{}+}}"}
    return " ".join(signs[run.of].format(run.text) for run in runs)
