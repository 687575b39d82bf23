"""How well the rules read: the register of obligations beside sentences that people labelled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table

from assistant.registers.types import FORCES, Obligation, Registers
from evals.labels import Label


@dataclass(frozen=True)
class Paired:
    """A labelled sentence, and what the register has for it."""

    label: Label
    record: Obligation | None


@dataclass(frozen=True)
class Scores:
    """The measures of a set of labelled sentences; `n` counts them, `both` those in the register by label and rule.

    precision, recall, f1: of being in the register. `force`: share of `both` with the force of the label.
    `actors`: micro-averaged F1 of the pairs (sentence, actor), over all sentences; a sentence that one side has
    out of the register has no actors on that side. `voice`: share of `both` with the voice of the label.
    Source of the measures: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, ch. 8 and 13.
    """

    n: int
    both: int
    precision: float
    recall: float
    f1: float
    force: float
    actors: float
    voice: float


def paired(labels: Iterable[Label], registers: Registers) -> list[Paired]:
    """Each label with the record that shares most of its words, if that is at least half of the shorter of the two."""
    return [Paired(label, _record(label, registers)) for label in labels]


def _record(label: Label, registers: Registers) -> Obligation | None:
    best = max(registers.of(label.paragraph), key=lambda one: _shared(one, label), default=None)
    shorter = min(label.end - label.start, best.end - best.start) if best else 0
    return best if best and 2 * _shared(best, label) >= shorter else None


def _shared(one: Obligation, label: Label) -> int:
    return min(one.end, label.end) - max(one.start, label.start)


def score(sentences: Sequence[Paired]) -> Scores:
    """The measures; one that has nothing to be taken over is 0."""
    both = [one for one in sentences if one.record and one.label.in_register]
    ruled = sum(one.record is not None for one in sentences)
    labelled = sum(one.label.in_register for one in sentences)
    pairs = Counter[str]()
    for one in sentences:
        found, wanted = set(one.record.actors if one.record else ()), set(one.label.actors)
        pairs.update(shared=len(found & wanted), found=len(found), wanted=len(wanted))
    return Scores(
        n=len(sentences),
        both=len(both),
        precision=_share(len(both), ruled),
        recall=_share(len(both), labelled),
        f1=_share(2 * len(both), ruled + labelled),
        force=_share(sum(one.record.force == one.label.force for one in both if one.record), len(both)),
        actors=_share(2 * pairs["shared"], pairs["found"] + pairs["wanted"]),
        voice=_share(sum(one.record.voice == one.label.voice for one in both if one.record), len(both)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def table(name: str, sentences: Sequence[Paired]) -> Table:
    """The measures as people read them."""
    found = score(sentences)
    shown = Table("measure", "", "over", title=f"{name}: {found.n} sentences", title_justify="left")
    shown.columns[1].justify = "right"
    everything, both = "all sentences", f"the {found.both} in the register by label and rule"
    for label, value, over in (
        ("in the register: precision", found.precision, everything),
        ("in the register: recall", found.recall, everything),
        ("in the register: F1", found.f1, everything),
        ("force: accuracy", found.force, both),
        ("actors: micro-F1", found.actors, everything),
        ("voice: accuracy", found.voice, both),
    ):
        shown.add_row(label, f"{value:.3f}", over)
    return shown


def confusion(sentences: Sequence[Paired]) -> Table:
    """How often each force of the labels was read as each force of the rules ("–": not in the register)."""
    names = (*FORCES, None)
    pairs = Counter((one.label.force, one.record.force if one.record else None) for one in sentences)
    shown = Table("labelled \\ read as", *(name or "–" for name in names), title="Forces", title_justify="left")
    for label in names:
        shown.add_row(label or "–", *(str(pairs[label, read] or "") for read in names))
    return shown


def faults(sentences: Iterable[Paired]) -> Iterable[str]:
    """What was read otherwise than it was labelled, a line each."""
    for one in sentences:
        labelled, read = _told(one.label), _told(one.record)
        if read != labelled:
            yield f"{one.label.paragraph}: {labelled}, read {read}: {one.label.quote}"


def _told(one: Label | Obligation | None) -> str:
    return f"{one.force} {sorted(set(one.actors))} ({one.voice})" if one and one.force else "out"
