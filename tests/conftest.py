"""What many tests share: the corpus, and one index of it, built once a run."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.settings import Settings
from assistant.sources import Sources, open_sources
from corpus.load import Corpus, load_corpus

# How long an example takes is no matter of tests: on a busy machine any may be slow.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def built_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an up-to-date index."""
    folder = tmp_path_factory.mktemp("data")
    open_sources(Settings(data_dir=folder))
    return folder


@pytest.fixture(scope="session")
def sources(built_data_dir: Path) -> Sources:
    return open_sources(Settings(data_dir=built_data_dir))


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A developer's own variables and .env must not reach the tests."""
    ours = [name for name in os.environ if name.startswith("R2P_")]
    for name in (*ours, "GRADIO_SERVER_PORT", "GRADIO_SERVER_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("R2P_DATA_DIR", str(tmp_path / "unused"))
    monkeypatch.chdir(tmp_path)
