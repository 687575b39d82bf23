"""Three documents in the UN's form, of our own making: a PDF with pages, a DOCX that Word numbers, an HTML page."""

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from fpdf import FPDF

REGIONS = (
    "the river valleys", "the northern highlands", "the coastal towns", "the border markets", "the island districts",
    "the mining provinces", "the old capital", "the grazing lands", "the delta villages", "the railway towns",
)  # fmt: skip
LESSONS = (
    "Local mediators in {} were the first to notice that rumours had turned into threats, and nobody had asked them.",
    "Radio stations in {} repeated calls for calm in every language spoken there, and tension fell within days.",
    "Courts in {} heard complaints about incitement within one week, faster than anywhere else in the study.",
)


def lessons() -> list[str]:
    """Thirty paragraphs, no two alike."""
    return [lesson.format(region) for lesson in LESSONS for region in REGIONS]


HOTLINE = "The hotline is described in annex I of the working group's report, which all Member States have received."


class _Report(FPDF):
    """A report as the UN prints it: its symbol above, its job number and the page below, footnotes at the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.set_margins(30, 25, 30)
        self.set_auto_page_break(auto=True, margin=55)
        self.due: list[tuple[int, str]] = []

    def header(self) -> None:
        self.set_font("Times", size=9)
        self.cell(0, 5, "A/72/901-S/2018/701", align="L" if self.page_no() % 2 else "R")
        self.ln(12)

    def footer(self) -> None:
        self.set_y(-50)
        for number, text in self.due:
            self._mark(number, 8)
            self.set_font("Times", size=8)
            self.write(4, f" {text}")
            self.ln(5)
        self.due = []
        self.set_y(-15)
        self.set_font("Times", size=9)
        self.cell(0, 5, f"18-04321 {self.page_no()}/5" if self.page_no() % 2 else f"{self.page_no()}/5 18-04321")

    def _mark(self, number: int, size: float) -> None:
        self.set_font("Times", size=size)
        self.char_vpos = "SUP"
        self.write(5, str(number))
        self.char_vpos = "LINE"

    def block(self, text: str, *, style: str = "", label: str = "", note: tuple[int, str] | None = None) -> None:
        """A paragraph; `note` is cited before its last full stop."""
        self.set_font("Times", style=style, size=11)
        if label:
            self.write(5, label)
            self.set_x(self.get_x() + 9)
        self.write(5, text.removesuffix(".") if note else text)
        if note:
            self._mark(note[0], 11)
            self.due.append(note)
            self.set_font("Times", style=style, size=11)
            self.write(5, ".")
        self.ln(9)


@pytest.fixture(scope="session")
def pdf_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty numbered paragraphs on five pages, with a Summary, items, footnotes and page furniture."""
    report = _Report()
    report.add_page()
    report.block("United Nations")
    report.block("General Assembly Security Council")
    report.block("Distr.: General")
    report.block("Early warning and community radio: lessons from ten regions", style="B")
    report.block("Report of the Secretary-General", style="B")
    report.block("Summary", style="I")
    report.block("The present report looks at how warnings travel, and what became of those that arrived in time.")
    report.block("I. Introduction", style="B")
    report.block(
        "Atrocity crimes are announced long before they are committed.", label="1.", note=(1, "See resolution 60/1.")
    )
    report.block(
        "The present report, as set out in paragraph 138 of the World Summit Outcome, has three aims:", label="2."
    )
    report.block("To collect what communities already know about early signs of violence;", label="(a)")
    report.block("To ask why warnings that were sent were not heard;", label="(b)")
    report.block(
        "To propose a common hotline for community radio stations.",
        label="(c)",
        note=(2, HOTLINE),
    )
    report.block(
        "Fifty-nine community radio stations took part, from the first broadcast in March to the last in October.",
        label="3.",
    )
    report.block("II. Lessons learned", style="B")
    for number, lesson in enumerate(lessons(), start=4):
        note = (3, "Interviews held in the old capital, 2017.") if number == 10 else None
        report.block(lesson, label=f"{number}.", note=note)
    report.block("III. Conclusions", style="B")
    closing = ("I thank", "I encourage", "I invite", "I remind", "I urge", "I assure", "I ask")
    for number, words in enumerate(closing, start=34):
        report.block(
            f"{words} all Member States, which have offered to share radio frequencies in year {number}.",
            label=f"{number}.",
        )
    return _saved(report, tmp_path_factory.mktemp("pdf") / "report.pdf")


def _saved(report: FPDF, path: Path) -> Path:
    report.output(str(path))
    return path


NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
FOOTNOTES = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r>
 <w:r><w:t xml:space="preserve"> See the handbook on market guards.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="9"><w:p><w:r><w:t>Resolution 63/308.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def numbered(paragraph: Paragraph, list_id: int, level: int = 0) -> Paragraph:
    """The paragraph, in an automatic list of Word's."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )
    return paragraph


def noted(paragraph: Paragraph, footnote: int, after: str = "") -> None:
    """A footnote cited at the end of the paragraph, then the words `after`."""
    run = paragraph.add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{footnote}"/>'))
    paragraph.add_run(after)


@pytest.fixture(scope="session")
def docx_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten paragraphs and their items numbered by Word, then an annex that begins at 1 again."""
    document = Document()
    part = document.part
    part.numbering_part._element = parse_xml(NUMBERING)
    notes = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        FOOTNOTES.encode(), part.package,
    )  # fmt: skip
    part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    document.add_paragraph("A/74/902")
    document.add_heading("Market guards and the protection of traders", level=0)
    document.add_heading("I. Introduction", level=1)
    noted(numbered(document.add_paragraph("Market guards are elected by the traders themselves"), 1), 5, ".")
    listing = numbered(document.add_paragraph("Their duties are "), 1)
    listing.add_run("threefold").bold = True
    listing.add_run(":")
    numbered(document.add_paragraph("To open the gates at dawn;"), 1, 1)
    numbered(document.add_paragraph("To ring the bell when strangers come armed;"), 1, 1)
    numbered(document.add_paragraph("To keep the ledger of quarrels."), 1, 1)
    document.add_paragraph().add_run("II. The bell").bold = True
    numbered(document.add_paragraph("The bell was rung eleven times in 2018:"), 1)
    numbered(document.add_paragraph("Nine times because of armed strangers;"), 2)
    numbered(document.add_paragraph("On market days;"), 2, 1)
    numbered(document.add_paragraph("Twice by mistake."), 2)
    broken = numbered(document.add_paragraph("A sentence that a page cuts "), 1)
    broken.add_run().add_break(WD_BREAK.PAGE)
    broken.add_run("goes on over the page.")
    for lesson in lessons()[:6]:
        numbered(document.add_paragraph(lesson.replace("in the", "near the markets of the")), 1)
    document.add_heading("Annex I", level=1)
    noted(numbered(document.add_paragraph("The ledger of quarrels has four columns"), 3), 9, ".")
    numbered(document.add_paragraph("It is read aloud once a month."), 3)
    path = tmp_path_factory.mktemp("docx") / "market guards.docx"
    document.save(str(path))
    return path


HTML = """<!DOCTYPE html>
<html><head><meta charset="windows-1252"><title>Not the text</title><script>alert("never")</script>
<style>p { color: red }</style></head>
<body onload="alert(1)">
<nav><a href="/">Home</a></nav>
<h1>Schools as places of refuge</h1>
<p><b>Summary</b></p>
<p>Schools that kept their doors open at night sheltered \x93most\x94 of the children.</p>
<h2>I. Introduction</h2>
<p>1. Schools are often the last public building to be attacked.<sup><a href="#fn1">1</a></sup> They have walls.</p>
<p>2. The guidelines ask each school to prepare:</p>
<p>(a) A cellar with <em>drinking water</em>;</p>
<p>(b) A list of the pupils\x92 families.</p>
<script>document.write("<p>3. Invented by a script.</p>")</script>
<hr>
<h2>II. Findings</h2>
<ol start="3"><li>Of 200 schools, 150 had a cellar of 5 km\xb2 in all:
<ul><li>Ninety had water;</li><li>Sixty had none.</li></ul></li>
<li>No school with a night guard was attacked.<a href="#fn2">[2]</a></li></ol>
<p style="display: none">5. Hidden from readers.</p>
<p>5. The cost of a night guard is two dollars a day.</p>
<div class="notes"><ol><li id="fn1">See the Safe Schools Declaration. <a href="#r1">\xa0^</a></li>
<li id="fn2">Survey of 2016.</li></ol></div>
</body></html>
"""


@pytest.fixture(scope="session")
def html_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five paragraphs, two of them numbered by the browser, with scripts and words that are not shown."""
    path = tmp_path_factory.mktemp("html") / "schools.html"
    path.write_bytes(HTML.encode("latin-1"))
    return path
