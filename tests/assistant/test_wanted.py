"""The kind of thing that a question wants, and whether a text has it."""

import pytest

from assistant.wanted import Wanted, holds, wanted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many States had joined by then?", "number"),
        ("When was the commission set up?", "date"),
        ("Who chairs the peace council?", "person"),
        ("name of the special adviser appointed in 2019", "person"),
        ("Who is Joanna Wronecka?", "definition"),
        ("What is a national focal point?", "definition"),
        ("list of the 31 European countries consulted", "countries"),
        ("Which States have ratified it?", "countries"),
        ("give me the 47 countries outside the convention", "countries"),
        ("which three countries in oceania have joined", "countries"),
        ("which 31 countries were at the table?", "countries"),
        ("what was his name?", "person"),
        ("What is the yearly budget of the office?", "number"),
        ("Is it true that they cut the budget of human rights staff?", ""),
        ("Who must protect populations?", ""),
        ("Which body runs this, and who heads it?", ""),
        ("How many have joined, and who has not?", "number"),
        ("Do memorials help?", ""),
    ],
)
def test_the_kind_of_thing(question: str, kind: Wanted) -> None:
    assert wanted(question) == kind


@pytest.mark.parametrize(
    ("kind", "text", "held"),
    [
        ("number", "Forty-nine Member States have not signed.", True),
        ("number", "Resolution 2150 (2014) was adopted.", False),
        ("number", "On 10 December 2018, at 3 p.m., in the twenty-first century.", False),
        ("date", "It was established in 2008.", True),
        ("date", "It was established by law.", False),
        ("definition", "Resilience refers to the ability to withstand shocks.", True),
        ("countries", "Memorials stand in Cambodia, Germany and Rwanda.", True),
        ("countries", "The International Criminal Court was set up.", False),
        ("", "Anything at all.", True),
    ],
)
def test_a_text_has_it_or_not(kind: Wanted, text: str, held: bool) -> None:
    assert holds(kind, text) is held
