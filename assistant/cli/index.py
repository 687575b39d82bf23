"""`r2p index`: build the index, and say what serves."""

from dataclasses import asdict
from typing import Annotated

import typer

from assistant.cli.opening import build_all
from assistant.settings import read_settings
from assistant.sources import load_documents
from index.embedder import Embedder

app = typer.Typer(no_args_is_help=True)


@app.command()
def build(
    everything: Annotated[bool, typer.Option("--all", help="Embed also what did not change.")] = False,
) -> None:
    """Build the index anew, beside the one that serves, and switch over at the end; only what changed is embedded."""
    settings = read_settings()
    manifest = build_all(settings, everything=everything)
    typer.echo(
        f"Built: {manifest.passages} passages of {manifest.paragraphs} paragraphs, in {settings.data_dir}; "
        f"{manifest.embedded} embedded anew."
    )


@app.command()
def status(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Say which index serves and whether a rebuild is due."""
    from assistant.cli.answers import print_json
    from index.build import fingerprint
    from index.manifest import current

    settings = read_settings()
    manifest = current(settings.data_dir)
    corpus = load_documents(settings)
    due = not manifest or manifest.fingerprint != fingerprint(corpus, Embedder(settings.embedding_model))
    if as_json:
        print_json({"serving": asdict(manifest) if manifest else None, "rebuild_due": due})
        return
    if manifest:
        typer.echo(
            f"Serving: {manifest.passages} passages of {manifest.paragraphs} paragraphs, built {manifest.built}."
        )
    else:
        typer.echo(f"No index yet in {settings.data_dir}.")
    typer.echo("A rebuild is due: the next `r2p chat` or `r2p ask` does it." if due else "It is up to date.")
