"""The prose of an answer, checked or not yet: what reaches the page, and that none of it is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.views.prose import MOST_STEPS, answer_html, answer_text, growing
from corpus.load import Corpus
from tests.assistant.views.answers import answer, citation, worded
from tests.assistant.views.markup import EVIL, Reading


def test_a_marker_opens_its_source_and_says_which() -> None:
    html = answer_html(answer(), turn=3)
    assert 'data-turn="3" data-n="1" aria-label="Source 1: A/73/898, para. 2"' in html


def test_a_number_in_brackets_that_cites_nothing_stays_text() -> None:
    assert Reading(answer_html(answer("It says [7] and [...]."), 0)).tags == ["p"]


def test_nothing_in_an_answer_becomes_markup() -> None:
    html = answer_html(answer(f"- “{EVIL}” [1]"), 0)
    assert set(Reading(html).tags) == {"ul", "li", "button"}
    assert EVIL in Reading(html).words


@given(st.text(alphabet=st.sampled_from("<>&\"'`*_![]()#- \n\\1.a:/="), max_size=120))
def test_no_text_whatever_brings_a_tag_or_an_attribute_along(text: str) -> None:
    seen = Reading(answer_html(answer(text), 0))
    assert set(seen.tags) <= {"p", "ul", "ol", "li", "blockquote", "br", "button"}
    assert seen.attributes <= {"type", "class", "data-turn", "data-n", "aria-label", "title", "start"}


def test_every_paragraph_of_the_corpus_is_shown_letter_for_letter(corpus: Corpus) -> None:
    for whole in corpus:
        text = whole.text.replace("\n", "\n  ")
        shown = Reading(answer_html(answer(f"The report:\n\n- Para. 1: “{text}” [1]"), 0)).words
        if "\n" not in whole.text:  # in a box of several paragraphs, list signs become list items
            assert f"“{whole.text}”" in shown, whole.id


def test_a_pasted_answer_is_plain_and_lists_its_sources() -> None:
    text = answer_text(answer("The 2019 report (official report):\n\n- Para. 2: “Two.” [1]"))
    assert text == "The 2019 report (official report):\n\nPara. 2: “Two.” [1]\n\n[1] A/73/898, para. 2"


def test_an_answer_grows_by_whole_quotations_and_cites_what_it_shows() -> None:
    whole = answer("The report:\n\n- “One\n  two.” [1]\n- “Three.” [2]", [citation(1), citation(2)])
    parts = list(growing(whole))
    assert [[one.n for one in part.citations] for part in parts] == [[], [1], [1, 2]]
    assert parts[1].answer.endswith("two.” [1]\n")


def test_a_long_answer_grows_in_few_steps() -> None:
    whole = answer("\n".join(f"- item {number}" for number in range(100)))
    assert len(list(growing(whole))) <= MOST_STEPS


def test_an_empty_answer_does_not_grow() -> None:
    assert list(growing(answer("", ()))) == []


def test_unchecked_words_stand_apart_and_hold_no_marker() -> None:
    html = answer_html(worded(), 0, f" And [1] then {EVIL}")
    seen = Reading(html)
    assert seen.tags == ["p", "button", "span"]
    assert html.count("<button") == 1
    assert f"And [1] then {' '.join(EVIL.split())}" in seen.words


@pytest.mark.parametrize(("unchecked", "tags"), [("\n\n- one", ["ul", "li", "span"]), (" two", ["span"])])
def test_unchecked_words_stand_where_they_will_stand(unchecked: str, tags: list[str]) -> None:
    assert Reading(answer_html(worded(), 0, unchecked)).tags == ["p", "button", *tags]


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_unchecked_words_bring_a_tag_along(text: str, unchecked: str) -> None:
    seen = Reading(answer_html(answer(text), 0, unchecked))
    assert set(seen.tags) <= {"p", "ul", "ol", "li", "blockquote", "br", "button", "span"}
