"""The table of forces, on sentences of our own and on the traps of the texts."""

import pytest

from assistant.registers.force import _HINTS, RULES, asking
from assistant.registers.reading import readings
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("States have a binding obligation to punish such crimes.", "legal obligation"),
        ("The treaty prohibits the transfer of such arms.", "legal obligation"),
        ("Each State's membership entails a duty to report.", "legal obligation"),
        ("I intend to report on this next year.", "commitment"),
        ("All parties have committed to establishing similar bodies.", "commitment"),
        ("The Council has a responsibility to ensure that its mandates are clear.", "commitment"),
        ("States must train their judges.", "demand"),
        ("I strongly urge all States to ratify the treaty.", "demand"),
        ("It is imperative that mediators be heard.", "demand"),
        ("The police need to be trained.", "demand"),
        ("Newspapers should be free.", "recommendation"),
        ("I encourage Governments to open their archives.", "recommendation"),
        ("It is important to teach history.", "recommendation"),
        ("Member States are invited to comment.", "recommendation"),
        ("States could appoint mediators.", "option"),
        ("Parliaments might consider an annual debate.", "option"),
        ("The framework can be tailored to each country.", "option"),
        ("Several States proposed that the Council meet in public.", "reported proposal"),
        ("The General Assembly called upon Member States to act.", "reported proposal"),
    ],
)
def test_the_words_say_the_force(sentence: str, force: str) -> None:
    found = asking(sentence)
    assert found is not None
    assert found.force == force
    assert 0 <= found.start < found.end <= len(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Atrocity crimes can also increase the risk of armed conflict.",
        "No State can consider itself immune.",
        "The report identifies steps that could be taken.",
        "It is important to recognize that men and women are affected differently.",
        "The management of diversity requires national policies.",
        "Should the need arise, help is there.",
        "Member States were invited to submit their views.",
        "What must the Council do?",
        "Could civil society contribute?",
        "Impunity creates conditions that enable the incitement of further violence.",
        "",
    ],
)
def test_modals_that_do_not_ask_are_no_asking(sentence: str) -> None:
    assert asking(sentence) is None


def test_the_strongest_of_a_sentence_s_own_words_holds() -> None:
    found = asking("Parliaments can debate and should vote.")
    assert found is not None
    assert found.force == "recommendation"


def test_they_may_do_something_only_if_they_are_actors() -> None:
    sentence = "They can monitor the law."
    assert asking(sentence) is None
    assert asking(sentence, ("parliaments",)) is not None


def test_the_hints_hide_no_rule(corpus: Corpus) -> None:
    unhinted = [one.words for one in readings(corpus) if not _HINTS.search(one.words)]
    assert unhinted
    for words in unhinted:
        assert not any(rule.pattern.search(words) and not rule.of_actors for rule in RULES)
