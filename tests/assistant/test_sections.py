"""Sections in a question: asked for whole, or asked about."""

import pytest

from assistant.question import understand
from assistant.sections import called, read_sections
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("text", "all_of"),
    [
        ("What does section III of the 2013 report say?", (("III.",),)),
        ("Summarise annex 1 of the Polish letter", (("Annex I",),)),
        ("Read out the summary of the 2019 report", (("Summary",),)),
        ("section II.B of the 2019 report, please", (("II.", "B."),)),
        ("What is the section on lessons learned of the 2019 report about?", (("lessons learned",),)),
        ("Show me annex II", (("Annex II",),)),
        ("Show me section II", ()),
    ],
)
def test_a_section_is_asked_for_whole(corpus: Corpus, text: str, all_of: tuple[tuple[str, ...], ...]) -> None:
    asked = understand(text, [], corpus)
    assert (asked.sections, asked.within) == (all_of, ())


@pytest.mark.parametrize(
    ("text", "within", "focus"),
    [
        (
            "What does section III of the 2013 report say about impunity?",
            (("III.",),),
            "What does of say about impunity?",
        ),
        ("What does annex II say about the veto?", (("Annex II",),), "What does say about the veto?"),
        ("In the summary of the 2019 report, is there hate speech?", (("Summary",),), "In the , is there hate speech?"),
        ("What does the section on hate speech in the 2019 report say of media?", (), ""),
        ("Give me a summary of what the 2019 report says on courts", (), ""),
        ("Does the 2013 report speak of summary executions?", (), ""),
        ("What does the 2017 report take from the annex to resolution 5/1?", (), ""),
        ("What does Annex I of the Genocide Convention list?", (), ""),
        ("paragraph 71 (a) of section V of the 2013 report", (), ""),
    ],
)
def test_something_in_a_section_is_asked_about(
    corpus: Corpus, text: str, within: tuple[tuple[str, ...], ...], focus: str
) -> None:
    asked = understand(text, [], corpus)
    assert (asked.sections, asked.within) == ((), within)
    assert not focus or asked.focus == focus


def test_a_title_ends_where_no_heading_has_its_words(corpus: Corpus) -> None:
    found = read_sections("the section on building national resilience say of courts?", corpus.of("sg-2013"))
    assert found.within == (("building national resilience",),)
    assert found.rest == "the say of courts?"


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        (("II.", "B."), "section II.B"),
        (("Annex I",), "annex I"),
        (("Annex",), "the annex"),
        (("Summary",), "the summary"),
        (("early action",), "the section on early action"),
    ],
)
def test_a_section_has_a_name_in_a_sentence(headings: tuple[str, ...], name: str) -> None:
    assert called(headings) == name
