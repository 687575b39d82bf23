"""How well verification tells faithful sentences from corrupted ones, by kind of corruption.

The sentences are our own, written to real paragraphs: faithful paraphrases, and the same corrupted. Half of them
tuned the thresholds; the other half was not looked at until they stood.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from assistant.chat.verification import Checked, Cosine, Shown, check_sentence
from corpus.load import Corpus
from evals.errors import CaseError

SENTENCES = Path(__file__).with_suffix(".jsonl")
FAITHFUL = "faithful"
ANOTHER = "another passage"  # a faithful sentence that cites the wrong paragraph
KEY = "k7f3a2"


@dataclass(frozen=True)
class Example:
    """A sentence that cites a paragraph, and in which way it is corrupted (FAITHFUL: in none)."""

    half: str
    kind: str
    paragraph: str
    sentence: str


@dataclass(frozen=True)
class Outcome:
    """An example, and what verification made of it."""

    example: Example
    checked: Checked

    @property
    def is_caught(self) -> bool:
        """Whether the sentence was left out or flagged."""
        return self.checked.status in ("unsupported", "flagged")


def read_examples(path: Path = SENTENCES) -> list[Example]:
    """The examples of a file, one paragraph a line. Raises CaseError if it is not there or cannot be read."""
    try:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [example for half in ("tuning", "untouched") for example in _of_half(half, lines)]
    except (OSError, ValueError, KeyError) as error:
        raise CaseError(
            f"The sentences of {path.name} cannot be read ({error}): run this in the repository."
        ) from error


def _of_half(half: str, lines: Sequence[dict[str, Any]]) -> Iterator[Example]:
    ours = [line for line in lines if line["half"] == half]
    for line, following in zip(ours, [*ours[1:], *ours[:1]], strict=True):
        for kind, sentences in line.items():
            if kind not in ("half", "paragraph"):
                yield from (Example(half, kind, line["paragraph"], one) for one in sentences)
        yield Example(half, ANOTHER, following["paragraph"], line[FAITHFUL][0])


def check(examples: Sequence[Example], corpus: Corpus, cosine: Cosine) -> list[Outcome]:
    """What verification makes of each sentence, shown nothing but the whole paragraph it cites."""
    outcomes = []
    for one in examples:
        shown = {KEY: Shown(KEY, one.paragraph, 0, len(corpus.get(one.paragraph).text))}
        outcomes.append(Outcome(one, check_sentence(f"{one.sentence} [{KEY}]", shown, corpus, cosine)))
    return outcomes


def table(outcomes: Sequence[Outcome], half: str) -> Table:
    """How many sentences of a half were left out, flagged, or passed; recall and precision by kind.

    Recall: caught (left out or flagged) / all of the kind. Precision: caught / (caught + faithful sentences caught).
    """
    of_half = [one for one in outcomes if one.example.half == half]
    found = Table("kind", title=f"{half} half", title_justify="left")
    for head in ("n", "left out", "flagged", "passed", "recall", "precision"):
        found.add_column(head, justify="right")
    false_alarms = sum(one.is_caught for one in of_half if one.example.kind == FAITHFUL)
    for kind in dict.fromkeys(one.example.kind for one in of_half):
        of_kind = [one for one in of_half if one.example.kind == kind]
        found.add_row(kind, *_row(of_kind, false_alarms, is_faithful=kind == FAITHFUL))
    return found


def _row(outcomes: Sequence[Outcome], false_alarms: int, *, is_faithful: bool) -> Iterator[str]:
    statuses = [one.checked.status for one in outcomes]
    left_out, flagged = statuses.count("unsupported"), statuses.count("flagged")
    yield from (str(count) for count in (len(statuses), left_out, flagged, len(statuses) - left_out - flagged))
    if not is_faithful:
        caught = left_out + flagged
        yield f"{caught / len(statuses):.2f}"
        yield f"{caught / (caught + false_alarms):.2f}" if caught else "–"


def mistakes(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The faithful sentences that were caught, and the corrupted ones that were not."""
    return [one for one in outcomes if one.is_caught == (one.example.kind == FAITHFUL)]
