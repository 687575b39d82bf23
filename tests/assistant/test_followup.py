"""Follow-ups made to stand alone."""

import pytest

from assistant.followup import leans, standalone
from assistant.manner import manner
from assistant.types import Turn
from corpus.load import Corpus

ASKED = "How many States had not joined the Arms Trade Treaty by 2017?"
HISTORY = [Turn("user", ASKED), Turn("assistant", "More than 60.")]


def alone(question: str, history: list[Turn], corpus: Corpus) -> str:
    return standalone(question, history, corpus)


@pytest.mark.parametrize("question", ["and the refugee one?", "Is it binding?", "why?", "since when?", "who exactly?"])
def test_a_follow_up_takes_the_question_before_it(corpus: Corpus, question: str) -> None:
    assert alone(question, HISTORY, corpus) == f"{ASKED} {question}"


@pytest.mark.parametrize(
    "question",
    [
        "what was her name?",
        "Since when has it been there, and which of the ministries runs it?",
        "who wants them to answer for what happened, and before which court?",
    ],
)
def test_a_pronoun_before_anything_is_named_points_back(question: str) -> None:
    assert leans(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that the Security Council may act without the consent of the host State?",
        "What can a State do to protect its people before a crisis breaks out?",
    ],
)
def test_a_longer_question_explains_its_own_pronouns(question: str) -> None:
    assert not leans(question)


def test_thanks_for_an_answer_are_no_part_of_the_next_question(corpus: Corpus) -> None:
    assert alone("ok, thanks. and the refugee one?", HISTORY, corpus) == f"{ASKED} and the refugee one?"


@pytest.mark.parametrize(
    "question",
    [
        "Who pays for peacekeeping?",
        "What did Kenya establish in 2008 to promote good relations among its people?",
        "What is pillar one?",
        "Give me one example of prevention",
        "Are there examples of failed prevention?",
        "How should States protect their populations?",
        "Where does civil society come in?",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(corpus: Corpus, question: str) -> None:
    assert not leans(question)
    assert alone(question, HISTORY, corpus) == question


def test_a_follow_up_without_a_history_stays_as_it_is(corpus: Corpus) -> None:
    assert alone("and why?", [], corpus) == "and why?"


def test_a_chain_of_follow_ups_is_followed_back(corpus: Corpus) -> None:
    history = [
        Turn("user", "What did Kenya do?"),
        Turn("assistant", "…"),
        Turn("user", "and Ghana?"),
        Turn("assistant", "…"),
    ]
    assert alone("and Togo?", history, corpus) == "What did Togo do?"


def test_a_thing_of_the_same_kind_takes_the_place_of_the_one_before(corpus: Corpus) -> None:
    assert alone("and for the refugee treaty?", HISTORY, corpus) == ASKED.replace("Arms Trade Treaty", "refugee treaty")


def test_a_treaty_takes_the_place_of_any_other(corpus: Corpus) -> None:
    history = [Turn("user", "How many are outside the Rome Statute?"), Turn("assistant", "…")]
    assert alone("and the arms treaty?", history, corpus) == "How many are outside the arms treaty?"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("shorter please", "brief"),
        ("in one sentence", "brief"),
        ("in full", "full"),
        ("which paragraph is that?", "sources"),
        ("who says so?", "sources"),
        ("say that again", "again"),
        ("what is early warning?", ""),
        ("where does it say that?", "sources"),
        ("where was the meeting held?", ""),
        ("which paragraph speaks of memorials?", ""),
    ],
)
def test_how_the_last_answer_is_wanted_again(corpus: Corpus, question: str, wanted: str) -> None:
    assert manner(question) == wanted
    if wanted:
        assert alone(question, HISTORY, corpus) == ASKED


def test_another_document_takes_the_place_of_the_one_before(corpus: Corpus) -> None:
    history = [Turn("user", "How were views gathered for the 2013 report?")]
    assert "2013" not in alone("and the 2017 one?", history, corpus)


def test_a_follow_up_with_a_paragraph_number_asks_for_that_paragraph(corpus: Corpus) -> None:
    history = [Turn("user", "what does paragraph 16 (b) of the 2019 report say?"), Turn("assistant", "…")]
    assert alone("And 16 (c)?", history, corpus) == "And 16 (c)? (in the 2019 report)"


def test_a_year_alone_takes_the_place_of_the_document_before(corpus: Corpus) -> None:
    history = [Turn("user", "What does the 2019 report say about hate speech?"), Turn("assistant", "…")]
    assert alone("and in 2017?", history, corpus) == "What does the 2017 report say about hate speech?"


def test_one_of_a_list_is_named(corpus: Corpus) -> None:
    history = [
        Turn("user", "What five areas does the 2019 report name?"),
        Turn("assistant", "Five areas:\n1. Diversity\n2. Rule of law\n3. Secure livelihoods\n"),
    ]
    assert alone("More on the third one please", history, corpus) == (
        "Secure livelihoods: More on the third one please (in the 2019 report)"
    )
    assert alone("More on the ninth one please", history, corpus).startswith("What five areas")


def test_what_leads_in_to_an_item_is_no_part_of_what_the_third_one_means(corpus: Corpus) -> None:
    reply = (
        "- Para. 71 (a), under “I call upon all Member States to”: “Appoint a focal point;” [1]\n"
        "- Under “All Member States can”: “Conduct a risk assessment.” [2]"
    )
    history = [Turn("user", "What should States do?"), Turn("assistant", reply)]
    assert alone("More on the first one please", history, corpus).startswith("Appoint a focal point")
    assert alone("More on the second one please", history, corpus).startswith("Conduct a risk")


def test_a_chain_of_follow_ups_does_not_grow_without_end(corpus: Corpus) -> None:
    asked = ["Which treaties should States join?", *(f"and why does it matter to {one}?" for one in "abcdef")]
    history = [Turn("user", question) for question in asked]
    assert alone("and who says so of it?", history, corpus).count("?") <= 3


def lessons(corpus: Corpus) -> list[Turn]:
    first = corpus.get("sg-2019:27").text
    return [Turn("user", "What are the key lessons of the 2019 report?"), Turn("assistant", f"- “{first}” [1]")]


def test_one_of_a_series_is_shown_whichever_of_it_was_quoted(corpus: Corpus) -> None:
    history = lessons(corpus)
    assert alone("Tell me more about the third", history, corpus) == "Tell me more about the third – sg-2019:29"
    history += [Turn("user", "and the third?"), Turn("assistant", f"“{corpus.get('sg-2019:29').text}” [1]")]
    assert alone("the one before that", history, corpus) == "the one before that – sg-2019:28"


def test_what_is_asked_about_one_of_a_series_is_searched_with_its_words(corpus: Corpus) -> None:
    searched = alone("What does the third one mean for women?", lessons(corpus), corpus)
    assert searched.startswith("Third, unity of purpose")
    assert searched.endswith("What does the third one mean for women? (in the 2019 report)")
