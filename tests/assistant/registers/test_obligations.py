"""The register of obligations: what holds of every record, and the sentences a delegate must not get wrong."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.registers.build import build_registers
from assistant.registers.types import ACTORS, FORCES, POLARITIES, THEMES, Obligation, Registers
from corpus.load import Corpus
from tests.assistant.registers.conftest import corpus_of

Asked = Callable[[str, str], Obligation | None]


def test_every_quote_is_verbatim(registers: Registers, corpus: Corpus) -> None:
    for one in (*registers.obligations, *registers.lessons, *registers.countries):
        assert corpus.get(one.paragraph).text[one.start : one.end] == one.quote


def test_every_id_is_its_own_and_every_name_is_on_a_closed_list(registers: Registers, corpus: Corpus) -> None:
    for records in (registers.obligations, registers.lessons, registers.countries):
        assert len({one.id for one in records}) == len(records)
    for one in registers.obligations:
        assert one.force in FORCES
        assert set(one.actors) <= set(ACTORS)
        assert set(one.themes) <= set(THEMES)
        assert list(one.actors) == sorted(one.actors, key=ACTORS.index)
        assert one.voice
        assert one.document == corpus.get(one.paragraph).document
        assert one.year == corpus.documents[one.document].year


def test_every_document_and_every_force_is_there(registers: Registers, corpus: Corpus) -> None:
    assert {one.document for one in registers.obligations} == set(corpus.documents)
    assert {one.force for one in registers.obligations} == set(FORCES)
    assert {one.polarity for one in registers.lessons} == set(POLARITIES)


@pytest.mark.parametrize(
    ("paragraph", "begins", "force", "actors", "voice"),
    [
        ("sg-2013:40", "States have a binding", "legal obligation", ("States",), "law"),
        ("sg-2013:71(a)", "Appoint", "demand", ("States",), "the Secretary-General"),
        ("sg-2013:71(b)", "The review", "recommendation", ("States",), "the Secretary-General"),
        ("sg-2013:71(b)", "Civil society", "recommendation", ("States",), "the Secretary-General"),
        ("sg-2017:45/1", "Appoint", "option", ("States",), "the Secretary-General"),
        ("sg-2017:46/2", "Putting", "recommendation", ("States",), "the Secretary-General"),
        ("sg-2017:47/3", "Improve", "commitment", ("United Nations system",), "the Secretary-General"),
        ("sg-2017:31", "Mandates", "demand", ("Security Council",), "the Secretary-General"),
        ("sg-2017:7", "In Resolution 2150", "reported proposal", ("States",), "the Security Council"),
        ("sg-2017:28", "Many written", "reported proposal", ("General Assembly",), "Member States"),
        ("sg-2017:39", "We must", "demand", ("United Nations system",), "the Secretary-General"),
        ("sg-2019:34", "I intend", "commitment", ("Secretary-General",), "the Secretary-General"),
        ("sg-2019:1", "The international", "commitment", ("international community",), "the World Summit Outcome"),
        ("letter-2019:annex-1/security-council/6", "consider", "reported proposal", ("Security Council",),
         "participants of the meeting"),
        ("guide-2025:note/4", "A close eye", "demand", ("international community",), "study guide"),
        ("draft-2013:72/1", "Appoint", "demand", ("States",), "the Secretary-General"),
    ],
)  # fmt: skip
def test_who_must_do_what_how_strongly_and_who_says_so(
    asked: Asked, paragraph: str, begins: str, force: str, actors: tuple[str, ...], voice: str
) -> None:
    found = asked(paragraph, begins)
    assert found is not None
    assert (found.force, found.actors, found.voice) == (force, actors, voice)


@pytest.mark.parametrize(
    ("paragraph", "begins"),
    [
        ("sg-2013:12", "Armed conflict is itself"),
        ("sg-2013:29", "No State"),
        ("sg-2013:9", "By a note verbale"),
        ("sg-2017:44", "There remains"),
        ("sg-2019:25(e)", "When providing"),
        ("letter-2019:annex-2/indicative-questions-for-consideration/6", "Could other"),
        ("guide-2025:note/1/2", "Do you feel"),
    ],
)
def test_what_only_describes_is_not_in_the_register(asked: Asked, paragraph: str, begins: str) -> None:
    assert asked(paragraph, begins) is None


def test_what_participants_say_is_never_the_secretary_general_s_demand(registers: Registers) -> None:
    takeaways = [one for one in registers.obligations if one.paragraph.startswith("letter-2019:annex-1/")]
    assert {(one.force, one.voice) for one in takeaways} == {("reported proposal", "participants of the meeting")}


def test_of_an_added_document_a_voice_is_the_document_s_own() -> None:
    (found,) = build_registers(corpus_of("States must train judges.")).obligations
    assert (found.voice, found.actors) == ("the first report", ("States",))


def test_a_heading_says_who_acts_where_nobody_is_named() -> None:
    corpus = corpus_of("Debates should be held in public.", section=("II. The General Assembly",))
    (found,) = build_registers(corpus).obligations
    assert found.actors == ("General Assembly",)


_WORDS = st.sampled_from(
    ["States", "they", "must", "should", "can", "the Council", "that", "agreed", "I urge", "Kenya", "fail", "by", ";",
     "\n-", "“", '"', ":", ".", "?", "Côte d'Ivoire", "however", "is", "important", "to", "including", "’", "é"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=3))
def test_whatever_a_document_says_its_records_are_verbatim_and_on_the_lists(texts: list[str]) -> None:
    corpus = corpus_of(*texts)
    registers = build_registers(corpus)
    for one in (*registers.obligations, *registers.lessons, *registers.countries):
        assert corpus.get(one.paragraph).text[one.start : one.end] == one.quote
    assert all(one.force in FORCES and set(one.actors) <= set(ACTORS) for one in registers.obligations)
