"""How strongly: the sentences that ask, and when they are near enough."""

from dataclasses import replace

import pytest

from assistant.question import Question, understand
from assistant.registers.answering import force_of
from assistant.registers.strongly import how_strongly
from assistant.registers.types import Registers
from corpus.load import Corpus
from corpus.sentences import sentences
from index.types import Hit


@pytest.fixture
def asked(corpus: Corpus) -> Question:
    return understand("Is appointing a senior focal point mandatory?", [], corpus)


def hit(paragraph: str, cosine: float, corpus: Corpus) -> Hit:
    return Hit(paragraph, 1.0, cosine, cosine, [(span, cosine) for span in sentences(corpus.get(paragraph).text)])


def test_sentences_that_ask_are_quoted_and_others_are_not(
    asked: Question, registers: Registers, corpus: Corpus
) -> None:
    strong = how_strongly([hit(one, 0.7, corpus) for one in ("sg-2013:71(a)", "sg-2013:58")], asked, registers)
    assert strong.near_enough
    assert {force_of(one.paragraph, one.start, one.end, registers) for one in strong.statements} == {"demand"}


def test_what_is_far_is_not_near_enough_and_what_is_very_far_is_nothing(
    asked: Question, registers: Registers, corpus: Corpus
) -> None:
    far = how_strongly([hit("sg-2013:71(c)", 0.5, corpus)], asked, registers)
    assert far.statements
    assert not far.near_enough
    assert how_strongly([hit("sg-2013:71(c)", 0.2, corpus)], asked, registers).statements == []


def test_of_what_is_as_near_the_words_of_the_question_decide(
    asked: Question, registers: Registers, corpus: Corpus
) -> None:
    found = [hit(one, 0.6, corpus) for one in ("sg-2013:71(c)", "sg-2013:71(a)")]
    assert how_strongly(found, asked, registers).statements[0].paragraph == "sg-2013:71(a)"


def test_a_question_that_points_back_is_of_the_last_answer_near_or_not(registers: Registers, corpus: Corpus) -> None:
    back = Question("is that binding?", "is that?", ("sg-2013",), context=("sg-2013:71(c)",), latest="is that binding?")
    found = [hit("sg-2013:71(a)", 0.9, corpus), hit("sg-2013:71(c)", 0.1, corpus)]
    strong = how_strongly(found, replace(back, strongly=True), registers)
    assert [one.paragraph for one in strong.statements] == ["sg-2013:71(c)"]
    assert strong.near_enough
    assert how_strongly(found, back, registers).statements == []


def test_in_short_it_is_the_nearest_alone(asked: Question, registers: Registers, corpus: Corpus) -> None:
    found = [hit(one, 0.7, corpus) for one in ("sg-2013:71(a)", "sg-2017:45/1")]
    assert len(how_strongly(found, asked, registers).statements) > 1
    assert len(how_strongly(found, replace(asked, manner="brief"), registers).statements) == 1
