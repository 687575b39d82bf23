"""`r2p corpus`: what the documents are, what a paragraph says, and whether every one is in its place."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from assistant.cli.adding import add, questions, remove
from assistant.settings import read_settings
from assistant.sources import load_documents
from corpus.check import Accounting, account_for
from corpus.check import check as check_corpus
from corpus.differences import differences, marked
from corpus.errors import CorpusError
from corpus.export import exported
from corpus.load import Corpus, read_corpus
from corpus.types import Document, Paragraph

app = typer.Typer(no_args_is_help=True)
app.command()(add)
app.command()(remove)
app.command()(questions)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Folder = Annotated[
    Path | None, typer.Option("--folder", metavar="DIR", help="Check copies of the texts, in this folder.")
]


@app.command("list")
def list_documents(as_json: Json = False) -> None:
    """List the documents: id, what people cite, status, and how many paragraphs of each kind."""
    from assistant.cli.answers import print_json

    reports = check_corpus(load_documents(read_settings()))
    if as_json:
        counted = ((one.document, one.tally) for one in reports)
        print_json([
            {**_described(document), "counts": tally.kinds, "qualities": tally.qualities,
             "tracked_changes": tally.tracked_changes}
            for document, tally in counted
        ])  # fmt: skip
        return
    table = Table("id", "cite as", "status", "date", "paragraphs")
    for report in reports:
        document = report.document
        table.add_row(document.id, document.cite, document.status, document.date, str(report.tally))
    Console().print(table)


def _described(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in ("id", "title", "cite", "date", "status")}


@app.command()
def show(paragraph_id: Annotated[str, typer.Argument(metavar="ID")], as_json: Json = False) -> None:
    """Print a paragraph: citation, status, section, notes, footnotes, source lines, and the draft's wording."""
    from assistant.cli.answers import print_json
    from assistant.cli.show import show_paragraph

    corpus = load_documents(read_settings())
    if paragraph_id in corpus.documents:
        raise CorpusError(f"{paragraph_id} is a document: name a paragraph of it, such as {paragraph_id}:1.")
    paragraph = corpus.get(paragraph_id)
    if as_json:
        print_json(_shown(paragraph, corpus))
    else:
        show_paragraph(paragraph, corpus, Console(highlight=False))


def _shown(paragraph: Paragraph, corpus: Corpus) -> dict[str, Any]:
    """The exported paragraph and, where a draft of it is known, how that had it."""
    shown = exported(paragraph, corpus.documents[paragraph.document])
    if drafts := corpus.drafts(paragraph.id):
        runs = differences(" ".join(draft.text for draft in drafts), paragraph.text)
        shown |= {"drafts": [draft.id for draft in drafts], "differences": marked(runs)}
    return shown


@app.command()
def check(folder: Folder = None) -> None:
    """Hold the corpus to its sources: every paragraph once, in order, every line and every word accounted for."""
    corpus = read_corpus(texts=folder) if folder else load_documents(read_settings())
    problems = 0
    for report in check_corpus(corpus):
        verdict = "each once, in order" if not report.problems else f"{len(report.problems)} problems"
        problems += _say(f"{report.document.id}: {report.tally}; {verdict}", report.problems)
    for accounting in account_for(corpus):
        problems += _say(_accounted(accounting), accounting.problems)
        _say("", accounting.differing)
    if problems:
        raise CorpusError(f"{problems} problems: restore the texts and the catalog, or report this.")


def _say(line: str, problems: tuple[str, ...]) -> int:
    if line:
        typer.echo(line)
    for problem in problems:
        typer.echo(f"  {problem}")
    return len(problems)


def _accounted(accounting: Accounting) -> str:
    """ "sg-2019.txt: 78 lines, 100% accounted for: 55 of units, 13 furniture; every word in its place"."""
    names = {"unit": "of units", "heading": "headings", "repeat": "repeats", "tracked change": "tracked changes"}
    told = ", ".join(
        f"{count} {names.get(role, role)}" for role, count in sorted(accounting.lines.items(), reverse=True)
    )
    ends = f"; {accounting.ends} line ends set apart" if accounting.ends else ""
    share = 100 * sum(accounting.lines.values()) / accounting.total
    words = "" if accounting.problems else "; every word in its place"
    return f"{accounting.source}: {accounting.total} lines, {share:.0f}% accounted for: {told}{ends}{words}"


@app.command()
def export() -> None:
    """Print every paragraph as a JSON line; corpus/paragraph.schema.json describes it."""
    from assistant.cli.answers import print_json

    corpus = load_documents(read_settings())
    for paragraph in corpus:
        print_json(exported(paragraph, corpus.documents[paragraph.document]))
