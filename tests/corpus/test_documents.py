"""The five texts are the ones they were, and every paragraph of them is in its place."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalog import SHIPPED
from corpus.check import account_for, check, found_wrong
from corpus.errors import CorpusError
from corpus.load import Corpus, load_corpus
from corpus.types import Paragraph

DOCUMENTS = Path(str(SHIPPED)) / "documents"
SUMS = {
    "draft-2013.txt": "2b74fb55517f3e39630ead3c6277e1f724c4f9172d5ce80d033b0ff1216af79a",
    "guide-2025.txt": "252a34d3e48c2705155468d02e8537145c11915a3cdc85be666c977b2a6eb0c8",
    "letter-2019.txt": "8340f1fa34e45513594a2e1073d15d86de9ddd5ce3be5e2a43328d04c3fb64a5",
    "sg-2017.txt": "1181b0a5cbac8cd711bf6715aa1764a28757b0b826f372b586c4b70844b2ebc7",
    "sg-2019.txt": "3dbfc2c71bd7e83fc8372066e4b29ff982109bc1aa6015c990cdd27d7dfb8f25",
}


@pytest.mark.parametrize("name", sorted(SUMS))
def test_a_text_is_copied_unchanged(name: str) -> None:
    assert hashlib.sha256((DOCUMENTS / name).read_bytes()).hexdigest() == SUMS[name]


def test_every_paragraph_stands_once_in_order_with_its_own_words(corpus: Corpus) -> None:
    assert found_wrong(corpus) == ()


def test_every_line_of_every_source_is_accounted_for_once(corpus: Corpus) -> None:
    for accounting in account_for(corpus):
        assert sum(accounting.lines.values()) == accounting.total, accounting.source


def test_a_copy_in_other_words_is_told(corpus: Corpus) -> None:
    told = {accounting.source: accounting.differing for accounting in account_for(corpus)}
    assert told["guide-2025.txt"] == ("line 459 repeats sg-2013:72 with “Those” for “These”",)
    assert [copy.lines for copy in corpus.get("sg-2013:3").repeats] == [(96, 96)]


def test_the_counts_are_those_that_are_known(corpus: Corpus) -> None:
    told = {report.document.id: str(report.tally) for report in check(corpus)}
    assert told == {
        "sg-2013": "77 paragraphs, 5 footnotes, 7 items (of 71)",
        "guide-2025": "32 notes",
        "draft-2013": (
            "2 memos, 78 paragraphs (6 clean, 53 damaged, 10 number inferred, 9 opening lost), 6 footnotes, "
            "7 bullets (of 72); 39 tracked changes"
        ),
        "sg-2017": "47 paragraphs, 23 footnotes, 18 bullets (of 36, 45, 46, 47)",
        "sg-2019": "2 Summary paragraphs, 34 paragraphs, 14 items (of 16, 23, 25)",
        "letter-2019": "17 paragraphs, 38 bullets (4 of them nested)",
    }


def test_the_check_notices_words_of_another(corpus: Corpus) -> None:
    stolen = corpus.get("sg-2017:13").text
    wrong = {**corpus.paragraphs, "sg-2017:14": _with_text(corpus, "sg-2017:14", stolen)}
    problems = found_wrong(Corpus(corpus.documents, wrong, corpus.sources))
    assert len(problems) == 1
    assert "sg-2017:14" in problems[0]


def test_the_check_notices_a_missing_paragraph(corpus: Corpus) -> None:
    fewer = {name: paragraph for name, paragraph in corpus.paragraphs.items() if name != "sg-2019:20"}
    assert found_wrong(Corpus(corpus.documents, fewer, corpus.sources)) == (
        "sg-2019: 33 of kind paragraph, not 34",
        "sg-2019: paragraph 21 stands where 20 should",
        "sg-2019.txt: line 106: of sg-2019:20, which is not there",
    )


def test_the_check_notices_lines_that_nobody_took(corpus: Corpus) -> None:
    source = corpus.sources["sg-2019.txt"]
    fewer = replace(source.parsed, accounts=source.accounts[:-1])
    sources = {**corpus.sources, "sg-2019.txt": replace(source, parsed=fewer)}
    assert found_wrong(Corpus(corpus.documents, corpus.paragraphs, sources)) == (
        "sg-2019.txt: line 164 is accounted for 0 times",
    )


def _with_text(corpus: Corpus, name: str, text: str) -> Paragraph:
    return replace(corpus.get(name), text=text)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the corpus folder that a test may damage."""
    shutil.copytree(DOCUMENTS, tmp_path / "documents")
    shutil.copy(Path(str(SHIPPED)) / "catalog.toml", tmp_path)
    return tmp_path


def test_an_altered_text_is_refused_by_name(copied: Path) -> None:
    with (copied / "documents" / "sg-2019.txt").open("a") as file:
        file.write("35. An invented paragraph.\n")
    with pytest.raises(CorpusError, match=r"sg-2019\.txt was altered: line 164"):
        load_corpus(copied)


def test_a_missing_text_is_refused_by_name(copied: Path) -> None:
    (copied / "documents" / "letter-2019.txt").unlink()
    with pytest.raises(CorpusError, match=r"letter-2019\.txt cannot be read"):
        load_corpus(copied)


def test_a_broken_catalog_is_one_line(copied: Path) -> None:
    (copied / "catalog.toml").write_text("documents = [")
    with pytest.raises(CorpusError, match="catalog") as caught:
        load_corpus(copied)
    assert "\n" not in str(caught.value)


def test_an_unknown_paragraph_is_refused(corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="sg-2019:99"):
        corpus.get("sg-2019:99")
