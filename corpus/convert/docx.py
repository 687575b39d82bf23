"""DOCX: the words of Word's paragraphs, with the numbers that Word counts by itself, and the footnotes."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from corpus.convert import Converted
from corpus.convert.docx_lists import Lists
from corpus.convert.docx_runs import Words
from corpus.convert.markup import PAGE, heading, line, raised, text_of
from corpus.errors import DocumentError

_MOST_UNPACKED = 200 * 2**20  # bytes; a long report with pictures has some 50 MB
_MOST_PARTS = 5000
_LARGEST_RATIO = 150  # of an archive over 10 MB unpacked; Word's own XML shrinks to a twentieth at most
# Word's own heading styles, and those of the UN's templates ("_ H_1_G", "HCh").
_HEADING = re.compile(r"(?i:heading|title|subtitle)\b|_?\s*H\s*(?:_|Ch|M|\d)")


def read(raw: bytes, most_pages: int) -> Converted:  # noqa: ARG001  (Word's pages are made when it is printed)
    """The text of a DOCX file. Raises DocumentError if it is none, or would unpack to too much."""
    _check_archive(raw)
    reader = _Reader(docx.Document(io.BytesIO(raw)))
    lines = list(reader.lines())
    tables = len(reader.body.findall(f".//{qn('w:tbl')}"))
    remarks = (f"{tables} table{'s' * (tables > 1)}: the rows stand as text.",) if tables else ()
    return Converted(text_of(lines), remarks)


def _check_archive(raw: bytes) -> None:
    """Before anything is unpacked: an archive, a Word document, and no bomb."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError("The DOCX is encrypted, or an old DOC: save it as DOCX without a password.")
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        raise DocumentError("The file is not a DOCX (no zip archive): save it anew in Word.") from None
    unpacked = sum(part.file_size for part in parts)
    is_bomb = unpacked > 10 * 2**20 and unpacked > _LARGEST_RATIO * len(raw)
    if unpacked > _MOST_UNPACKED or is_bomb or len(parts) > _MOST_PARTS:
        raise DocumentError(f"The DOCX would unpack to {unpacked / 2**20:,.0f} MB, which is too much: save it anew.")
    if "word/document.xml" not in {part.filename for part in parts}:
        raise DocumentError("The file is a zip archive, but not a DOCX: save it anew in Word.")


class _Reader:
    """Reads the body from top to bottom, counting the lists and the footnotes as Word does."""

    def __init__(self, document: Document) -> None:
        self.body: Element = document.element.body
        self.styles = {style.get(qn("w:styleId")): style for style in document.styles.element}
        self.lists = Lists(document, self.styles)
        self.notes = {kind: _notes(document, kind) for kind in ("footnote", "endnote")}
        self.cited: list[tuple[str, str]] = []
        self.count = 0  # of the footnotes cited so far
        self.page = 1

    def lines(self) -> Iterator[str]:
        """Every line of the body, the footnotes after the paragraphs that cite them."""
        yield from self._within(self.body)

    def _within(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                yield from self._within(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        words = Words(self.mark)
        first, *after = words.of(paragraph).split("\f")
        prefix = self.lists.prefix(paragraph) if first.strip() else ""
        title = prefix.lstrip(" -") + first
        yield heading(title) if self._is_heading(paragraph) else line(first, prefix)
        for rest in after:
            self.page += 1
            yield PAGE.format(self.page)
            yield line(rest)
        yield from self._footnotes()
        for box in words.boxes:
            yield from self._within(box)

    def mark(self, kind: str, name: str) -> str:
        """The mark of a footnote that is cited here, counted from 1."""
        self.cited.append((kind, name))
        self.count = self.count + 1
        return raised(self.count)

    def _footnotes(self) -> Iterator[str]:
        first = self.count - len(self.cited) + 1
        cited, self.cited = self.cited, []
        for number, (kind, name) in enumerate(cited, start=first):
            text = " ".join(Words(self.mark).of(one) for one in self.notes[kind].get(name, ()))
            if text.strip():
                yield line(text, f"{raised(number)} ")

    def _table(self, table: Element) -> Iterator[str]:
        """A box (one column) is read like any text; of a table each row is a line."""
        for row in table.findall(qn("w:tr")):
            cells = row.findall(qn("w:tc"))
            if len(cells) == 1:
                yield from self._within(cells[0])
            else:
                read = [" ".join(one for one in self._within(cell) if one.strip()) for cell in cells]
                yield " | ".join(cell.lstrip("# ") for cell in read if cell)

    def _is_heading(self, paragraph: Element) -> bool:
        style = self.styles.get(_value(paragraph, "w:pPr/w:pStyle"))
        outlined = paragraph.find("/".join(map(qn, ("w:pPr", "w:outlineLvl"))))
        name = _value(style, "w:name") if style is not None else ""
        return outlined is not None or bool(_HEADING.match(name or ""))


def _notes(document: Document, kind: str) -> dict[str, list[Element]]:
    """The paragraphs of every footnote or endnote, by its id."""
    try:
        part = document.part.part_related_by(getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))
    except KeyError:
        return {}
    root = parse_xml(part.blob)
    return {note.get(qn("w:id")): note.findall(qn("w:p")) for note in root.findall(qn(f"w:{kind}"))}


def _value(element: Element, path: str) -> str:
    found = element.find("/".join(map(qn, path.split("/"))))
    return found.get(qn("w:val")) if found is not None else ""
