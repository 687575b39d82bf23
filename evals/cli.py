"""The commands of `r2p evals`; `python -m evals` has the same."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, track
from rich.text import Text

from corpus.errors import R2PError, SettingsError
from evals.dataset import CASES, Entry, check_against, load_cases, select
from evals.errors import CaseError
from evals.report import Report, write_json

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.sources import Sources
    from evals.judge import Judge

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
EXTRACTIVE = "extractive"
Model = Annotated[
    str | None, typer.Option("--model", metavar="PROVIDER:NAME", help="Let this chat model word the answers.")
]
BothModes = Annotated[
    bool, typer.Option("--both-modes", help="Ask every case extractively and with the model, side by side.")
]
WithJudge = Annotated[
    bool, typer.Option("--judge", help="Let the chat model grade each answer: faithfulness, relevance.")
]
Write = Annotated[bool, typer.Option("--write", help="Keep them: the assistant weighs by them from now on.")]
ReportFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, metavar="REPORT.json")]


@app.command()
def run(
    cases: CasesPath = CASES,
    split: Split = None,
    kind: Kind = None,
    failures: Failures = False,
    json_file: JsonFile = None,
    model: Model = None,
    both_modes: BothModes = False,
    judge: WithJudge = False,
) -> None:
    """Ask the assistant every case, and print how well it answers; extractively, unless `--model` names a model."""
    if json_file and not json_file.parent.is_dir():
        raise typer.BadParameter(f'"{json_file.parent}" is no folder.', param_hint="--json")
    if both_modes and not model:
        raise typer.BadParameter("name the model with --model.", param_hint="--both-modes")
    with one_line_errors():
        chosen = _chosen(load_cases(cases), split, kind)
        modes = _modes(model, both_modes=both_modes)
        grading = _judge(model) if judge else None
        reports = {mode: _evaluated(chosen, mode, grading) for mode in modes}
        for mode, report in reports.items():
            Console().print(Text(f"\nAnswered by {mode or EXTRACTIVE}", style="bold"))
            _show(report, failures)
            if json_file:
                write_json(report, json_file if mode == model or not model else _beside(json_file))
        if both_modes:
            _side_by_side(reports)


def _modes(model: str | None, *, both_modes: bool) -> list[str]:
    """The chat models that answer, one after the other; "" answers extractively."""
    return ["", model or ""] if both_modes else [model or ""]


def _beside(file: Path) -> Path:
    """Where the extractive report of a run in both modes goes."""
    return file.with_suffix(f".{EXTRACTIVE}{file.suffix}")


def _side_by_side(reports: Mapping[str, Report]) -> None:
    from evals.compare import compare, results_of
    from evals.table import print_comparison

    before, after = reports.values()
    heads = (EXTRACTIVE, list(reports)[1])
    print_comparison(compare(results_of(before), results_of(after)), Console(), heads)


@app.command()
def ablation(cases: CasesPath = CASES, split: Split = None, kind: Kind = None) -> None:
    """Rank the cases with one more kind of evidence at a time: what each adds to the search."""
    from evals.ablation import ablation as table_of_stages
    from evals.ablation import as_published

    with one_line_errors():
        chosen = [entry.case for entry in _chosen(load_cases(cases), split, kind)]
        sources = _sources(Console(stderr=True))
        Console().print(table_of_stages(chosen, sources, as_published(sources)))


@app.command()
def doubt(cases: CasesPath = CASES, split: Split = "dev", write: Write = False) -> None:
    """Fit what the signs of an unanswerable question weigh, and print it."""
    with one_line_errors():
        from assistant import doubt as weighing
        from evals.doubt import as_toml, fitted

        if write and split != "dev":
            raise CaseError("Only cases that nobody is judged by may set the weights: leave out --split, or --write.")
        chosen = _chosen(load_cases(cases), split, None)
        found = as_toml(fitted((entry.case for entry in chosen), _sources(Console(stderr=True))))
        if write:
            weighing.WEIGHTS.write_text(found, encoding="utf-8")
        Console().print(Text(found))


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
    from evals.registers import confusion, faults, paired, table

    console = Console()
    with one_line_errors():
        corpus = load_corpus()
        built = build_registers(corpus)
        for name in [split] if split else sorted(path.stem for path in LABELS.glob("*.jsonl")):
            labels = load_labels(split=name)
            check_labels(labels, corpus)
            sentences = paired(labels, built)
            console.print(table(name, sentences), confusion(sentences))
            for fault in faults(sentences) if failures else ():
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


def _evaluated(entries: Sequence[Entry], model: str, grading: "Judge | None") -> Report:
    """The cases answered by a chat model, or extractively if `model` is empty; with grades if anyone gives them."""
    from assistant.settings import read_settings
    from evals.evaluation import evaluate

    stderr = Console(stderr=True)
    sources = _sources(stderr, read_settings().model_copy(update={"chat_model": model}))
    check_against(sources.corpus, entries)
    cases = [entry.case for entry in entries]
    asked = track(cases, "Asking", console=stderr, disable=not stderr.is_terminal, transient=True)
    return evaluate(asked, sources, grading)


def _judge(model: str | None) -> "Judge":
    """The model that grades: the one named, else the one configured."""
    from assistant.chat.chat import open_chat
    from assistant.settings import read_settings
    from evals.judge import judged_by

    if not (chat := open_chat(read_settings().model_copy(update={"chat_model": model} if model else {}))):
        raise SettingsError("--judge needs a chat model: name one with --model, or set R2P_CHAT_MODEL.")
    return judged_by(chat)


def _sources(stderr: Console, settings: "Settings | None" = None) -> "Sources":
    """The opened sources, with no chat model unless `settings` name one; a build of the index shows its progress."""
    from assistant.settings import read_settings
    from assistant.sources import open_sources

    with Progress(console=stderr, disable=not stderr.is_terminal, transient=True) as bar:
        task = bar.add_task("Building the index", visible=False)
        return open_sources(
            settings or read_settings().model_copy(update={"chat_model": ""}),
            lambda done, total: bar.update(task, completed=done, total=total, visible=True),
        )


def _show(report: Report, failures: bool) -> None:
    from evals.table import print_failures, print_report

    console = Console()
    print_report(report, console)
    if failures:
        print_failures(report.failed, console)
