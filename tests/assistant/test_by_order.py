"""Items of a list, and the paragraphs around one, that a follow-up means by their order."""

import pytest

from assistant.by_order import asks_no_more, by_order
from corpus.load import Corpus

LESSONS = ["sg-2019:27", "sg-2019:31"]
AREAS = ["sg-2019:16", "sg-2019:16(a)", "sg-2019:16(b)", "sg-2019:16(c)"]


@pytest.mark.parametrize(
    ("question", "quoted", "meant"),
    [
        ("Tell me more about the third", LESSONS, "sg-2019:29"),
        ("and the second?", LESSONS, "sg-2019:28"),
        ("explain number 4", LESSONS, "sg-2019:30"),
        ("the last one please", AREAS, "sg-2019:16(e)"),
        ("More on the 2nd point", AREAS, "sg-2019:16(b)"),
        ("and the fifth?", ["draft-2013:17", "sg-2013:17"], "sg-2013:24"),
        ("and the next one?", ["sg-2019:16(b)"], "sg-2019:16(c)"),
        ("the one before that", ["sg-2019:16(b)"], "sg-2019:16(a)"),
        ("and the next one?", ["sg-2013:17"], "sg-2013:21"),
        ("and the next paragraph?", ["sg-2013:17"], "sg-2013:18"),
        ("the paragraph before", ["sg-2017:20"], "sg-2017:19"),
        ("the next paragraph", AREAS, "sg-2019:17"),
    ],
)
def test_the_paragraph_is_told_from_those_that_were_quoted(
    corpus: Corpus, question: str, quoted: list[str], meant: str
) -> None:
    found = by_order(question, quoted, corpus)
    assert found
    assert found.id == meant


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("and the ninth?", LESSONS),
        ("and the next one?", AREAS),
        ("and the second?", []),
        ("and the second?", ["sg-2017:20", "sg-2017:22"]),
        ("and the second?", ["sg-2017:45", "sg-2017:46"]),
        ("the one before", ["sg-2019:summary/1"]),
        ("and the second?", ["sg-2019:28", "sg-2017:20"]),
        ("and the second?", ["sg-2019:28", "sg-2019:31"]),
        ("What did the first report say?", LESSONS),
    ],
)
def test_no_paragraph_is_guessed(corpus: Corpus, question: str, quoted: list[str]) -> None:
    assert by_order(question, quoted, corpus) is None


def test_a_question_about_an_item_is_more_than_one_for_it() -> None:
    assert asks_no_more("Tell me more about the third one, please")
    assert not asks_no_more("What does the third one mean for women?")
