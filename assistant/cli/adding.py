"""`r2p corpus add` and `remove`: a mission's own documents, kept apart from the shipped ones."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from assistant.chat.failures import NoReply
from assistant.cli.opening import build_all
from assistant.settings import Settings, read_settings
from assistant.sources import load_documents
from corpus.add import Addition, Bounds, prepare
from corpus.added import discard, refuse_unknown, store, store_questions
from corpus.entry import Entry
from corpus.errors import ChatError, DocumentError
from corpus.load import load_corpus
from corpus.tally import tally
from corpus.types import Document, Paragraph

_PREVIEW = 110  # characters of a paragraph

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def add(
    file: Annotated[Path, typer.Argument(help="A Markdown, text, HTML, DOCX or PDF file.")],
    document_id: Annotated[str, typer.Option("--id", help="Its id, such as sg-2018.")],
    title: Annotated[str, typer.Option(help="Its title.")],
    date: Annotated[str, typer.Option(help="2018-06-01, 2018-06 or 2018.")],
    status: Annotated[str, typer.Option(help="Such as 'official report', 'advance copy'.")],
    symbol: Annotated[str, typer.Option(help="Its symbol, by which it is cited; its title if it has none.")] = "",
    short: Annotated[str, typer.Option(help="How a sentence calls it, such as '2018 report'.")] = "",
    names: Annotated[list[str] | None, typer.Option("--name", help="What people call it; may be repeated.")] = None,
    with_questions: Annotated[
        bool, typer.Option("--questions/--no-questions", help="Let the chat model, if there is one, write questions.")
    ] = True,
    yes: Yes = False,
) -> None:
    """Add a document: show what is found in it, ask, keep it in the data folder, and index it."""
    settings = read_settings()
    entry = Entry(document_id, title, date, status, symbol, short, tuple(names or ()))
    bounds = Bounds(settings.largest_document_mb, settings.largest_document_pages)
    addition = prepare(file, entry, load_documents(settings), bounds)
    _show(addition)
    _ask_first(f"Add {document_id}?", yes=yes)
    store(addition.stored, settings.documents)
    typer.echo(f"Added {document_id}.")
    if with_questions:
        _write_questions(document_id, settings)
    _index(settings)


def questions(document_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Let the chat model write questions for an added document's paragraphs that have none yet, and index them."""
    settings = read_settings()
    refuse_unknown(document_id, settings.documents)
    if not settings.chat_model:
        raise ChatError("No chat model is configured: set R2P_CHAT_MODEL, see docs/chat-models.md.")
    _write_questions(document_id, settings)
    _index(settings)


def remove(document_ids: Annotated[list[str], typer.Argument(metavar="ID...")], yes: Yes = False) -> None:
    """Remove added documents, and their passages from the index."""
    settings = read_settings()
    shipped = load_corpus().documents
    if one := next((one for one in document_ids if one in shipped), None):
        raise DocumentError(f"{one} came with the assistant and cannot be removed: only what was added can.")
    for one in document_ids:
        refuse_unknown(one, settings.documents)
    _ask_first(f"Remove {', '.join(document_ids)}?", yes=yes)
    for one in dict.fromkeys(document_ids):
        discard(one, settings.documents)
        typer.echo(f"Removed {one}.")
    _index(settings)


def _ask_first(question: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise DocumentError("Nobody is there to be asked: give --yes to go on without asking.")
    typer.confirm(question, abort=True)


def _show(addition: Addition) -> None:
    """What was found, for a person to judge before it is kept."""
    document, console = addition.stored.document, Console(highlight=False, soft_wrap=True)
    console.print(Text(f"{document.cite} ({document.status}, {document.date}): {document.title}", style="bold"))
    console.print(Text(f"called the {document.short}; from {addition.stored.original.name}", style="dim"))
    console.print(Text(str(tally(addition.paragraphs))))
    for remark in addition.remarks:
        console.print(Text(f"  {remark}", style="yellow"))
    shown = [one for one in addition.paragraphs if one.kind != "footnote"] or list(addition.paragraphs)
    for paragraph in dict.fromkeys((*shown[:2], *shown[-2:])):
        console.print(Text(f"  {_preview(paragraph, document)}"))


def _preview(paragraph: Paragraph, document: Document) -> str:
    place = paragraph.cite.removeprefix(f"{document.cite}, ")
    cut = paragraph.text[:_PREVIEW]
    return f"{place}: {cut}{'…' * (len(paragraph.text) > _PREVIEW)}"


def _write_questions(document_id: str, settings: Settings) -> None:
    """With a chat model, questions that the paragraphs answer; what was written before one fails is kept."""
    if not settings.chat_model:
        return
    from assistant.chat.chat import open_chat
    from assistant.chat.questions import write_questions

    corpus, chat = load_documents(settings), open_chat(settings)
    paragraphs = corpus.of(document_id)
    written = {one.id: corpus.questions[one.id] for one in paragraphs if one.id in corpus.questions}
    before = len(written)
    try:
        if chat:
            for name, several in write_questions(corpus.documents[document_id], paragraphs, list(written), chat):
                written[name] = several
    except NoReply as error:
        typer.echo(f"{error} The rest goes without questions: `r2p corpus questions {document_id}` goes on.", err=True)
    if len(written) > before:
        store_questions(document_id, written, settings.documents)
        typer.echo(f"Wrote questions for {len(written) - before} paragraphs with {settings.chat_model}.")


def _index(settings: Settings) -> None:
    manifest = build_all(settings)
    typer.echo(f"Indexed: {manifest.embedded} of {manifest.passages} passages embedded anew.")
