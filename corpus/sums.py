"""Holds the texts to what they were: a sum of each text, and one of each line, to name the first that differs.

`python -m corpus.sums` writes both files anew, once a text was replaced on purpose.
"""

import hashlib
import sys
from difflib import SequenceMatcher
from importlib.resources.abc import Traversable
from pathlib import Path

from corpus.catalog import SHIPPED, Catalog
from corpus.errors import CorpusError

LINE_SUMS = "LINESUMS"
_LENGTH = 8  # hexadecimal digits of a line's sum
_A_ROW = 12  # sums


def verified_text(name: str, catalog: Catalog, folder: Traversable, texts: Traversable) -> str:
    """The text `name` of the folder `texts`, if it is the one that the catalog in `folder` describes.

    Raises CorpusError if it cannot be read, or is another: then it names the first line that differs.
    """
    expected = next(document.sha256 for document in catalog.documents.values() if document.source == name)
    try:
        raw = (texts / name).read_bytes()
    except OSError as error:
        raise CorpusError(f"The text {name} cannot be read ({error.strerror}): restore it.") from error
    if hashlib.sha256(raw).hexdigest() != expected:
        raise CorpusError(f"The text {name} was altered: {_first_difference(name, raw, folder)}; restore it.")
    return raw.decode("utf-8")


def _first_difference(name: str, raw: bytes, folder: Traversable) -> str:
    """Which line was deleted, added or changed first."""
    before, now = _read_sums(folder)[name], _line_sums(raw)
    opcodes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    tag, was, _, line, _ = next((opcode for opcode in opcodes if opcode[0] != "equal"), opcodes[0])
    if tag == "delete":
        return f"line {was + 1} is missing"
    return f"line {line + 1} was added" if tag == "insert" else f"line {line + 1} is not the one that was there"


def _line_sums(raw: bytes) -> list[str]:
    return [hashlib.sha256(line).hexdigest()[:_LENGTH] for line in raw.split(b"\n")]


def _read_sums(folder: Traversable) -> dict[str, list[str]]:
    """The sums of each text's lines: its name on a line, its sums on the next ones, indented."""
    sums: dict[str, list[str]] = {}
    try:
        for row in (folder / "documents" / LINE_SUMS).read_text(encoding="utf-8").splitlines():
            if row.startswith(" "):
                sums[next(reversed(sums))] += row.split()
            else:
                sums[row] = []
    except OSError as error:
        raise CorpusError(f"The file {LINE_SUMS} cannot be read ({error.strerror}): restore it.") from error
    return sums


def write_sums(documents: Path) -> None:
    """Write the sums of all texts of a folder, and of their lines."""
    texts = {path.name: path.read_bytes() for path in sorted(documents.glob("*.txt"))}
    _write(documents / "SHA256SUMS", [f"{hashlib.sha256(raw).hexdigest()}  {name}" for name, raw in texts.items()])
    rows = []
    for name, raw in texts.items():
        sums = _line_sums(raw)
        rows += [name, *(" " + " ".join(sums[at : at + _A_ROW]) for at in range(0, len(sums), _A_ROW))]
    _write(documents / LINE_SUMS, rows)


def _write(path: Path, rows: list[str]) -> None:
    """All of the file or nothing of it."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    unfinished.replace(path)


if __name__ == "__main__":
    write_sums(Path(str(SHIPPED)) / "documents")
    sys.stdout.write(f"SHA256SUMS and {LINE_SUMS} are written.\n")
