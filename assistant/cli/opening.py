"""Builds the index and opens the sources for a command, with a progress bar while passages are embedded."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant.registers.store import open_registers
from assistant.settings import Settings
from assistant.sources import Sources, load_documents, open_sources
from index.embedder import Embedder
from index.manifest import Manifest

stderr = Console(stderr=True, highlight=False)


class BuildBar:
    """A progress bar on stderr that appears with the first passage of a build."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("Building the index"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=stderr
        )
        self._task = self._bar.add_task("build", total=None)

    def __call__(self, done: int, total: int) -> None:
        """Show `done` of `total` passages."""
        self._bar.start()
        self._bar.update(self._task, completed=done, total=total)
        if done >= total:
            self._bar.stop()

    def __enter__(self) -> "BuildBar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar.live.is_started:
            self._bar.stop()


def build_all(settings: Settings, *, everything: bool = False) -> Manifest:
    """Bring the index and the registers up to date; only what changed is embedded, unless `everything` is to be."""
    from index.build import build
    from index.telemetry import silence

    silence()
    corpus = load_documents(settings)
    with BuildBar() as bar:
        manifest = build(corpus, Embedder(settings.embedding_model), settings.data_dir, bar, everything=everything)
        open_registers(corpus, settings.data_dir)
    return manifest


def opened_sources(settings: Settings) -> Sources:
    """The corpus and its index, built first if a rebuild is due."""
    with BuildBar() as bar:
        return open_sources(settings, bar)
