"""The form in which people cite: the UN's paragraph numbers, and plain locators for what has none."""

import re

from corpus.number_words import ORDINALS
from corpus.types import Document, Paragraph


def ordinal(number: int) -> str:
    """1 -> "first"; from 20 on "20th" (no list of the corpus is that long)."""
    return ORDINALS[number] if number < len(ORDINALS) else f"{number}th"


def number_cited(label: str) -> str:
    """A label as the UN prints it: "16(b)" -> "para. 16 (b)", "45/2" -> "para. 45, second bullet"."""
    number, *bullets = label.split("/")
    spaced = re.sub(r"(\d)\(", r"\1 (", _told_apart(number))
    levels = ("bullet", "sub-bullet")
    tail = [f"{ordinal(int(at))} {level}" for at, level in zip(bullets, levels, strict=False)]
    return ", ".join([f"para. {spaced}", *tail])


def _told_apart(number: str) -> str:
    """A number or letter that an added document prints several times: "12-2" -> "12 [second of that number]"."""
    number = re.sub(r"\(([a-z])-(\d+)\)", lambda two: f"({two[1]}) [{ordinal(int(two[2]))} of that letter]", number)
    return re.sub(r"^(\d+)-(\d+)", lambda two: f"{two[1]} [{ordinal(int(two[2]))} of that number]", number)


def cite(paragraph: Paragraph, document: Document, position: int) -> str:
    """The citation of a paragraph; `position` counts it, from 1, among its kind under its heading."""
    return f"{document.cite}, {_locator(paragraph, position)}"


def _locator(paragraph: Paragraph, position: int) -> str:
    first, *rest = paragraph.label.split("/")
    if paragraph.kind == "footnote":
        return _footnote(rest)
    if paragraph.kind == "note":
        return _note(rest)
    if paragraph.kind == "memo":
        return f"{ordinal(int(rest[0]))} memo"
    if first[0].isdigit():
        return number_cited(paragraph.label)
    if paragraph.kind == "summary":
        return f"Summary, {ordinal(position)} paragraph"
    if first in ("text", "unnumbered"):
        return _of_the_text(first, rest)
    if rest[0].startswith("para-"):
        return f"{_series(first)}, {number_cited('/'.join(rest).removeprefix('para-'))}"
    return _unnumbered(paragraph, position)


def _footnote(label: list[str]) -> str:
    """A footnote by its number, or by its order among those whose number cannot be read."""
    if label[1:]:
        return f"{ordinal(int(label[1]))} footnote whose number cannot be read"
    return f"footnote {_told_apart(label[0])}"


def _note(label: list[str]) -> str:
    """How a box is told: by the label printed on it, and its order among the boxes that carry the same."""
    printed, *order = label
    if printed == "0":
        return "opening note"
    if order:
        return f"{ordinal(int(order[0]))} note labelled {printed}"
    if printed.isdigit():
        return f"note to para. {printed}"
    return f"note to section {printed}" if printed.isupper() else f"note to para. 71 ({printed})"


def _unnumbered(paragraph: Paragraph, position: int) -> str:
    """Annex, heading and order: "annex I, 'Security Council', sixth bullet"."""
    part, *headings = paragraph.section
    place = [] if part == "Letter" else [part[0].lower() + part[1:]]
    place += [f"‘{heading}’" for heading in headings[-1:]]
    if paragraph.kind == "bullet" and paragraph.part_of and paragraph.label.startswith(_label(paragraph.part_of)):
        above = int(paragraph.label.split("/")[-2])
        return ", ".join([*place, f"{ordinal(above)} bullet", f"{ordinal(position)} sub-bullet"])
    return ", ".join([*place, f"{ordinal(position)} {paragraph.kind}"])


def _of_the_text(place: str, order: list[str]) -> str:
    """Of an added document: what has no number is told by its order among what has none."""
    number, *nested = order
    stem = f"paragraph {number} of the text" if place == "text" else f"unnumbered paragraph {number}"
    return ", ".join([stem, *(f"{ordinal(int(at))} sub-bullet" for at in nested)])


def _series(key: str) -> str:
    """Which of an added document's numberings: "annex-i" -> "annex I", "numbering-2" -> "second numbering"."""
    kind, _, order = key.partition("-")
    return f"{ordinal(int(order))} numbering" if kind == "numbering" else f"{kind} {order.upper()}".strip()


def _label(paragraph_id: str) -> str:
    return paragraph_id.partition(":")[2] + "/"
