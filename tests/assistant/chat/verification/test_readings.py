"""What is read off a sentence: its numbers, what it denies, how strongly it asks, who does what, what it quotes."""

import numpy as np
import pytest

from assistant.chat.verification import Checked, Support, cosine_of, declines, verdict
from assistant.chat.verification.actors import strangers
from assistant.chat.verification.figures import figures
from assistant.chat.verification.force import Asking, Force, most_asked, raised
from assistant.chat.verification.negation import is_contrary
from assistant.chat.verification.roles import swapped
from assistant.chat.verification.verbatim import nearest, words_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fifty-nine Member States", {59}),
        ("one hundred and forty of 1,533 people", {140, 1533}),
        ("2.5 million", {2_500_000}),
        ("pillars two and three; pillar I", {1, 2, 3}),
        ("the third pillar, Pillar II and Article 13(b)", {2, 3, 13}),
        ("First, the 28 States of the twenty-first century", {21, 28}),
        ("one of the States, no one", set()),
        ("x² and ½ and ٣", {3}),
    ],
)
def test_figures(text: str, values: set[float]) -> None:
    assert figures(text) == values


@pytest.mark.parametrize(
    ("sentence", "passage", "contrary"),
    [
        ("States have no duty to protect.", "States have a legal duty to protect populations.", True),
        ("States have a duty to act.", "States have no duty to act.", True),
        ("States are not party to it.", "They have yet to become party to it.", False),
        ("Crimes are less likely in conflict.", "Crimes are more likely in conflict.", True),
        ("States not only protect, they prevent.", "States protect and prevent.", False),
        ("Those States should establish one.", "States that have not yet established one should do so.", False),
    ],
)
def test_contraries(sentence: str, passage: str, contrary: bool) -> None:
    assert is_contrary(sentence, passage) == contrary


@pytest.mark.parametrize(
    ("sentence", "passage", "is_raised"),
    [
        ("States must report.", "States could report.", True),
        ("States should report.", "States must report.", False),
        ("States are obliged to report.", "I encourage States to report.", True),
        ("States should appoint one.", "Some States have appointed one.", True),
        ("States must prevent crimes and could report.", "States must prevent crimes. They could report.", False),
        ("States should report.", "Some States proposed that States should report.", True),
        ("Some States proposed that States should report.", "Some States proposed that States should report.", False),
        ("All States reported.", "Several States reported.", True),
        ("The responsibility to protect is a principle.", "R2P is a principle.", False),
    ],
)
def test_force_is_not_raised(sentence: str, passage: str, is_raised: bool) -> None:
    assert bool(raised(sentence, Asking(passage))) == is_raised


def test_a_lead_in_gives_its_force_to_its_items() -> None:
    assert most_asked("I call upon all Member States to:") == Force.EXPECTED
    assert most_asked("All Member States can:") == Force.POSSIBLE
    item = "Appoint a focal point."
    assert not raised("States should appoint a focal point.", Asking(item, least=Force.EXPECTED))
    assert raised("States should appoint a focal point.", Asking(item, least=Force.POSSIBLE))


def test_names_are_known_in_their_forms_only() -> None:
    assert list(strangers("Canada and Syria agreed.", "The Canadian and the Syrian delegations agreed.")) == []
    assert "Austria" in list(strangers("In 2019 Austria agreed.", "In 2019 Australia agreed."))
    assert list(strangers("It was France.", "It was Spain.", notes="See France.")) == ["France"]


def test_who_does_what() -> None:
    passage = "Parliaments hold governments accountable. Civil society monitors risks."
    assert swapped("Civil society should hold governments accountable.", passage) == "parliaments"
    assert not swapped("Governments are held accountable by parliaments.", passage)


def test_the_nearest_words_are_those_of_the_paragraph() -> None:
    text = "States could, where appropriate, establish national focal points."
    found = nearest("States must where appropriate establish national focal points", words_of(text))
    assert found is not None
    assert text[found[1].start : found[1].end] == text[:-1]
    assert nearest("Something else altogether is said", words_of(text)) is None


SUPPORT = (Support("sg-2019:9", 0, 10),)
HELD, GONE = Checked("States act.", SUPPORT, "supported"), Checked("Go.", (), "unsupported", ("Left out",))
FLAGGED, LEADS = Checked("States must act.", SUPPORT, "flagged", ("stronger",)), Checked("In short:", (), "supported")
SILENT = Checked("The passages do not answer this.", (), "supported")


@pytest.mark.parametrize(
    ("checked", "stands"),
    [
        ([LEADS, HELD, HELD, GONE], True),
        ([HELD, GONE], True),
        ([HELD, GONE, GONE], False),
        ([FLAGGED, FLAGGED], False),
        ([FLAGGED, HELD], True),
        ([LEADS], False),
        ([], False),
        ([SILENT], True),
        ([SILENT, GONE], False),
    ],
)
def test_the_verdict(checked: list[Checked], stands: bool) -> None:
    assert verdict(checked) == stands


def test_a_sentence_declines() -> None:
    assert declines(SILENT)
    assert not declines(HELD)


def test_a_text_is_embedded_once() -> None:
    asked: list[str] = []

    def embed(texts: list[str]) -> np.ndarray:
        asked.extend(texts)
        return np.array([[1.0, 0.0] if "a" in text else [0.0, 1.0] for text in texts], dtype=np.float32)

    cosine = cosine_of(embed)  # type: ignore[arg-type]
    assert cosine("a", ["ab", "b"]) == [1.0, 0.0]
    assert cosine("ab", ["a", "b"]) == [1.0, 0.0]
    assert asked == ["a", "ab", "b"]
