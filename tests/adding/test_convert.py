"""Each kind of file to the grammar's form: what opens a paragraph is kept, what is no text is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.add import Addition, Bounds, prepare
from corpus.convert import convert
from corpus.convert.docx_lists import Level
from corpus.convert.furniture import furniture
from corpus.convert.html import read as read_html
from corpus.convert.ordinals import formatted
from corpus.convert.text import read as read_text
from corpus.entry import Entry
from corpus.errors import DocumentError
from corpus.load import load_corpus
from corpus.types import Kind, Paragraph

ENTRY = Entry("sg-2018", "A report", "2018-06-01", "official report", "A/72/901-S/2018/701")


def added(path: Path) -> Addition:
    return prepare(path, ENTRY, load_corpus(), Bounds(50, 300))


def by_label(addition: Addition) -> dict[str, Paragraph]:
    return {one.label: one for one in addition.paragraphs}


def counts(addition: Addition) -> dict[Kind, int]:
    return dict(addition.stored.document.expects)


def test_a_pdf_with_pages_footnotes_and_furniture(pdf_report: Path) -> None:
    addition = added(pdf_report)
    found = by_label(addition)
    assert counts(addition) == {"summary": 1, "paragraph": 40, "item": 3, "footnote": 3}
    lessons = [found[str(number)] for number in range(14, 24)]
    assert all(lesson.text.endswith("tension fell within days.") for lesson in lessons)
    assert [len(lesson.lines) for lesson in lessons].count(2) == 1, "a page cuts one of them"
    assert found["2(c)"].footnotes == ("sg-2018:fn/2",)
    assert found["2(c)"].text == "To propose a common hotline for community radio stations."
    assert found["fn/2"].text.endswith("which all Member States have received.")  # printed on two lines
    assert found["23"].section == ("II. Lessons learned",)
    assert not [one.id for one in addition.paragraphs if "04321" in one.text or "A/72/901" in one.text]
    assert addition.remarks[0].startswith("8 lines of page headers and footers left out, such as “18-04321 1/5”")


def test_a_docx_that_word_numbers(docx_report: Path) -> None:
    addition = added(docx_report)
    found = by_label(addition)
    assert counts(addition) == {"paragraph": 12, "item": 3, "bullet": 3, "footnote": 2}
    assert found["2(b)"].text == "To ring the bell when strangers come armed;"
    assert found["2"].text == "Their duties are threefold:"
    assert [found["2"].text[one.start : one.end] for one in found["2"].emphasis] == ["threefold"]
    assert found["3"].section == ("II. The bell",)
    assert found["3/1/1"].cite == "A/72/901-S/2018/701, para. 3, first bullet, first sub-bullet"
    assert found["4"].text == "A sentence that a page cuts goes on over the page."
    assert found["annex-i/para-1"].cite == "A/72/901-S/2018/701, annex I, para. 1"
    assert addition.remarks == ("numbering begins again: annex-i",)


def test_html_without_its_scripts(html_report: Path) -> None:
    addition = added(html_report)
    found = by_label(addition)
    assert counts(addition) == {"summary": 1, "paragraph": 5, "item": 2, "bullet": 2, "footnote": 2}
    assert found["summary/1"].text == "Schools that kept their doors open at night sheltered “most” of the children."
    assert found["3"].text == "Of 200 schools, 150 had a cellar of 5 km² in all:"
    assert found["4"].footnotes == ("sg-2018:fn/2",)
    assert found["fn/1"].text == "See the Safe Schools Declaration."
    assert not [one.id for one in addition.paragraphs if "script" in one.text or "Hidden" in one.text]


def test_markdown_of_other_makes() -> None:
    text = b"Title\n=====\n\n* one\n* two\n\nA note.[^1] And <sup>2</sup>.\n\n[^1]: The note.\n\n***\n"
    lines = [line for line in read_text(text, 9).text.splitlines() if line]
    assert lines == ["# Title", "- one", "- two", "A note.¹ And ².", "¹ The note.", "---"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251"])
def test_encodings(encoding: str) -> None:
    western = "“Préventing” atrocities – États, façades, naïveté, crème brûlée – remains each State’s duty."
    cyrillic = "Предотвращение зверств остается обязанностью каждого государства и всех народов."
    words = cyrillic if encoding == "cp1251" else western
    converted = read_text((words * 5).encode(encoding), 9)
    assert words in converted.text
    assert bool(converted.remarks) == (encoding not in ("utf-8", "utf-8-sig"))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(DocumentError, match="not a text"):
        read_text(b"MZ\x00\x01\x02", 9)


def test_a_text_with_page_breaks_loses_its_running_heads() -> None:
    pages = "\f".join(f"A/1\n\n{n}. Paragraph {n} begins here\n\n- {n} -" for n in (1, 2, 3))
    converted = read_text(pages.encode(), 9)
    assert "A/1" not in converted.text
    assert "[page 3]" in converted.text
    assert "3. Paragraph 3 begins here" in converted.text  # though only its number tells it from the others
    assert converted.remarks == ("6 lines of page headers and footers left out, such as “A/1”, “- 1 -”",)


def test_html_in_an_encoding_it_does_not_declare() -> None:
    converted = read_html(b'<meta charset="utf-8"><p>' + b"Pr\xe9venir is to act.", 9)
    assert "Prévenir" in converted.text
    assert "cp1252" in converted.remarks[0]


def test_words_that_look_like_markup_stay_words() -> None:
    text = read_html(b"<p>2 * 3 * 4 # [a](b) &lt;http://x.example> C:\\dir</p><p># no heading</p>", 9).text
    from corpus.canonical import canonical

    assert [canonical(line).text for line in text.split("\n\n")] == [
        "2 * 3 * 4 # [a](b) <http://x.example> C:\\dir", "# no heading\n",
    ]  # fmt: skip


def test_numbers_as_word_writes_them() -> None:
    assert [formatted(n, "lowerLetter") for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [formatted(n, "upperRoman") for n in (4, 9, 14)] == ["IV", "IX", "XIV"]
    assert Level("decimal", 1, "%1.").start == 1


def test_only_what_repeats_at_the_edges_and_stands_apart_is_furniture() -> None:
    body = ["words of the body", "and the same last line"]
    pages = [["A/1", "", f"1{n}. A paragraph", *body, "", f"{n}/3"] for n in (1, 2, 3)]
    assert furniture([*pages, ["Other words", "", *body]]) == [{0, 6}, {0, 6}, {0, 6}, set()]


def test_a_converter_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(DocumentError, match="took more than"):
        convert(b"words", "text", 9, seconds=0.01)


def test_the_working_folder_cannot_put_itself_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    script = "from corpus.convert import convert; print(convert(b'Words of ours.', 'text', 9).text)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "Words of ours."
