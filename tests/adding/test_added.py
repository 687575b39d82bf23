"""Added documents are kept apart, whole or not at all, and one that is damaged takes no other down."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.add import Addition, Bounds, prepare
from corpus.added import discard, read_stored, store
from corpus.entry import Entry
from corpus.errors import CorpusError, DocumentError
from corpus.load import load_corpus

ENTRY = Entry("x-2018", "On wells. A report", "2018-06", "official report", names=("well report",))


@pytest.fixture
def addition(tmp_path: Path) -> Addition:
    (tmp_path / "wells.txt").write_text("1. Wells are dug in spring.\n\n2. They are closed in winter.\n")
    return prepare(tmp_path / "wells.txt", ENTRY, load_corpus(), Bounds(1, 9))


@pytest.fixture
def home(addition: Addition, tmp_path: Path) -> Path:
    """A folder of added documents with one in it."""
    store(addition.stored, tmp_path / "documents")
    return tmp_path / "documents"


def test_what_is_kept_is_what_is_read_again(addition: Addition, home: Path) -> None:
    assert read_stored(home / "x-2018") == addition.stored
    told = tomllib.loads((home / "x-2018" / "document.toml").read_text())
    assert told["format"] == 1
    assert told["original"]["name"] == "wells.txt"
    assert {one.name for one in home.iterdir()} == {"x-2018", ".lock"}


def test_shipped_and_added_documents_are_loaded_together(home: Path) -> None:
    corpus = load_corpus(documents=home)
    assert list(corpus.documents)[-1] == "x-2018"
    assert corpus.added == ("x-2018",)
    assert corpus.get("x-2018:2").cite == "On wells. A report, para. 2"
    assert corpus.documents["x-2018"].names == ("2018 report", "x-2018", "well report")
    assert "x-2018" not in load_corpus().documents


def test_without_added_documents_the_corpus_is_the_shipped_one(tmp_path: Path) -> None:
    assert load_corpus(documents=tmp_path / "nowhere") is load_corpus()


def test_an_id_is_given_once(addition: Addition, home: Path) -> None:
    with pytest.raises(DocumentError, match="already"):
        store(addition.stored, home)
    with pytest.raises(CorpusError, match="already"):
        prepare(home / "x-2018" / "text.md", ENTRY, load_corpus(documents=home), Bounds(1, 9))


def test_removal_leaves_nothing(home: Path) -> None:
    (home / ".x-2018.left-by-one-that-died").mkdir()
    discard("x-2018", home)
    assert [one.name for one in home.iterdir()] == [".lock"]
    for name in ("x-2018", "../documents", ".lock", ""):
        with pytest.raises(DocumentError, match="no added document"):
            discard(name, home)


@pytest.mark.parametrize(
    ("file", "damage", "said"),
    [
        ("text.md", "3. An invented paragraph.", "altered"),
        ("document.toml", "format = 1", "left out"),
        ("document.toml", "not toml", "left out"),
        ("document.toml", "format = 99", "later version"),
        ("document.toml", None, "left out"),
    ],
)
def test_a_damaged_document_is_named_and_left_out(home: Path, file: str, damage: str | None, said: str) -> None:
    (home / "x-2018" / file).unlink()
    if damage:
        (home / "x-2018" / file).write_text(damage)
    corpus = load_corpus(documents=home)
    assert list(corpus.documents) == list(load_corpus().documents)
    assert len(corpus.warnings) == 1
    assert "x-2018" in corpus.warnings[0]
    assert said in corpus.warnings[0]
    assert "\n" not in corpus.warnings[0]


def test_a_document_that_is_shipped_by_now_is_left_out(addition: Addition, tmp_path: Path) -> None:
    document = replace(addition.stored.document, id="sg-2019", source="sg-2019/text.md")
    store(replace(addition.stored, document=document), tmp_path / "documents")
    corpus = load_corpus(documents=tmp_path / "documents")
    assert "sg-2019" in corpus.warnings[0]
    assert corpus.get("sg-2019:1") == load_corpus().get("sg-2019:1")


def test_a_file_that_changes_meanwhile_changes_nothing(addition: Addition, tmp_path: Path) -> None:
    (tmp_path / "wells.txt").write_text("Something else.")
    store(addition.stored, tmp_path / "documents")
    assert "Wells are dug" in load_corpus(documents=tmp_path / "documents").get("x-2018:1").text


def test_a_folder_that_cannot_be_written_is_one_line(addition: Addition, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DocumentError, match="R2P_DATA_DIR") as refused:
        store(addition.stored, tmp_path / "file" / "documents")
    assert "\n" not in str(refused.value)


def test_what_a_status_calls_confidential_is_confidential(addition: Addition, tmp_path: Path) -> None:
    entry = replace(ENTRY, id="y-2018", status="confidential draft")
    made = prepare(tmp_path / "wells.txt", entry, load_corpus(), Bounds(1, 9))
    assert made.stored.document.confidential
    assert not addition.stored.document.confidential
