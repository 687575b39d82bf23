"""Prints records of the registers: as tables to people, as JSON or CSV to machines."""

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.cli.answers import print_json
from assistant.registers.select import counts as counted
from assistant.registers.types import CountryMention, Lesson, Obligation
from assistant.registers.years import Cell, changes
from corpus.load import Corpus

Record = Obligation | Lesson | CountryMention
# What is printed of a record, in this order; the keys are a contract.
KEYS: dict[type, tuple[str, ...]] = {
    Obligation: (
        "id", "document", "paragraph", "quote", "start", "end", "actors", "force", "voice", "themes", "year",
    ),
    Lesson: ("id", "document", "paragraph", "quote", "start", "end", "polarity", "actors", "voice", "themes", "year"),
    CountryMention: ("country", "iso", "document", "paragraph", "role", "quote"),
}  # fmt: skip
_HEADS: dict[type, str] = {
    Obligation: "where, how strongly, who, says who",
    Lesson: "where, what, who, says who",
    CountryMention: "where, which country, in which role",
}
_NARROW = 38  # characters of the column beside the words
NOTHING = "The register has nothing of that kind."


def print_records(records: Sequence[Record], corpus: Corpus, *, as_json: bool, as_csv: bool, counts: bool) -> None:
    """The records in the form that was asked for; a table with the status of its documents if none was."""
    if counts:
        _print_counts(records, as_json=as_json)
    elif as_json:
        for record in records:
            print_json(_told(record))
    elif as_csv:
        _print_csv(records)
    elif records:
        _print_table(records, corpus)
    else:
        Console(highlight=False).print(NOTHING)


def _told(record: Record) -> dict[str, Any]:
    return {key: getattr(record, key) for key in KEYS[type(record)]}


def _print_csv(records: Sequence[Record]) -> None:
    """Lists within a field are joined with "; "."""
    if not records:
        return
    writer = csv.DictWriter(sys.stdout, KEYS[type(records[0])], lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow({key: _plain(value) for key, value in _told(record).items()})


def _plain(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else value


def _print_counts(records: Iterable[Record], *, as_json: bool) -> None:
    tallies = counted(records)
    if as_json:
        print_json(tallies)
        return
    table = Table("of each", "", show_header=False, box=None, padding=(0, 2))
    table.columns[1].justify = "right"
    for name, tally in tallies.items():
        table.add_row(Text(name, style="bold"))
        for one, number in tally.items():
            table.add_row(Text(f"  {one}"), str(number))
    Console(highlight=False).print(table)


def _print_table(records: Sequence[Record], corpus: Corpus) -> None:
    """One row a record: where it stands and what the register says of it, beside its words."""
    console = Console(highlight=False)
    table = Table(_HEADS[type(records[0])], "words", show_lines=True)
    table.columns[0].max_width = _NARROW
    for record in records:
        place = Text(place_of(record.paragraph, corpus))
        table.add_row(place.append(f"\n{_about(record)}", style="dim"), Text(record.quote))
    console.print(table)
    for name in dict.fromkeys(record.document for record in records):
        document = corpus.documents[name]
        console.print(Text(f"{name}: {document.cite} ({document.status})", style="dim"))
    console.print(Text(f"{len(records)} in all.", style="dim"))


def _about(record: Record) -> str:
    """What the register says of a sentence, a line each."""
    told: tuple[str, ...]
    if isinstance(record, Obligation):
        told = (record.force, "to act: " + (", ".join(record.actors) or "not said"), f"says: {record.voice}")
    elif isinstance(record, Lesson):
        told = (record.polarity, ", ".join(record.actors), f"says: {record.voice}")
    else:
        told = (record.country, record.role)
    return "\n".join(line for line in told if line)


def place_of(paragraph: str, corpus: Corpus) -> str:
    """Where a paragraph stands, in few words: "2017 report, para. 31"."""
    document = corpus.documents[corpus.get(paragraph).document]
    return f"{document.short}, {corpus.get(paragraph).cite.removeprefix(f'{document.cite}, ')}"


def print_countries(mentions: Sequence[CountryMention]) -> None:
    """One row a country: how often in each role, and where."""
    table = Table("country", "iso", "roles", "paragraphs")
    for name in sorted({one.country for one in mentions}):
        of_it = [one for one in mentions if one.country == name]
        roles = counted(of_it)["role"]
        paragraphs = ", ".join(dict.fromkeys(one.paragraph for one in of_it))
        told = ", ".join(f"{role} {number}" for role, number in roles.items())
        table.add_row(Text(name), of_it[0].iso or "group", told, Text(paragraphs))
    Console(highlight=False).print(table)


def print_years(cells: Sequence[Cell], corpus: Corpus, *, as_json: bool) -> None:
    """One row a document, by date; below it, how the force of the ask that returns has changed."""
    if as_json:
        for cell in cells:
            print_json(_cell(cell, corpus))
        return
    console = Console(highlight=False)
    table = Table(
        "document", "paragraph", "force", "words", title=cells[0].theme, title_justify="left", show_lines=True
    )
    for cell in cells:
        document = corpus.documents[cell.document]
        force = cell.force or ("" if cell.silent else "asks nothing")
        table.add_row(
            Text(f"{document.short} ({document.status})"), Text(_place(cell, corpus)), force,
            Text(cell.quote or "says nothing of it"),
        )  # fmt: skip
    console.print(table)
    if steps := change_of_force(cells, corpus):
        console.print(Text(f"The same ask: {steps}.", style="bold"))


def change_of_force(cells: Sequence[Cell], corpus: Corpus) -> str:
    """ "2013 report, para. 71 (b): demand; 2017 report, para. 45, fourth bullet: option"; "" if no ask returns."""
    same = changes(cells)
    return "; ".join(f"{place_of(one.paragraph or '', corpus)}: {one.force}" for one in same)


def _place(cell: Cell, corpus: Corpus) -> str:
    if cell.paragraph is None:
        return "–"
    return corpus.get(cell.paragraph).cite.removeprefix(f"{corpus.documents[cell.document].cite}, ")


def _cell(cell: Cell, corpus: Corpus) -> dict[str, Any]:
    keys = ("theme", "document", "year", "paragraph", "force", "voice", "quote", "start", "end", "same_ask", "silent")
    return {**{key: getattr(cell, key) for key in keys}, "status": corpus.documents[cell.document].status}
