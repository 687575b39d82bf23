"""The report and the comparison as people read them in a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.compare import Comparison
from evals.faults import worded
from evals.report import GROUPS, Report, estimates
from evals.scorers import MEASURES
from evals.types import Case, Latency, Score

OVERALL = {measure.name: measure for measure in MEASURES}
LEGEND = (
    "n cases; R@5 recall, S@5 success at 5; citP, citR citation precision, recall; "
    "fact coverage; abst abstention; refd answerable refused"
)
_OVERALL_ONLY = ("verbatim", "faithfulness", "relevance", "graded", "errors")
GROUPED = [measure for measure in MEASURES if measure.name not in _OVERALL_ONLY]


def print_report(report: Report, console: Console) -> None:
    """Prints the measures with their intervals, the latency, and the measures by group."""
    console.print(_overall(report))
    console.print(_latency(report.latency), highlight=False)
    console.print(_by_group(report))
    console.print(f"{len(report.failed)} of {len(report.scores)} cases failed.", highlight=False)


def print_failures(failed: Iterable[Score], console: Console) -> None:
    """Prints each failed case: the question, what was expected, found, cited and said, and what was wrong.

    A star marks the gold among the paragraphs found and cited.
    """
    for score in failed:
        case = score.attempt.case
        console.rule(Text(f"{case.id} ({case.kind}, {case.audience})"), align="left")
        for head, body in _told(score):
            console.print(Text(f"{head:>9}  ", style="bold").append(body, style="not bold"), soft_wrap=True)


def print_comparison(comparison: Comparison, console: Console, heads: tuple[str, str] = ("before", "after")) -> None:
    """Prints how each measure changed, the cases that flipped, and those only one report holds."""
    table = Table("measure", title=f"{len(comparison.shared)} cases in both reports", title_justify="left")
    for head in (*heads, "difference"):
        table.add_column(head, justify="right")
    for change in comparison.changes:
        worse = change.difference * (-1 if OVERALL[change.name].lower_is_better else 1) < 0
        style = "red" if worse else "green" if change.difference else ""
        difference = Text(f"{change.difference:+.3f}", style=style)
        table.add_row(OVERALL[change.name].label, f"{change.before:.3f}", f"{change.after:.3f}", difference)
    console.print(table)
    for line in _flips(comparison):
        console.print(Text(line), soft_wrap=True)


def _overall(report: Report) -> Table:
    table = Table("measure", title=f"{len(report.scores)} cases", title_justify="left")
    for head in ("mean", "95% interval", "n"):
        table.add_column(head, justify="right")
    table.add_column("over", style="dim")
    for name, found in estimates(report.scores).items():
        interval = f"{found.low:.3f}–{found.high:.3f}"
        table.add_row(OVERALL[name].label, f"{found.value:.3f}", interval, str(found.n), OVERALL[name].over)
    return table


def _latency(latency: Latency) -> str:
    if latency.p50 is None or latency.p95 is None or latency.embedding_p50 is None:
        return "Latency: no answer came."
    ratio = f", {latency.ratio:.1f} times as long" if latency.ratio else ""
    return (
        f"Latency: p50 {latency.p50:.1f} ms, p95 {latency.p95:.1f} ms; "
        f"embedding the question alone: p50 {latency.embedding_p50:.1f} ms{ratio}."
    )


def _by_group(report: Report) -> Table:
    table = Table("group", title="By kind, audience and document of gold", caption=LEGEND, padding=0)
    table.title_justify = table.caption_justify = "left"
    for head in ("n", *(measure.short for measure in GROUPED)):
        table.add_column(head, justify="right")
    for group in GROUPS:
        for name, scores in report.by(group).items():
            table.add_row(Text(name), str(len(scores)), *_means(scores))
        table.add_section()
    return table


def _means(scores: Sequence[Score]) -> Iterator[str]:
    found = estimates(scores)
    return (f"{found[m.name].value:.2f}" if m.name in found else "–" for m in GROUPED)


def _told(score: Score) -> Iterator[tuple[str, str]]:
    attempt, case = score.attempt, score.attempt.case
    for turn in case.history:
        yield turn.role, turn.content
    yield "question", case.question
    yield "expected", "; ".join(_expected(case))
    yield "found", ", ".join(f"{id_}*" if id_ in case.golds else id_ for id_ in attempt.found) or "nothing"
    yield "cited", ", ".join(f"{id_}*" if id_ in case.golds else id_ for id_ in attempt.cited) or "nothing"
    if attempt.answer:
        yield "answered", shorten(attempt.answer.answer, 300, placeholder=" …")
    yield from (("wrong", fault) for fault in score.faults)
    if case.note:
        yield "note", case.note


def _expected(case: Case) -> Iterator[str]:
    if case.abstain:
        yield "that the texts do not answer this"
    for gold in case.gold:
        yield gold.paragraph if gold.required else f"{gold.paragraph} (optional)"
    yield from (worded(fact) for fact in case.facts)


def _flips(comparison: Comparison) -> Iterator[str]:
    for flip in comparison.flips:
        word = "now passes" if flip.now_passes else "now fails"
        yield f"{word}: {flip.id} — {flip.question} ({'; '.join(flip.faults)})"
    if not comparison.flips:
        yield "No case flipped."
    if comparison.only_before:
        yield _only("first", comparison.only_before)
    if comparison.only_after:
        yield _only("second", comparison.only_after)


def _only(report: str, ids: Sequence[str]) -> str:
    return f"{len(ids)} cases only in the {report} report: {shorten(', '.join(ids), 200, placeholder=' …')}"
