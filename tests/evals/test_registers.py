"""The measures, worked by hand on five sentences."""

import pytest
from typer.testing import CliRunner

from assistant.registers.build import build_registers
from assistant.registers.types import Obligation, Registers
from corpus.load import load_corpus
from evals.cli import app
from evals.labels import Label, load_labels
from evals.registers import confusion, faults, paired, score


@pytest.fixture(scope="module")
def built():
    return build_registers(load_corpus())


def label(start, force=None, actors=(), voice=None):
    told = {"id": f"l{start}", "paragraph": "a:1", "quote": "x" * 10}
    return Label(
        start=start, end=start + 10, in_register=force is not None, force=force, actors=actors, voice=voice, **told
    )


def record(start, force, actors, end=None):
    return Obligation(f"a:1#{start}", "a", "a:1", "x", start, end or start + 10, actors, force, "he", (), 2020)


LABELS = (
    label(0, "demand", ("States",), "he"),
    label(20, "option", ("States", "parliaments"), "she"),
    label(40, "commitment", ("Security Council",), "he"),
    label(60),
    label(80),
)
REGISTERS = Registers(
    obligations=(
        record(0, "demand", ("States",)),
        record(20, "recommendation", ("States", "General Assembly")),
        record(60, "demand", ("States",)),
    )
)


def test_the_measures_are_those_worked_by_hand():
    found = score(paired(LABELS, REGISTERS))
    assert (found.n, found.both) == (5, 2)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 3)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.force == pytest.approx(1 / 2)
    # Pairs in both: (0, States), (20, States); the rules have 4, the labels 4.
    assert found.actors == pytest.approx(2 * 2 / (4 + 4))
    assert found.voice == pytest.approx(1 / 2)


def test_a_record_is_a_label_s_if_they_share_half_of_the_shorter():
    (half,) = paired([label(0)], Registers(obligations=(record(5, "demand", (), end=100),)))
    (less,) = paired([label(0)], Registers(obligations=(record(6, "demand", (), end=100),)))
    assert half.record is not None
    assert less.record is None


def test_nothing_to_measure_is_nought():
    found = score([])
    assert (found.f1, found.force, found.actors) == (0.0, 0.0, 0.0)


def test_faults_name_what_was_read_otherwise():
    told = list(faults(paired(LABELS, REGISTERS)))
    assert len(told) == 3
    assert told[0].startswith(
        "a:1: option ['States', 'parliaments'] (she), read recommendation ['General Assembly', 'States'] (he)"
    )
    assert "read out:" in told[1]


def test_a_voice_read_otherwise_is_a_fault():
    (told,) = faults(paired([label(0, "demand", ("States",), "she")], REGISTERS))
    assert told.startswith("a:1: demand ['States'] (she), read demand ['States'] (he)")


def test_the_table_of_forces_counts_every_sentence():
    table = confusion(paired(LABELS, REGISTERS))
    cells = [cell for column in table.columns[1:] for cell in column.cells if cell]
    assert sum(int(cell) for cell in cells) == len(LABELS)


@pytest.mark.parametrize("split", ["dev", "extra", "test"])
def test_the_rules_reach_what_was_asked_of_them_on_sentences_labelled_by_hand(split, built):
    found = score(paired(load_labels(split=split), built))
    assert found.f1 >= 0.92
    assert found.force >= 0.90
    assert found.actors >= 0.88


def test_the_command_scores_each_split_apart():
    found = CliRunner().invoke(app, ["registers"])
    assert found.exit_code == 0
    for name in ("dev: 150 sentences", "extra: 120 sentences", "test: 150 sentences"):
        assert name in found.stdout


def test_an_unknown_split_ends_in_one_line():
    found = CliRunner().invoke(app, ["registers", "--split", "yours"])
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1
