"""An altered text is refused, and the first line that differs is named."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalog import SHIPPED, read_catalog
from corpus.errors import CorpusError
from corpus.load import load_corpus, read_corpus
from corpus.sums import LINE_SUMS, verified_text, write_sums

DOCUMENTS = Path(str(SHIPPED)) / "documents"
NAMES = sorted(path.name for path in DOCUMENTS.glob("*.txt"))
Lines = list[bytes]


def _named(altered: Lines, name: str, folder: Path) -> tuple[int, str]:
    """The line that is named for an altered copy, from 0, and what is said of it."""
    (folder / name).write_bytes(b"\n".join(altered))
    with pytest.raises(CorpusError) as caught:
        verified_text(name, read_catalog(), SHIPPED, folder)
    found = re.fullmatch(rf"The text {name} was altered: line (\d+) (.*); restore it\.", str(caught.value))
    assert found, caught.value
    return int(found[1]) - 1, found[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("texts")


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_a_deleted_line_is_named(name: str, folder: Path, data: st.DataObject) -> None:
    original = (DOCUMENTS / name).read_bytes().split(b"\n")
    at = data.draw(st.integers(0, len(original) - 1))
    altered = [*original[:at], *original[at + 1 :]]
    named, said = _named(altered, name, folder)
    assert said == "is missing"
    assert [*original[:named], *original[named + 1 :]] == altered  # that line, or one of several alike


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_an_added_line_is_named(name: str, folder: Path, data: st.DataObject) -> None:
    original = (DOCUMENTS / name).read_bytes().split(b"\n")
    at = data.draw(st.integers(0, len(original)))
    added = data.draw(st.sampled_from([b"", b"99. An invented paragraph.", *original]))
    altered = [*original[:at], added, *original[at:]]
    named, said = _named(altered, name, folder)
    assert said == "was added"
    assert [*altered[:named], *altered[named + 1 :]] == original


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_a_changed_line_is_named(name: str, folder: Path, data: st.DataObject) -> None:
    original = (DOCUMENTS / name).read_bytes().split(b"\n")
    at = data.draw(st.integers(0, len(original) - 1))
    altered = [*original[:at], original[at] + b" not", *original[at + 1 :]]
    assert _named(altered, name, folder) == (at, "is not the one that was there")


def test_other_line_ends_are_noticed(folder: Path) -> None:
    original = (DOCUMENTS / "sg-2019.txt").read_bytes().split(b"\n")
    assert _named([line + b"\r" for line in original], "sg-2019.txt", folder)[0] == 0


@pytest.mark.parametrize("change", [lambda _: None, lambda raw: raw[:-1]])
def test_the_texts_may_be_copies_in_another_folder(tmp_path: Path, change: Callable[[bytes], bytes | None]) -> None:
    for name in NAMES:
        shutil.copy(DOCUMENTS / name, tmp_path)
    altered = change((tmp_path / "letter-2019.txt").read_bytes())
    if altered is None:
        assert len(read_corpus(texts=tmp_path).paragraphs) == len(load_corpus().paragraphs)
        return
    (tmp_path / "letter-2019.txt").write_bytes(altered)
    with pytest.raises(CorpusError, match=r"letter-2019\.txt was altered"):
        read_corpus(texts=tmp_path)


def test_the_sums_are_those_of_the_texts(tmp_path: Path) -> None:
    shutil.copytree(DOCUMENTS, tmp_path / "documents")
    write_sums(tmp_path / "documents")
    for name in ("SHA256SUMS", LINE_SUMS):
        assert (tmp_path / "documents" / name).read_bytes() == (DOCUMENTS / name).read_bytes()
