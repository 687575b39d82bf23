"""PDF: the lines of its pages put together to paragraphs again, page furniture out, footnotes told by their size."""

import io
import logging
from collections.abc import Iterator, Sequence
from itertools import islice

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from corpus.convert import Converted
from corpus.convert.furniture import furniture, left_out
from corpus.convert.markup import PAGE, text_of
from corpus.convert.pdf_lines import Line, lines_of
from corpus.convert.pdf_paragraphs import Setting, divided, footnotes, paragraphs, setting, with_gaps
from corpus.errors import DocumentError

_LEAST = 25  # characters a page, below which the pages are pictures


def read(raw: bytes, most_pages: int) -> Converted:
    """The text of a PDF. Raises DocumentError if it is encrypted, too long, or has no text."""
    if b"%PDF" not in raw[:1024]:
        raise DocumentError("The file is not a PDF: save it anew, or give it the ending it should have.")
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    pages = list(_pages(raw, most_pages))
    if not pages:
        raise DocumentError("The PDF is damaged (no page can be found in it): save it anew.")
    if sum(len(line.text) for page in pages for line in page) < _LEAST * len(pages):
        raise DocumentError(
            "The PDF has no text, only pictures of pages: have a scanner's software recognise it first."
        )
    return _converted(pages)


def _pages(raw: bytes, most_pages: int) -> Iterator[list[Line]]:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(raw)))
        if sum(1 for _ in islice(PDFPage.create_pages(document), most_pages + 1)) > most_pages:
            raise DocumentError(f"The PDF has more than {most_pages} pages: set R2P_LARGEST_DOCUMENT_PAGES to take it.")
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise DocumentError("The PDF is encrypted: save it without a password.") from None
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        yield lines_of(device.get_result())


def _converted(pages: Sequence[list[Line]]) -> Converted:
    """The paragraphs of all pages, each page's footnotes after them, and what was left out."""
    bodies, dropped = _without_furniture(pages, setting(pages))
    usual = setting(bodies)
    text: list[str] = []
    last_note = -1
    for number, page in enumerate(bodies, start=1):
        body, notes = divided(page, usual.size)
        text += [PAGE.format(number)] if number > 1 else []
        text += paragraphs(body, usual)
        rest, own = footnotes(notes)
        if rest and last_note >= 0:  # of the footnote that the page before could not hold
            text[last_note] += f" {rest}"
        elif rest:
            text.append(rest)
        text += own
        last_note = len(text) - 1 if own else last_note
    return Converted(text_of(text), left_out(dropped))


def _without_furniture(pages: Sequence[list[Line]], usual: Setting) -> tuple[list[list[Line]], list[str]]:
    """The pages without what stands at their edges, and what that was."""
    down = [with_gaps(page, usual) for page in pages]
    places = furniture([[line.text if line else "" for line in page] for page in down])
    found = [page[at] for page, gone in zip(down, places, strict=True) for at in sorted(gone)]
    gone = {id(line): line.text for line in found if line}
    return [[line for line in page if id(line) not in gone] for page in pages], list(gone.values())
