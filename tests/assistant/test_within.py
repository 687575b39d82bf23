"""Questions about something in a section: answered from it, or told that it is silent."""

import pytest

from assistant.ask import ask
from assistant.sources import Sources


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Does the annex to the Polish letter represent agreed positions?", "letter-2019:annex-1/introduction/4"),
        ("What does section III of the 2013 report say about impunity?", "sg-2013:24"),
        ("What does section II of the 2017 report say about parliaments?", "sg-2017:12"),
        ("In the summary of the 2019 report, what is said on hate speech?", "sg-2019:summary/2"),
        ("What does section IV of the 2017 report say about civil society?", "sg-2017:36/1"),
    ],
)
def test_the_section_is_searched(sources: Sources, question: str, paragraph: str) -> None:
    answer = ask(question, sources=sources)
    assert answer.citations[0].id == paragraph
    assert len(answer.citations) <= 3


def test_a_section_that_is_silent_is_said_to_be_and_another_is_pointed_to(sources: Sources) -> None:
    answer = ask("What does section V of the 2017 report say about parliaments?", sources=sources)
    assert answer.abstained
    assert answer.answer.startswith("Section V of the 2017 report says nothing of it that was found.")
    assert [one.id for one in answer.nearest] == ["sg-2017:22"]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What does section XII of the 2019 report say on courts?", "The 2019 report has no section XII."),
        ("What does annex II of the 2017 report say on courts?", "The 2017 report has no annex II."),
        ("Show me annex II of the 2017 report", "The 2017 report has no annex II."),
    ],
)
def test_a_section_that_is_not_there_is_said_not_to_be(sources: Sources, question: str, reason: str) -> None:
    assert ask(question, sources=sources).answer == reason


def test_a_section_that_is_all_that_is_asked_for_is_shown(sources: Sources) -> None:
    answer = ask("What does section IV of the 2019 report say?", sources=sources)
    assert [one.id for one in answer.citations] == [f"sg-2019:{number}" for number in range(31, 35)]
