"""A model's reply as it is checked: sentence by sentence it becomes an answer with markers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from assistant.chat.passages import NONE
from assistant.chat.verification import Checked, Cosine, SentenceStream, Shown, check_sentence
from assistant.registers.answering import with_force
from assistant.registers.types import Registers
from assistant.statement import Statement
from assistant.types import Citation
from assistant.verify import verify
from assistant.write import cite_statements
from corpus.load import Corpus

# Stands behind a sentence that says it otherwise than its source; the notes of such a sentence begin with it.
FLAG = "†"
# What only a checked sentence may show: keys (also one that is still being written), quotation marks, paragraph
# numbers, symbols of documents.
_ONLY_CHECKED = re.compile(
    r"\[[^\]]*(?:\]|$)|[\]\"“”„«»]|,?\s*\b(?:paragraphs?|paras?\.?)\s*\d+(?:\s*\([a-z]\))?|\bA/\d+/\d+\S*|\bS/\d{4}/\d+\S*"
)


@dataclass
class Reply:
    """What the model has written so far, and what has become of it."""

    shown: Mapping[str, Shown]
    corpus: Corpus
    cosine: Cosine
    registers: Registers = NONE
    text: str = ""
    citations: list[Citation] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _rest: str = ""
    _owed: bool = False
    _stream: SentenceStream = field(default_factory=SentenceStream)

    def feed(self, piece: str) -> Iterator[None]:
        """Take in a piece of the reply; yields once for each sentence that has become known to hold or not."""
        self._rest += piece
        for sentence in self._stream.feed(piece):
            self._take(sentence)
            yield

    def finish(self) -> Iterator[None]:
        """Take in what is left at the end of the reply."""
        for sentence in self._stream.finish():
            self._take(sentence)
            yield

    def break_off(self) -> None:
        """The reply ends in the middle of a sentence, which is left out."""
        if self._rest.strip():
            self.notes.append("The reply was as long as it may be: its last sentence, unfinished, is left out.")
        self._rest, self._stream = "", SentenceStream()

    @property
    def unchecked(self) -> str:
        """The words after the last sentence that was checked, without what only a checked sentence may show."""
        return _ONLY_CHECKED.sub("", unescape(self._rest))

    def _take(self, sentence: str) -> None:
        self._rest = self._rest[len(sentence) :]
        checked = check_sentence(unescape(sentence), self.shown, self.corpus, self.cosine)
        self.checked.append(checked)
        flagged = checked.status == "flagged"
        self.notes += [f"{FLAG} {note}" if flagged else note for note in checked.notes]
        if checked.status != "unsupported":
            numbers = "".join(f" [{number}]" for number in self._numbered(checked.citations))
            lead = "\n\n" if self._owed and checked.text and not checked.text.startswith("\n") else ""
            self.text += f"{lead}{checked.text.rstrip()}{f' {FLAG}' * flagged}{numbers}"
            self._owed = False
        # The paragraph that a sentence began which is left out begins with the next one.
        self._owed |= checked.status == "unsupported" and sentence.lstrip(" ").startswith("\n")

    def _numbered(self, statements: Sequence[Statement]) -> list[int]:
        """The markers of these statements; one that was cited before keeps its number."""
        numbers = []
        cited = with_force(cite_statements(statements, self.corpus), self.registers)
        held, faults = verify(cited, self.corpus)
        self.notes += faults
        for citation in held:
            same = [one.n for one in self.citations if _place(one) == _place(citation)]
            if not same:
                self.citations.append(replace(citation, n=len(self.citations) + 1))
            numbers.append(same[0] if same else len(self.citations))
        return list(dict.fromkeys(numbers))


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.id, citation.start, citation.end
