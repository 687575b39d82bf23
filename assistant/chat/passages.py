"""What a model is shown: passages under opaque keys, new with each question, as many as there is room for."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from assistant.chat.tokens import budgeted
from assistant.chat.verification import Shown
from assistant.question import Question
from assistant.registers.types import FORCES, Registers
from corpus.load import Corpus
from corpus.types import Paragraph, document_of
from index.types import Hit

NONE = Registers()
PASSAGES = 12  # paragraphs shown for a question, lead-ins not counted
MORE = 6  # paragraphs shown for each search that the model asks for


@dataclass
class Showing:
    """The passages shown so far, by key; `room` is what is left for more, in tokens.

    `left_out` are the paragraphs that did not fit.
    """

    corpus: Corpus
    room: int
    registers: Registers = NONE
    shown: dict[str, Shown] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def add(self, paragraphs: Iterable[str]) -> str:
        """Show these paragraphs, unless they are shown already or there is no room; the text to show."""
        known = {one.paragraph for one in self.shown.values()}
        texts = [self._show(self.corpus.get(one)) for one in dict.fromkeys(paragraphs) if one not in known]
        return "\n".join(filter(None, texts))

    def _show(self, paragraph: Paragraph) -> str:
        key = self._new_key(paragraph.text)
        text = wrapped(key, paragraph, self.corpus, self.registers)
        tokens = budgeted(f"{text}\n")  # the line break before the next one counts, too
        if tokens > self.room:
            self.left_out.add(paragraph.id)
            return ""
        self.room -= tokens
        self.left_out.discard(paragraph.id)
        self.shown[key] = Shown(key, paragraph.id, 0, len(paragraph.text))
        return text

    def _new_key(self, text: str) -> str:
        """A key that no passage has, nor has in its words."""
        while True:
            key = f"k{secrets.token_hex(3)[:5]}"
            if key not in self.shown and key not in text:
                return key

    @property
    def keys(self) -> list[str]:
        """The keys, in the order shown."""
        return list(self.shown)


def wrapped(key: str, paragraph: Paragraph, corpus: Corpus, registers: Registers = NONE) -> str:
    """A passage as the model sees it; nothing in its text can end it, or look like another."""
    document = corpus.documents[paragraph.document]
    force, voice = register_of(paragraph, registers)
    told = {"key": key, "cite": paragraph.cite, "status": document.status, "force": force, "voice": voice}
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in told.items())
    return f"<passage {attributes}>{escape(paragraph.text, quote=False)}</passage>"


def register_of(paragraph: Paragraph, registers: Registers) -> tuple[str, str]:
    """How strongly a paragraph speaks, the strongest first, and in whose voice; empty where it asks nothing."""
    asks = sorted(registers.of(paragraph.id), key=lambda one: FORCES.index(one.force))
    forces, voices = (dict.fromkeys(told) for told in ([one.force for one in asks], [one.voice for one in asks]))
    return "; ".join(forces), "; ".join(voices)


def to_show(hits: Sequence[Hit], asked: Question, corpus: Corpus, most: int = PASSAGES) -> list[str]:
    """The paragraphs to show, best first, each item behind its lead-in; in a comparison, each document in turn."""
    best = [hit.paragraph for hit in hits]
    if asked.compares:
        best = _in_turn(best, asked.named)
    return list(dict.fromkeys(one for name in best[:most] for one in _with_lead_in(corpus.get(name))))


def _with_lead_in(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.part_of and paragraph.kind in ("item", "bullet"):
        yield paragraph.part_of
    yield paragraph.id


def _in_turn(paragraphs: Sequence[str], documents: Sequence[str]) -> list[str]:
    """The best of each document, then the second best of each, and so on."""
    of_each = [[one for one in paragraphs if document_of(one) == name] for name in documents]
    longest = max(map(len, of_each), default=0)
    return [several[place] for place in range(longest) for several in of_each if place < len(several)]
