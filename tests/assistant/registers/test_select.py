"""Filtering and counting."""

import pytest

from assistant.registers import select
from assistant.registers.types import ACTORS, FORCES, Registers
from corpus.errors import QuestionError
from corpus.load import Corpus


def test_names_may_be_typed_in_any_case(corpus: Corpus) -> None:
    wanted = select.chosen(corpus.documents, actor="security  COUNCIL", force="Demand", country="kenya")
    assert (wanted.actor, wanted.force, wanted.country) == ("Security Council", "demand", "Kenya")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ({"actor": "the moon"}, ACTORS[-1]),
        ({"force": "order"}, FORCES[0]),
        ({"theme": "sports"}, "treaties"),
        ({"polarity": "good"}, "caution"),
        ({"country": "Atlantis"}, "r2p countries"),
        ({"documents": ["sg-1999"]}, "sg-2019"),
    ],
)
def test_an_unknown_name_is_answered_with_the_list(corpus: Corpus, asked: dict, listed: str) -> None:
    with pytest.raises(QuestionError, match=listed):
        select.chosen(corpus.documents, **asked)


def test_each_filter_holds_of_all_that_pass(registers: Registers, corpus: Corpus) -> None:
    wanted = select.chosen(corpus.documents, actor="States", force="option", theme="treaties", documents=["sg-2017"])
    found = select.obligations(registers, wanted)
    assert "sg-2017:45/2" in [one.paragraph for one in found]
    for one in found:
        assert (one.document, one.force) == ("sg-2017", "option")
        assert "States" in one.actors
        assert "treaties" in one.themes


def test_a_country_s_obligations_are_those_of_the_paragraphs_that_name_it(registers: Registers, corpus: Corpus) -> None:
    found = select.obligations(registers, select.chosen(corpus.documents, country="Syria", documents=["sg-2013"]))
    assert {one.paragraph for one in found} == {"sg-2013:73"}


def test_the_counts_add_up(registers: Registers) -> None:
    counts = select.counts(registers.obligations)
    assert sum(counts["force"].values()) == sum(counts["document"].values()) == len(registers.obligations)
    assert list(counts["force"]) == list(FORCES)
    assert sum(counts["actors"].values()) == sum(len(one.actors) for one in registers.obligations)
