"""The commands of `r2p` that ask and search; those on the corpus and the index stand in files of their own."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.corpus import app as corpus_app
from assistant.cli.doctor import doctor
from assistant.cli.index import app as index_app
from assistant.cli.opening import opened_sources
from assistant.cli.registers import compare, countries, lessons, obligations
from assistant.settings import read_settings
from corpus.errors import QuestionError

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Ask the United Nations' reports on the responsibility to protect; every statement comes with its paragraph.",
)
app.add_typer(corpus_app, name="corpus", help="The documents and their paragraphs.")
app.add_typer(index_app, name="index", help="The index that searches them.")

Documents = Annotated[
    list[str] | None, typer.Option("--document", "-d", metavar="ID", help="Search only this one; may be repeated.")
]
Draft = Annotated[bool, typer.Option("--include-draft", help="Search the confidential draft of 2013, too.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def chat() -> None:
    """Open the chat in the browser's page, on 127.0.0.1:7860 unless GRADIO_SERVER_PORT says otherwise."""
    _entry("app", "main")(read_settings())


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in plain words.")] = None,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Answer a file of JSON lines with `id` and `question`.")
    ] = None,
    documents: Documents = None,
    include_draft: Draft = False,
    as_json: Json = False,
) -> None:
    """Answer a question, every statement quoted and cited."""
    from assistant.cli.answers import answer_batch, answer_one

    if (question is None) == (batch is None):
        raise QuestionError("Give one question, or `--batch FILE`.")
    if batch is not None:
        answer_batch(batch, documents, include_draft=include_draft)
    else:
        answer_one(question or "", documents, include_draft=include_draft, as_json=as_json)


@app.command()
def search(
    question: Annotated[str, typer.Argument(help="What to look for.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many paragraphs.")] = 10,
    documents: Documents = None,
    include_draft: Draft = False,
    as_json: Json = False,
) -> None:
    """List the paragraphs nearest to a question, without composing an answer."""
    from assistant.cli.answers import show_hits
    from assistant.question import clean, understand

    settings = read_settings()
    text = clean(question, settings.longest_question)
    sources = opened_sources(settings)
    asked = understand(text, [], sources.corpus, documents, include_draft=include_draft)
    show_hits(sources.search(asked.focus, asked.documents, limit), sources.corpus, as_json=as_json)


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    help="Run the evaluation, or compare two runs: see `r2p evals --help`.",
)
def evals(context: typer.Context) -> None:
    """Hand over to the evals package, which stands above this one and so is not imported by it."""
    _entry("evals.cli", "app")(args=context.args, prog_name="r2p evals")


for command in (obligations, lessons, countries, compare, doctor):
    app.command()(command)


def _entry(module: str, name: str) -> Callable[..., None]:
    """The entry point of something that stands above the assistant."""
    try:
        found: Callable[..., None] = getattr(importlib.import_module(module), name)
    except ModuleNotFoundError as error:
        remedy = f"`pip install {error.name}`, or `pip install 'r2p-assistant[evals]'` for all that is needed"
        print(f"r2p: {error.name} is missing: {remedy}.", file=sys.stderr)  # noqa: T201
        raise typer.Exit(1) from error
    return found
