"""A theme across the years."""

from assistant.registers.types import THEMES, Registers
from assistant.registers.years import across_the_years, changes
from corpus.load import Corpus


def test_an_ask_that_returns_shows_its_change_of_force(registers: Registers, corpus: Corpus) -> None:
    cells = across_the_years("national focal points", registers, corpus)
    told = {one.document: (one.paragraph, one.force) for one in changes(cells)}
    assert told == {"sg-2013": ("sg-2013:71(a)", "demand"), "sg-2017": ("sg-2017:45/1", "option")}


def test_silence_is_stated(registers: Registers, corpus: Corpus) -> None:
    cells = {one.document: one for one in across_the_years("universal periodic review", registers, corpus)}
    assert cells["letter-2019"].silent
    assert cells["letter-2019"].quote is None
    assert cells["sg-2017"].paragraph == "sg-2017:46/2"


def test_every_theme_has_one_cell_a_document_by_date_and_quotes_verbatim(registers: Registers, corpus: Corpus) -> None:
    for theme in THEMES:
        cells = across_the_years(theme, registers, corpus)
        assert [one.document for one in cells] == ["sg-2013", "sg-2017", "letter-2019", "sg-2019"]
        for cell in cells:
            if cell.paragraph:
                assert corpus.get(cell.paragraph).text[cell.start : cell.end] == cell.quote
