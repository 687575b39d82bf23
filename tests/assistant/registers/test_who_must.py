"""Who must do what: which sentences of the register answer, and in which order."""

from collections.abc import Callable

import pytest

from assistant.question import understand
from assistant.registers.answering import force_of, from_registers
from assistant.registers.types import Registers
from assistant.registers.who_must import who_must
from assistant.statement import Statement
from corpus.load import Corpus

COUNCIL = "letter-2019:annex-1/security-council"


@pytest.fixture
def answered(registers: Registers, corpus: Corpus) -> Callable[[str], list[Statement]]:
    return lambda question: from_registers(understand(question, [], corpus), registers, corpus)


def test_the_verb_is_not_looked_for_in_the_theme() -> None:
    on_law, in_all = who_must("what should states do about the rule of law"), who_must("what should states do")
    assert on_law is not None
    assert in_all is not None
    assert on_law.forces == in_all.forces


@pytest.mark.parametrize(
    ("question", "actor"),
    [
        ("what should the security council do", "Security Council"),
        ("what are parliaments called upon to do", "parliaments"),
        ("what is proposed to the general assembly", "General Assembly"),
        ("proposals for states on early warning", "States"),
    ],
)
def test_what_others_propose_is_asked_for_by_many_words(question: str, actor: str) -> None:
    wanted = who_must(question)
    assert wanted is not None
    assert wanted.actor == actor


def test_what_the_council_should_do_has_every_proposal_of_the_meeting_after_the_demands(
    answered: Callable[[str], list[Statement]], registers: Registers
) -> None:
    found = answered("What should the Security Council do?")
    told = [force_of(one.paragraph, one.start, one.end, registers) for one in found]
    at = told.index("reported proposal")
    assert {"demand", "recommendation"} <= set(told[:at])
    assert set(told[at:]) == {"reported proposal"}
    assert {f"{COUNCIL}/{n}" for n in range(1, 10)} <= {one.paragraph for one in found[at:]}


def test_a_bullet_of_several_clauses_is_one_proposal(
    answered: Callable[[str], list[Statement]], corpus: Corpus
) -> None:
    found = [one for one in answered("What should the Security Council do?") if one.paragraph == f"{COUNCIL}/6"]
    assert found == [Statement(f"{COUNCIL}/6", 0, len(corpus.get(f"{COUNCIL}/6").text))]


def test_what_is_only_proposed_is_no_must(answered: Callable[[str], list[Statement]], registers: Registers) -> None:
    found = answered("What must States do?")
    assert "reported proposal" not in {force_of(one.paragraph, one.start, one.end, registers) for one in found}


def test_the_circulation_of_a_letter_is_no_recommendation(answered: Callable[[str], list[Statement]]) -> None:
    found = {one.paragraph for one in answered("What should the Security Council do?")}
    assert found.isdisjoint({"letter-2019:letter/2", "letter-2019:annex-2/format-participants-and-outcome/2"})


def test_a_sentence_of_the_theme_must_speak_of_what_was_typed(answered: Callable[[str], list[Statement]]) -> None:
    found = [one.paragraph for one in answered("What should States do about hate speech?")]
    assert found[0] == "sg-2019:16(d)"  # has the words
    assert "sg-2013:55" in found  # is about them in others
    assert not {"sg-2013:54", "sg-2017:26"} & set(found)  # the independence of the media


def test_a_theme_called_by_its_name_keeps_its_other_sentences_behind(
    answered: Callable[[str], list[Statement]],
) -> None:
    found = [one.paragraph for one in answered("What should States do about accountability?")]
    before = found[: found.index("sg-2019:summary/2")]
    assert "sg-2017:45/2" not in before  # which only speaks of criminal law, and may have no room any more


def test_a_theme_of_which_no_sentence_has_the_word_is_searched(answered: Callable[[str], list[Statement]]) -> None:
    assert answered("What is the Council urged to do about veto in the Polish letter?") == []
