"""The gaps: read, tied to paragraphs, and no question of theirs is one that the texts answer."""

from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.gaps import Gap, read_gaps
from corpus.load import Corpus


def written(folder: Path, text: str) -> Path:
    (folder / "gaps").mkdir()
    (folder / "gaps" / "x.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_gap_is_read_with_its_reason_and_what_comes_nearest(tmp_path: Path) -> None:
    folder = written(tmp_path, '[[gap]]\nreason = "No."\nnear = ["sg-2019:1"]\nquestions = ["Why?"]')
    (gap,) = read_gaps(folder, ["sg-2019:1"])
    assert (gap.id, gap.reason, gap.near, gap.questions) == ("x/1", "No.", ("sg-2019:1",), ("Why?",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[gap]]\nreason = "No."\nnear = ["sg-1999:1"]\nquestions = ["Why?"]', "sg-1999:1"),
        ('[[gap]]\nreason = "No."', "questions"),
        ('[[gap]]\nreason = "No."\nquestions = []', "entry 1 asks nothing"),
        (
            '[[gap]]\nreason = "No."\ndocuments = ["sg-1999"]\nquestions = ["Why?"]',
            "sg-1999",
        ),
        ("= ", r"x\.toml"),
        ("other = 1", "gap"),
    ],
)
def test_a_file_that_is_amiss_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        read_gaps(written(tmp_path, text), ["sg-2019:1"])


def test_a_gap_of_one_document_is_open_where_no_other_is_asked() -> None:
    everywhere, there = Gap("x/1", "No.", (), ("Why?",)), Gap("x/2", "No.", (), ("Why?",), ("sg-2017",))
    assert everywhere.is_open_in(["sg-2017", "sg-2019"])
    assert there.is_open_in(["sg-2017"])
    assert not there.is_open_in(["sg-2017", "sg-2019"])


def test_a_corpus_without_gaps_has_none(tmp_path: Path) -> None:
    assert read_gaps(tmp_path, []) == ()


def test_every_gap_has_a_reason_in_whole_sentences_and_few_neighbours(corpus: Corpus) -> None:
    assert corpus.gaps
    for gap in corpus.gaps:
        assert gap.reason.rstrip("”\"'").endswith("."), gap
        assert len(gap.near) <= 2, gap
        assert len(gap.questions) >= 2, gap


def test_nothing_is_said_to_be_answered_and_left_open(corpus: Corpus) -> None:
    answered = {question.casefold() for questions in corpus.questions.values() for question in questions}
    assert [one for gap in corpus.gaps for one in gap.questions if one.casefold() in answered] == []
