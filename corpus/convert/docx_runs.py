"""The words of one paragraph of Word's: its runs as they are shown, with emphasis and footnote marks."""

import re
from collections.abc import Callable, Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from corpus.convert.markup import emphasised, literal, raised

_AS = {"tab": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
_NOT_SHOWN = ("del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "delText")
_OFF = ("0", "false", "none")


class Words:
    """Reads paragraphs; text boxes anchored in them are kept in `boxes`, to be read after."""

    def __init__(self, mark: Callable[[str, str], str]) -> None:
        self.mark = mark
        self.boxes: list[Element] = []

    def of(self, paragraph: Element) -> str:
        """The words; a form feed stands for a page break."""
        merged: list[tuple[str, str]] = []
        for stars, text in self._runs(paragraph):
            if merged and merged[-1][0] == stars:
                text = merged.pop()[1] + text
            merged.append((stars, text))
        return "".join(emphasised(text, stars) for stars, text in merged)

    def _runs(self, parent: Element) -> Iterator[tuple[str, str]]:
        for child in parent:
            name = _name(child)
            if name == "r":
                yield from self._run(child)
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name not in _NOT_SHOWN:
                yield from self._runs(child)

    def _run(self, run: Element) -> Iterator[tuple[str, str]]:
        if _is_on(run, "vanish"):
            return
        stars = "**" if _is_on(run, "b") else "*" if _is_on(run, "i") else ""
        for child in run:
            name = _name(child)
            if name == "t":
                yield self._text(child, run, stars)
            elif name in ("footnoteReference", "endnoteReference"):
                yield "", self.mark(name.removesuffix("Reference"), child.get(qn("w:id")) or "")
            elif name == "br":
                yield "", "\f" if child.get(qn("w:type")) == "page" else " "
            elif name in _AS:
                yield stars, _AS[name]
            elif name not in _NOT_SHOWN:
                yield from self._runs(child)

    def _text(self, element: Element, run: Element, stars: str) -> tuple[str, str]:
        text = element.text or ""
        is_raised = _value(run, "vertAlign") == "superscript"
        if is_raised and re.fullmatch(r"\s*\d{1,3}\s*", text):
            return "", raised(text.strip())
        return stars, literal(text)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(run: Element, name: str) -> str | None:
    found = run.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    return None if found is None else str(found.get(qn("w:val"), "on"))


def _is_on(run: Element, name: str) -> bool:
    return _value(run, name) not in (None, *_OFF)
