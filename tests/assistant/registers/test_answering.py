"""Questions that ask for a register, and those that only sound like it."""

from collections.abc import Callable

import pytest

from assistant.question import understand
from assistant.registers.answering import force_of, from_registers
from assistant.registers.types import Registers
from assistant.statement import Statement
from corpus.load import Corpus

Answering = Callable[[str], list[Statement]]


@pytest.fixture
def answered(registers: Registers, corpus: Corpus) -> Answering:
    return lambda question: from_registers(understand(question, [], corpus), registers, corpus)


def forces(statements: list[Statement], registers: Registers) -> set[str | None]:
    return {force_of(one.paragraph, one.start, one.end, registers) for one in statements}


def test_what_must_the_security_council_do(answered: Answering, registers: Registers) -> None:
    found = answered("What must the Security Council do?")
    assert {"sg-2017:29", "sg-2017:31", "sg-2017:42"} <= {one.paragraph for one in found}
    assert forces(found, registers) == {"legal obligation", "commitment", "demand"}


def test_the_strongest_obligations_on_states_are_those_of_law(answered: Answering, registers: Registers) -> None:
    found = answered("strongest obligations on States")
    assert forces(found, registers) == {"legal obligation"}
    assert {"sg-2013:40", "sg-2017:13"} <= {one.paragraph for one in found}


def test_what_can_be_narrowed_to_a_theme_and_a_document(answered: Answering) -> None:
    found = answered("What should parliaments do about accountability in the 2017 report?")
    assert [one.paragraph for one in found] == ["sg-2017:22"]


@pytest.mark.parametrize("question", ["What does the corpus say about Kenya?", "Kenya?", "Where is Kenya mentioned?"])
def test_what_is_said_of_a_country_is_all_that_names_it(answered: Answering, question: str) -> None:
    found = [one.paragraph for one in answered(question)]
    assert found == ["sg-2013:52", "sg-2013:59", "sg-2013:fn/5", "sg-2013:72", "guide-2025:note/28"]


def test_what_worked_and_what_failed(answered: Answering, registers: Registers) -> None:
    polarity = {(one.paragraph, one.start): one.polarity for one in registers.lessons}
    for question, wanted in (("What worked?", "worked"), ("What has failed in the past?", "failed")):
        found = answered(question)
        assert len(found) > 3
        assert {polarity[one.paragraph, one.start] for one in found} == {wanted}


def test_how_an_ask_changed(answered: Answering, registers: Registers) -> None:
    found = answered("How did the ask on risk assessment change?")
    told = {one.paragraph: force_of(one.paragraph, one.start, one.end, registers) for one in found}
    assert told["sg-2013:71(b)"] == "demand"
    assert told["sg-2017:45/4"] == "option"
    assert told["sg-2019:32"] == "recommendation"


@pytest.mark.parametrize(
    "question",
    [
        "What must I do?",
        "What must my brother do?",
        "What must States do about football?",
        "Why must the Security Council act?",
        "What did Kenya do about ethnic tension after 2008?",
        "What do the reports say about Kenya and Rwanda?",
        "What does paragraph 52 of the 2013 report say about Kenya?",
        "What worked in Sierra Leone?",
        "Does mediation work?",
        "How did the number of focal points change?",
        "How did the call on the veto evolve?",
        "What does the corpus say about Norway?",
        "How many countries are named?",
    ],
)
def test_any_word_more_and_the_search_answers(answered: Answering, question: str) -> None:
    assert answered(question) == []


def test_the_force_of_a_quotation_is_the_strongest_of_its_sentences(registers: Registers, corpus: Corpus) -> None:
    whole = corpus.get("sg-2013:71(b)").text
    assert force_of("sg-2013:71(b)", 0, len(whole), registers) == "demand"
    assert force_of("sg-2013:71(b)", whole.index("The review"), len(whole), registers) == "recommendation"
    assert force_of("sg-2013:58", 0, 50, registers) is None
    assert force_of("sg-2013:71(b)", 5, 5, registers) is None


def test_the_draft_is_not_quoted_unasked(answered: Answering) -> None:
    assert not any(one.paragraph.startswith("draft") for one in answered("What must States do?"))
    assert {one.paragraph.partition(":")[0] for one in answered("What must States do in the draft?")} == {"draft-2013"}
