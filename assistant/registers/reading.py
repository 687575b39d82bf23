"""The corpus as the rules read it: sentence by sentence, each with what it hangs on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.load import Corpus
from corpus.number_words import CARDINALS
from corpus.sentences import sentences
from corpus.types import Paragraph, Span

_LIST_LINE = re.compile(r"(?:[-–•*]|\(?\d{1,2}[.)]|\([a-z]\))\s")
# What a list is announced with when its lead-in does not end in a colon: "... of four simple steps."
_ANNOUNCES = re.compile(
    rf":$|\b(?:{'|'.join(CARDINALS[2:9])}|following)\b(?:\s[\w-]+){{0,2}}\s(?:steps|measures|areas|initiatives"
    r"|ways)\.$"
)


@dataclass(frozen=True)
class Reading:
    """One sentence, or one clause of a very long one.

    `lead_in` is the sentence that announces the list which it opens an item of, `above` the lead-in of the item it
    stands in anywhere, `opening` the first clause of its own sentence, `heading` the heading right above; each ""
    where there is none.
    """

    paragraph: Paragraph
    order: int
    span: Span
    text: str
    lead_in: str = ""
    above: str = ""
    opening: str = ""
    heading: str = ""

    @property
    def id(self) -> str:
        """The sentence's id: its paragraph's, and its order there from 1."""
        return f"{self.paragraph.id}#{self.order}"

    @property
    def in_list(self) -> bool:
        """Whether this opens a bullet, an item or a line of a list."""
        return bool(_LIST_LINE.match(self.text)) or (self.order == 1 and self.paragraph.kind in ("item", "bullet"))

    @property
    def words(self) -> str:
        """The sentence without the sign or letter of a list."""
        return _LIST_LINE.sub("", self.text, count=1)


def readings(corpus: Corpus) -> Iterator[Reading]:
    """Every sentence of the corpus, in order; of footnotes, too."""
    for paragraph in corpus:
        yield from _of(paragraph, corpus)


def _of(paragraph: Paragraph, corpus: Corpus) -> Iterator[Reading]:
    text, opening = paragraph.text, ""
    above = announced = _lead_in(paragraph, corpus)
    for order, span in enumerate(sentences(text), start=1):
        words = text[span.start : span.end]
        listed = bool(_LIST_LINE.match(words))
        goes_on = not listed and text[: span.start].rstrip().endswith(";")
        hangs = listed or goes_on or order == 1
        heading = paragraph.section[-1] if paragraph.section else ""
        yield Reading(
            paragraph, order, span, words, announced if hangs else "", above, opening if goes_on else "", heading
        )
        announced = words if words.endswith(":") else announced if hangs else ""
        opening = opening if goes_on else words


def _is_part(paragraph: Paragraph) -> bool:
    return paragraph.kind in ("item", "bullet")


def _lead_in(paragraph: Paragraph, corpus: Corpus) -> str:
    """The last sentence of the paragraph that a bullet or item is a part of, if it announces the list."""
    if not _is_part(paragraph) or not paragraph.part_of or paragraph.part_of not in corpus:
        return ""
    above = corpus.get(paragraph.part_of)
    cut = sentences(above.text)
    last = above.text[cut[-1].start : cut[-1].end] if cut else ""
    return last if _ANNOUNCES.search(last) else ""
