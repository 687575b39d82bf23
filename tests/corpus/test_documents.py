"""The five texts are the ones they were, and every paragraph of them is in its place."""

import hashlib
import shutil
from pathlib import Path

import pytest

from corpus.catalog import SHIPPED
from corpus.check import check
from corpus.errors import CorpusError
from corpus.load import Corpus, load_corpus

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
    assert {report.document.id: report.problems for report in check(corpus)} == dict.fromkeys(corpus.documents, ())


def test_the_check_notices_words_of_another(corpus: Corpus) -> None:
    stolen = corpus.get("sg-2017:13").text
    wrong = {**corpus.paragraphs, "sg-2017:14": _with_text(corpus, "sg-2017:14", stolen)}
    reports = check(Corpus(corpus.documents, wrong, corpus.sources))
    problems = [problem for report in reports for problem in report.problems]
    assert len(problems) == 1
    assert "sg-2017:14" in problems[0]


def test_the_check_notices_a_missing_paragraph(corpus: Corpus) -> None:
    fewer = {name: paragraph for name, paragraph in corpus.paragraphs.items() if name != "sg-2019:20"}
    report = next(one for one in check(Corpus(corpus.documents, fewer, corpus.sources)) if one.document.id == "sg-2019")
    assert report.problems == ("33 of kind paragraph, not 34", "paragraph 21 stands where 20 should")


def _with_text(corpus: Corpus, name: str, text: str):
    from dataclasses import replace

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
    with pytest.raises(CorpusError, match=r"sg-2019\.txt was altered"):
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
