"""`r2p corpus`: what the documents are, what a paragraph says, and whether every one is in its place."""

from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.cli.adding import add, remove
from assistant.settings import read_settings
from assistant.sources import load_documents
from corpus.check import Report
from corpus.check import check as check_corpus
from corpus.errors import CorpusError
from corpus.types import Document, Paragraph

app = typer.Typer(no_args_is_help=True)
app.command()(add)
app.command()(remove)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_documents(as_json: Json = False) -> None:
    """List the documents: id, what people cite, status, and how many paragraphs of each kind."""
    from assistant.cli.answers import print_json

    reports = check_corpus(load_documents(read_settings()))
    if as_json:
        print_json([{**_described(report.document), "counts": report.counts} for report in reports])
        return
    table = Table("id", "cite as", "status", "date", "paragraphs")
    for report in reports:
        document = report.document
        table.add_row(document.id, document.cite, document.status, document.date, _counted(report))
    Console().print(table)


def _counted(report: Report) -> str:
    names = {"summary": "Summary paragraph"}
    counts = report.counts.items()
    return ", ".join(f"{count} {names.get(kind, kind)}{'s' * (count > 1)}" for kind, count in counts)


def _described(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in ("id", "title", "cite", "date", "status")}


@app.command()
def show(paragraph_id: Annotated[str, typer.Argument(metavar="ID")], as_json: Json = False) -> None:
    """Print a paragraph: its citation, status, section, text, notes, footnotes and source lines."""
    from assistant.cli.answers import print_json

    corpus = load_documents(read_settings())
    if paragraph_id in corpus.documents:
        raise CorpusError(f"{paragraph_id} is a document: name a paragraph of it, such as {paragraph_id}:1.")
    paragraph = corpus.get(paragraph_id)
    if as_json:
        print_json(exported(paragraph))
        return
    document = corpus.documents[paragraph.document]
    console = Console(highlight=False)
    console.print(Text(paragraph.cite, style="bold"))
    console.print(Text(" · ".join([document.status, *paragraph.section]), style="dim"))
    console.print(Text(f"\n{paragraph.text}\n"))
    for name, value in _ties(paragraph, document).items():
        if value:
            console.print(Text(f"{name}: {value}", style="dim"))


def _ties(paragraph: Paragraph, document: Document) -> dict[str, str | None]:
    lines = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in paragraph.lines)
    return {
        "part of": paragraph.part_of,
        "notes": ", ".join(paragraph.notes),
        "footnotes": ", ".join(paragraph.footnotes),
        "published as": paragraph.published,
        "quality": paragraph.quality,
        "source": f"{document.source}, lines {lines}",
    }


@app.command()
def check() -> None:
    """Hold the corpus to its sources: every paragraph once, in order, every line accounted for."""
    problems = 0
    for report in check_corpus(load_documents(read_settings())):
        verdict = report.held_to if not report.problems else f"{len(report.problems)} problems"
        typer.echo(f"{report.document.id}: {_counted(report)}; {verdict}")
        for problem in report.problems:
            typer.echo(f"  {problem}")
        problems += len(report.problems)
    if problems:
        raise typer.Exit(1)


@app.command()
def export() -> None:
    """Print every paragraph as a JSON line."""
    from assistant.cli.answers import print_json

    for paragraph in load_documents(read_settings()):
        print_json(exported(paragraph))


def exported(paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph as `corpus export` prints it; the keys and their order are a contract."""
    names = (
        "id",
        "document",
        "label",
        "kind",
        "section",
        "text",
        "lines",
        "part_of",
        "notes",
        "footnotes",
        "published",
    )
    return {name: getattr(paragraph, name) for name in names}
