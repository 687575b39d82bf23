"""`r2p evals run` and `r2p evals compare`; `python -m evals` is the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, track
from rich.text import Text

from corpus.errors import R2PError
from evals.dataset import CASES, Entry, check_against, load_cases, select
from evals.report import Report, write_json

if TYPE_CHECKING:
    from assistant.sources import Sources

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="How well the assistant answers: measured, and compared."
)

CasesPath = Annotated[Path, typer.Option("--cases", exists=True, help="A .jsonl file of cases, or a folder.")]
Split = Annotated[str | None, typer.Option(help="Only the cases of this file: dev for dev.jsonl.")]
Kind = Annotated[str | None, typer.Option(help="Only the cases of this kind.")]
Failures = Annotated[bool, typer.Option("--failures", help="Show each failed case, and why it failed.")]
JsonFile = Annotated[
    Path | None, typer.Option("--json", dir_okay=False, metavar="FILE", help="Write the report as JSON, too.")
]
ReportFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, metavar="REPORT.json")]


@app.command()
def run(
    cases: CasesPath = CASES,
    split: Split = None,
    kind: Kind = None,
    failures: Failures = False,
    json_file: JsonFile = None,
) -> None:
    """Ask the assistant every case, and print how well it answers."""
    if json_file and not json_file.parent.is_dir():
        raise typer.BadParameter(f'"{json_file.parent}" is no folder.', param_hint="--json")
    with one_line_errors():
        chosen = _chosen(load_cases(cases), split, kind)
        report = _evaluated(chosen)
        _show(report, failures)
        if json_file:
            write_json(report, json_file)


@app.command()
def ablation(cases: CasesPath = CASES, split: Split = None, kind: Kind = None) -> None:
    """Rank the cases with one more kind of evidence at a time: what each adds to the search."""
    from evals.ablation import ablation as table_of_stages

    with one_line_errors():
        chosen = [entry.case for entry in _chosen(load_cases(cases), split, kind)]
        Console().print(table_of_stages(chosen, _sources(Console(stderr=True))))


@app.command()
def verification(failures: Failures = False) -> None:
    """Check faithful and corrupted sentences: what verification lets through, and what it holds back."""
    from assistant.chat.verification import cosine_of
    from assistant.settings import read_settings
    from corpus.load import load_corpus
    from evals.verification import check, mistakes, read_examples, table
    from index.embedder import Embedder

    with one_line_errors():
        embedder = Embedder(read_settings().embedding_model)
        outcomes = check(read_examples(), load_corpus(), cosine_of(embedder.embed))
        for half in dict.fromkeys(one.example.half for one in outcomes):
            Console().print(table(outcomes, half))
        for one in mistakes(outcomes) if failures else []:
            told = f"{one.example.kind} ({one.example.half}, {one.example.paragraph}): {one.example.sentence}"
            Console().print(Text("\n  ".join([told, *(one.checked.notes or ["passed"])])), soft_wrap=True)


@app.command()
def compare(before: ReportFile, after: ReportFile) -> None:
    """Compare two reports: each measure's difference, and the cases that flipped."""
    from evals.compare import compare, read_results
    from evals.table import print_comparison

    with one_line_errors():
        print_comparison(compare(read_results(before), read_results(after)), Console())


@app.command()
def registers(
    split: Annotated[str | None, typer.Option(help="Only the labels of this file: dev for dev.jsonl.")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="Show what was read otherwise than labelled.")] = False,
) -> None:
    """Hold the register of obligations to sentences labelled by hand; each split apart. Needs no index."""
    from assistant.registers.build import build_registers
    from corpus.load import load_corpus
    from evals.labels import LABELS, check_labels, load_labels
    from evals.registers import confusion, faults, judge, table

    console = Console()
    with one_line_errors():
        corpus = load_corpus()
        built = build_registers(corpus)
        for name in [split] if split else sorted(path.stem for path in LABELS.glob("*.jsonl")):
            labels = load_labels(split=name)
            check_labels(labels, corpus)
            judged = judge(labels, built)
            console.print(table(name, judged), confusion(judged))
            for fault in faults(judged) if failures else ():
                console.print(Text(fault), soft_wrap=True)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turns an error a person can mend into one line on stderr and exit code 1."""
    try:
        yield
    except R2PError as error:
        typer.echo(" ".join(str(error).split()), err=True)
        raise typer.Exit(1) from error


def _chosen(entries: Sequence[Entry], split: str | None, kind: str | None) -> Sequence[Entry]:
    """The entries of the split and kind; refused as misuse when there is none."""
    _refuse_unknown("--split", split, {entry.split for entry in entries})
    _refuse_unknown("--kind", kind, {entry.case.kind for entry in entries})
    if not (chosen := select(entries, split, kind)):
        raise typer.BadParameter(f'no case of kind "{kind}" in split "{split}".', param_hint="--kind")
    return chosen


def _refuse_unknown(option: str, value: str | None, known: set[str]) -> None:
    if value is not None and value not in known:
        raise typer.BadParameter(f'"{value}" is none of {", ".join(sorted(known))}.', param_hint=option)


def _evaluated(entries: Sequence[Entry]) -> Report:
    from evals.evaluation import evaluate

    stderr = Console(stderr=True)
    sources = _sources(stderr)
    check_against(sources.corpus, entries)
    cases = [entry.case for entry in entries]
    return evaluate(track(cases, "Asking", console=stderr, disable=not stderr.is_terminal, transient=True), sources)


def _sources(stderr: Console) -> "Sources":
    """The opened sources; a build of the index, if one is due, shows its progress."""
    from assistant.settings import read_settings
    from assistant.sources import open_sources

    with Progress(console=stderr, disable=not stderr.is_terminal, transient=True) as bar:
        task = bar.add_task("Building the index", visible=False)
        return open_sources(
            read_settings(), lambda done, total: bar.update(task, completed=done, total=total, visible=True)
        )


def _show(report: Report, failures: bool) -> None:
    from evals.table import print_failures, print_report

    console = Console()
    print_report(report, console)
    if failures:
        print_failures(report.failed, console)
