"""Reads the registers out of a corpus: one pass over its sentences, every rule over each."""

from assistant.registers.countries import countries
from assistant.registers.lessons import lessons
from assistant.registers.obligations import obligations
from assistant.registers.reading import readings
from assistant.registers.types import Registers
from corpus.load import Corpus


def build_registers(corpus: Corpus) -> Registers:
    """The registers of all documents of a corpus, of those that a user added, too."""
    read = tuple(readings(corpus))
    return Registers(tuple(obligations(read, corpus)), tuple(lessons(read, corpus)), tuple(countries(read)))
