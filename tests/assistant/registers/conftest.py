from collections.abc import Callable

import pytest

from assistant.registers.build import build_registers
from assistant.registers.types import Obligation, Registers
from corpus.load import Corpus
from corpus.types import Document, Paragraph


@pytest.fixture(scope="session")
def registers(corpus: Corpus) -> Registers:
    return build_registers(corpus)


@pytest.fixture(scope="session")
def asked(registers: Registers) -> Callable[[str, str], Obligation | None]:
    """The obligation of the sentence of a paragraph that begins with these words; None if it asks nothing."""

    def found(paragraph: str, begins: str) -> Obligation | None:
        return next((one for one in registers.of(paragraph) if one.quote.startswith(begins)), None)

    return found


def corpus_of(*texts: str, title: str = "A report", kind: str = "paragraph", section: tuple[str, ...] = ()) -> Corpus:
    """A corpus of one document with these paragraphs."""
    document = Document("d-1", "first report", title, "D/1", "2020", 2020, "official report", "d.txt", "")
    made = [
        Paragraph(f"d-1:{n}", "d-1", str(n), kind, section, text, (), f"D/1, para. {n}")  # type: ignore[arg-type]
        for n, text in enumerate(texts, start=1)
    ]
    return Corpus({"d-1": document}, {one.id: one for one in made}, {})
