"""Word's automatic numbering: what Word prints before a paragraph without its standing in the text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from corpus.convert.ordinals import formatted

_DEEPEST = 9  # levels of a list of Word's


@dataclass(frozen=True)
class Level:
    """One level of a list: how it is numbered, from where, and what is printed around the number ("(%2)")."""

    style: str
    start: int
    text: str


class Lists:
    """The lists of a document, counting as its paragraphs pass by."""

    def __init__(self, document: Document, styles: Mapping[str, Element]) -> None:
        self._styles = styles
        root = _numbering(document)
        self._abstract = {_attribute(one, "abstractNumId"): _levels(one) for one in root.findall(qn("w:abstractNum"))}
        self._lists = {_attribute(one, "numId"): one for one in root.findall(qn("w:num"))}
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _DEEPEST)
        self._begun: set[str] = set()

    def prefix(self, paragraph: Element) -> str:
        """What Word prints before this paragraph: "12. ", "(a) ", "- " for any bullet, or nothing."""
        number, depth = self._place(paragraph)
        found = self._lists.get(number)
        if found is None or not 0 <= depth < _DEEPEST:
            return ""
        abstract = _value(found, "abstractNumId")
        levels = self._abstract.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.style == "none":
            return ""
        if level.style == "bullet":
            is_nested = depth > 0 and levels[depth - 1].style == "bullet" if depth - 1 in levels else False
            return f"{'    ' * is_nested}- "
        self._count(number, abstract, depth, level, found)
        return self._printed(abstract, levels, level)

    def _count(self, number: str, abstract: str, depth: int, level: Level, found: Element) -> None:
        counts = self._counts[abstract]
        if number not in self._begun:
            self._begun.add(number)
            for at, start in _overrides(found):
                counts[at] = start - 1
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_DEEPEST - depth - 1)

    def _printed(self, abstract: str, levels: Mapping[int, Level], level: Level) -> str:
        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            one = levels.get(at, level)
            count = self._counts[abstract][at]
            return formatted(one.start if count is None else count, one.style)

        printed = re.sub(r"%([1-9])", number, level.text).strip()
        return f"{printed} " if printed else ""

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list a paragraph is in, and how deep: by its own word, or by that of its style."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        places = [own] if own is not None else []
        places += [one for one in self._of_styles(paragraph) if one is not None]
        number = next((_value(one, "numId") for one in places if _value(one, "numId")), "0")
        depth = next((_value(one, "ilvl") for one in places if _value(one, "ilvl")), "0")
        return number, int(depth) if depth.isdigit() else 0

    def _of_styles(self, paragraph: Element) -> Iterator[Element | None]:
        """What the paragraph's style says of its list, then the style that one is based on, and so on."""
        properties = paragraph.find(qn("w:pPr"))
        name = _value(properties, "pStyle") if properties is not None else ""
        for _ in range(len(self._styles)):
            style = self._styles.get(name)
            if style is None:
                return
            yield style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            name = _value(style, "basedOn")


def _numbering(document: Document) -> Element:
    try:
        blob = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).blob
    except KeyError:
        blob = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    return parse_xml(blob)


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        int(_attribute(one, "ilvl")): Level(
            _value(one, "numFmt") or "decimal", int(_value(one, "start") or 1), _value(one, "lvlText")
        )
        for one in abstract.findall(qn("w:lvl"))
    }


def _overrides(found: Element) -> Iterator[tuple[int, int]]:
    for one in found.findall(qn("w:lvlOverride")):
        if start := _value(one, "startOverride"):
            yield int(_attribute(one, "ilvl")), int(start)


def _value(element: Element, name: str) -> str:
    found = element.find(qn(f"w:{name}"))
    return _attribute(found, "val") if found is not None else ""


def _attribute(element: Element, name: str) -> str:
    return str(element.get(qn(f"w:{name}"), ""))
