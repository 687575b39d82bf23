"""What a question asks for, told from its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import clean, labels, named_documents, standalone, understand
from assistant.types import Turn
from corpus.errors import QuestionError
from corpus.load import Corpus


@pytest.mark.parametrize("empty", ["", "   ", "\n\t", "\x00\x07", "​"])
def test_an_empty_question_is_refused(empty: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        clean(empty, 100)


def test_a_long_question_is_refused_with_its_length() -> None:
    with pytest.raises(QuestionError, match="51200 characters"):
        clean("x" * 51_200, 8000)


@given(st.text(max_size=200))
def test_a_clean_question_has_no_control_characters(question: str) -> None:
    try:
        text = clean(question, 200)
    except QuestionError:
        return
    assert text.isprintable() or any(not character.isprintable() and character.isspace() is False for character in text)
    assert text == " ".join(text.split())
    assert "\x00" not in text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("What does the 2019 report say on early action?", ["sg-2019"]),
        ("Compare the 2013 and 2017 reports on focal points", ["sg-2013", "sg-2017"]),
        ("How did the tone change from 2013 to 2019?", ["sg-2013", "sg-2019"]),
        ("reports of 2017 and 2019", ["sg-2017", "sg-2019"]),
        ("What does A/73/898 say?", ["sg-2019"]),
        ("What does S/2017/556 say?", ["sg-2017"]),
        ("What does the study guide note on Syria?", ["guide-2025"]),
        ("Who signed the Polish letter?", ["letter-2019"]),
        ("How did the leaked draft of the 2013 report put it?", ["draft-2013"]),
        ("What was launched in July 2017?", []),
        ("Which civil society coalition was set up in 2017?", []),
        ("draft articles on crimes against humanity", []),
    ],
)
def test_documents_are_recognised(corpus: Corpus, text: str, named: list[str]) -> None:
    assert list(named_documents(text, corpus.documents.values())) == named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does paragraph 16 (b) of the 2019 report say?", ("16(b)",)),
        ("para. 16(b)", ("16(b)",)),
        ("paras 27-30 of the 2019 report", ("27", "28", "29", "30")),
        ("paragraphs 13 and 14", ("13", "14")),
        ("para 45, second bullet", ("45/2",)),
        ("the 3rd point", ()),
        ("footnote 4 of the 2017 report", ("fn/4",)),
        ("what do paragraphs 138 and 139 of the World Summit Outcome say?", ()),
        ("Read out paragraph 90 of the 2013 report", ("90",)),
        ("paragraph 5 a day", ("5(a)",)),
    ],
)
def test_paragraph_numbers_are_recognised(text: str, expected: tuple[str, ...]) -> None:
    assert labels(text) == expected


HISTORY = [
    Turn("user", "How many States had not joined the Arms Trade Treaty by 2017?"),
    Turn("assistant", "More than 60."),
]


def test_a_follow_up_takes_the_question_before_it() -> None:
    assert standalone("and the refugee one?", HISTORY) == f"{HISTORY[0].content} and the refugee one?"


@pytest.mark.parametrize(
    "question", ["Who pays for peacekeeping?", "What did Kenya establish in 2008 to promote good relations?"]
)
def test_a_question_that_stands_alone_stays_as_it_is(question: str) -> None:
    assert standalone(question, HISTORY) == question


def test_a_follow_up_without_a_history_stays_as_it_is() -> None:
    assert standalone("and why?", []) == "and why?"


def test_an_unknown_document_is_refused_by_name(corpus: Corpus) -> None:
    with pytest.raises(QuestionError, match="sg-1999"):
        understand("What?", corpus, ["sg-1999"])


def test_the_draft_is_searched_only_when_asked_for(corpus: Corpus) -> None:
    assert "draft-2013" not in understand("focal points", corpus).documents
    assert "draft-2013" in understand("focal points", corpus, include_draft=True).documents
    assert understand("focal points", corpus, ["draft-2013"]).documents == ("draft-2013",)
    assert understand("focal points in the leaked draft", corpus).documents == ("draft-2013",)


def test_a_document_chosen_by_hand_holds_against_one_that_is_named(corpus: Corpus) -> None:
    asked = understand("What does the 2019 report say on courts?", corpus, ["sg-2017"])
    assert asked.documents == ("sg-2017",)
