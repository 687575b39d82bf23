"""Which build of the index serves: what `current.json` says, read without opening anything.

<data>/index/current.json      names the build that serves; replaced in one step
<data>/index/<build>/          one build: its Chroma folder, and what else is built with it
"""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Manifest:
    """What `current.json` says of the index that serves; `embedded` counts the passages embedded anew for it."""

    build: str
    fingerprint: str
    model: str
    passages: int
    paragraphs: int
    built: str
    embedded: int = 0


def home(data_dir: Path) -> Path:
    """Where every build is, and what names the one that serves."""
    return data_dir / "index"


def pointer(data_dir: Path) -> Path:
    """The file that names the build that serves."""
    return home(data_dir) / "current.json"


def current(data_dir: Path) -> Manifest | None:
    """The manifest of the index that serves; None if there is none that can be read."""
    try:
        manifest = Manifest(**json.loads(pointer(data_dir).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return manifest if chroma_folder(data_dir, manifest).is_dir() else None


def build_folder(data_dir: Path, manifest: Manifest) -> Path:
    """Where what belongs to a build is kept."""
    return home(data_dir) / manifest.build


def chroma_folder(data_dir: Path, manifest: Manifest) -> Path:
    """Where a build's Chroma files are."""
    return build_folder(data_dir, manifest) / "chroma"
