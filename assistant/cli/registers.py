"""`r2p obligations`, `lessons`, `countries` and `compare`: the registers, for people and for machines.

They need the texts only, not the index, and so are quick. The confidential draft is listed with the rest, under its
own id; `--document` leaves it out.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.settings import read_settings
from assistant.sources import load_documents

if TYPE_CHECKING:
    from assistant.registers.types import Registers
    from corpus.load import Corpus

Actor = Annotated[str | None, typer.Option("--actor", help="Who is to act: 'Security Council', 'States', ...")]
Force = Annotated[str | None, typer.Option("--force", help="'legal obligation', 'demand', 'recommendation', ...")]
Polarity = Annotated[str | None, typer.Option("--polarity", help="worked, failed or caution.")]
Theme = Annotated[str | None, typer.Option("--theme", help="'risk assessment', 'early warning', ...")]
Country = Annotated[str | None, typer.Option("--country", help="Only of paragraphs that name it.")]
Documents = Annotated[
    list[str] | None, typer.Option("--document", "-d", metavar="ID", help="Only of this one; may be repeated.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one line a record.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, its first line the names.")]
Counts = Annotated[bool, typer.Option("--counts", help="Print how many there are of each kind instead.")]


def obligations(
    actor: Actor = None,
    force: Force = None,
    theme: Theme = None,
    documents: Documents = None,
    country: Country = None,
    as_json: Json = False,
    as_csv: Csv = False,
    counts: Counts = False,
) -> None:
    """List who must do what, how strongly, and who says so: every sentence that asks, binds or commits."""
    from assistant.cli import listing
    from assistant.registers import select

    corpus, registers = _opened()
    wanted = select.chosen(
        corpus.documents, actor=actor, force=force, theme=theme, country=country, documents=documents or ()
    )
    found = select.obligations(registers, wanted)
    listing.print_records(found, corpus, as_json=as_json, as_csv=as_csv, counts=counts)


def lessons(
    polarity: Polarity = None,
    actor: Actor = None,
    theme: Theme = None,
    documents: Documents = None,
    country: Country = None,
    as_json: Json = False,
    as_csv: Csv = False,
    counts: Counts = False,
) -> None:
    """List what experience has shown: what worked, what failed, what to beware of."""
    from assistant.cli import listing
    from assistant.registers import select

    corpus, registers = _opened()
    wanted = select.chosen(
        corpus.documents, polarity=polarity, actor=actor, theme=theme, country=country, documents=documents or ()
    )
    listing.print_records(
        select.lessons(registers, wanted), corpus, as_json=as_json, as_csv=as_csv, counts=counts
    )  # fmt: skip


def countries(
    name: Annotated[str | None, typer.Argument(help="A country or a group of them, such as 'Great Lakes'.")] = None,
    documents: Documents = None,
    as_json: Json = False,
    as_csv: Csv = False,
    counts: Counts = False,
) -> None:
    """List the countries named, each with what it is named for: example, warning, co-host, signatory or setting."""
    from assistant.cli import listing
    from assistant.registers import select

    corpus, registers = _opened()
    found = select.countries(registers, select.chosen(corpus.documents, country=name, documents=documents or ()))
    if name is None and not (as_json or as_csv or counts):
        listing.print_countries(found)
    else:
        listing.print_records(found, corpus, as_json=as_json, as_csv=as_csv, counts=counts)


def compare(
    theme: Annotated[str, typer.Argument(help="A theme, such as 'risk assessment'.")], as_json: Json = False
) -> None:
    """Compare what the documents say on a theme, year by year: one paragraph each, silence said, force shown."""
    from assistant.cli import listing
    from assistant.registers import select
    from assistant.registers.years import across_the_years

    corpus, registers = _opened()
    cells = across_the_years(select.theme(theme), registers, corpus)
    listing.print_years(cells, corpus, as_json=as_json)


def _opened() -> "tuple[Corpus, Registers]":
    from assistant.registers.store import open_registers

    settings = read_settings()
    corpus = load_documents(settings)
    return corpus, open_registers(corpus, settings.data_dir)
