"""The registers are kept with the index that serves, and built again when the texts or the rules change."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.registers import store
from assistant.registers.store import FILE, fingerprint, open_registers
from index.manifest import Manifest
from tests.assistant.registers.conftest import corpus_of

CORPUS = corpus_of("States must train judges. History has shown that this helps in Kenya.")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """The folder of a build that serves."""
    folder = tmp_path / "index" / "b1"
    (folder / "chroma").mkdir(parents=True)
    manifest = Manifest("b1", "f", "m", 1, 1, "2020-01-01").__dict__
    (tmp_path / "index" / "current.json").write_text(json.dumps(manifest))
    return folder


def test_what_is_kept_is_what_was_built(tmp_path: Path, build: Path) -> None:
    built = open_registers(CORPUS, tmp_path)
    assert built.obligations
    assert built.lessons
    assert built.countries
    assert [path.name for path in build.iterdir() if path.is_file()] == [FILE]
    assert open_registers(CORPUS, tmp_path) == built


def test_what_is_kept_is_read_and_not_built(tmp_path: Path, build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = open_registers(CORPUS, tmp_path)
    monkeypatch.setattr(store, "build_registers", None)
    assert open_registers(CORPUS, tmp_path) == built


def test_other_texts_have_other_registers(tmp_path: Path, build: Path) -> None:
    open_registers(CORPUS, tmp_path)
    other = corpus_of("Newspapers should be free.")
    assert [one.force for one in open_registers(other, tmp_path).obligations] == ["recommendation"]


def test_another_lead_in_makes_them_due() -> None:
    listed = corpus_of("States must:", "Train judges.", kind="item")
    item = replace(listed.get("d-1:2"), part_of="d-1:1")
    tied = replace(listed, paragraphs={**listed.paragraphs, item.id: item})
    assert fingerprint(tied) != fingerprint(listed)


def test_a_change_of_the_rules_makes_them_due(tmp_path: Path, build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_registers(CORPUS, tmp_path)
    before = (build / FILE).read_bytes()
    monkeypatch.setattr(store, "_rules", lambda: "other rules")
    open_registers(CORPUS, tmp_path)
    assert (build / FILE).read_bytes() != before


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"fingerprint": 1}'])
def test_damage_is_mended(tmp_path: Path, build: Path, damage: str) -> None:
    built = open_registers(CORPUS, tmp_path)
    (build / FILE).write_text(damage)
    assert open_registers(CORPUS, tmp_path) == built
    assert json.loads((build / FILE).read_text())["obligations"]


def test_without_an_index_they_are_built_and_not_kept(tmp_path: Path) -> None:
    assert open_registers(CORPUS, tmp_path).obligations
    assert not list(tmp_path.iterdir())
