"""Reasons to abstain, each stated; and near misses that must not abstain."""

import pytest

from assistant.ask import ask
from assistant.demonyms import countries_meant, demonyms, is_spoken_of
from assistant.places import countries, is_named, name
from assistant.sources import Sources


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("was the bombing of Libya right?", "Libya is nowhere in them"),
        ("what is planned in Brazil against genocide?", "Brazil is nowhere in them"),
        ("Does the 2019 report mention Ukraine?", "Ukraine is nowhere in the 2019 report"),
        ("Do the 2013 and 2017 reports mention Ukraine?", "Ukraine is nowhere in the 2013 report and the 2017 report"),
        ("What does the Maputo Protocol say about sexual violence?", "“Maputo Protocol” is nowhere in them"),
        ("What does the 2025 report say on sanctions?", "The 2025 report is not in the corpus"),
        ("What do the Oslo Accords say about prevention?", "“Oslo Accords” is nowhere in them"),
        ("What does the Budapest Convention say about hate speech?", "“Budapest Convention” is nowhere in them"),
        ("What are the Nairobi Principles?", "“Nairobi Principles” is nowhere in them"),
        ("What does Oslo say on prevention?", "Norway is nowhere in them"),
        ("What does Manila say on prevention?", "the Philippines is nowhere in them"),
        ("What happened to civilians in 1994?", "they say nothing of 1994"),
        ("Thank you, that was very useful!", "Ask about the responsibility to protect"),
        ("what can you do?", "Ask about the responsibility to protect"),
        ("Which report do you personally prefer?", "opinion"),
        ("My cousin is accused of war crimes, what now?", "advice"),
        ("zxqv wkjh", "nothing in them comes near"),
        ("what do the reports say on nuclear weapons?", "nuclear weapons"),
        ("which paragraph lets a State opt out of the Charter?", "no derogation is permissible"),
        ("Who chairs the working group of the treaty bodies?", "do not"),
    ],
)
def test_a_reason_is_given_and_nothing_is_cited(sources: Sources, question: str, reason: str) -> None:
    answer = ask(question, sources=sources)
    assert answer.abstained
    assert answer.citations == ()
    assert reason in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "R2P",
        "No impunity",
        "Thanks, and what about the Kigali Principles?",
        "What did Ghana set up to calm local tensions?",
        "What was set up in Nairobi to build resilience?",
        "What is the Rome Statute?",
        "What do the Geneva Conventions oblige States to do?",
        "Could a judge in, say, Spain try a foreigner for genocide done abroad?",
        "Can a Spanish judge try a foreigner for genocide done abroad?",
        "What did Guterres say to the Council in January 2017?",
        "How many States had national focal points in 2017?",
        "What do you do when a neighbour State collapses into atrocity crimes?",
        "When was the letter from Poland dated?",
        "How does the 2019 report describe hate speech?",
        "Where is the line between saying what you think and incitement?",
    ],
)
def test_what_the_texts_answer_is_not_refused(sources: Sources, question: str) -> None:
    assert not ask(question, sources=sources).abstained


def test_what_comes_near_is_of_the_documents_asked(sources: Sources) -> None:
    question = "what did Susana Malcorra answer to Dieng's memo"
    assert any(question in gap.questions and gap.near[0].startswith("draft-2013:") for gap in sources.corpus.gaps)
    answer = ask(question, sources=sources)
    assert answer.abstained
    assert "memo" not in answer.answer
    assert not any(one.document == "draft-2013" for one in answer.nearest)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("What happened in Kabul?", ["Afghanistan"]),
        ("Answer in French, please", []),
        ("What do the French propose?", ["France"]),
        ("Latin American experts", []),
    ],
)
def test_countries_are_meant_by_people_and_capitals(text: str, meant: list[str]) -> None:
    assert [name(code) for code in countries_meant(text)] == meant


def test_a_country_is_spoken_of_by_its_people() -> None:
    assert is_spoken_of("IL", "Israeli bombardments")
    assert not is_spoken_of("IL", "a bombardment")


def test_every_country_that_can_be_meant_can_be_looked_for() -> None:
    assert not any(is_named(code, "") for code in demonyms())
    assert is_named("GE", "a meeting in Georgia")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("and in ghana?", ["Ghana"]),
        ("Viet Nam and Vietnam", ["Vietnam"]),
        ("Côte d'Ivoire", ["Côte d'Ivoire"]),
        ("the Democratic Republic of the Congo", ["Congo"]),
        ("it is up to us", []),
        ("Does the US have a board?", ["the United States"]),
        ("the Syrian Arab Republic", ["Syria"]),
        ("And South Sudan?", ["South Sudan"]),
        ("a Japan-based adviser, non-Japan", ["Japan"]),
    ],
)
def test_countries_are_recognised_in_every_form(text: str, named: list[str]) -> None:
    assert [name(code) for code in countries(text)] == named
