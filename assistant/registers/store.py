"""The registers as they are kept: beside the index that serves, rebuilt when the texts or the rules change.

    <data>/index/<build>/registers.json

They are read from the words alone, so that they can be asked for without the index; where there is none yet, or its
folder cannot be written, they are built and not kept.
"""

import hashlib
import json
import logging
import os
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from assistant.registers.build import build_registers
from assistant.registers.types import CountryMention, Lesson, Obligation, Registers
from corpus.load import Corpus
from index.manifest import build_folder, current

FILE = "registers.json"
# The code that decides what is in the registers: these modules, and every one beside this.
_RULES = (
    ("assistant", "mentions.py"),
    ("assistant", "places.py"),
    ("assistant", "demonyms.py"),
    ("assistant", "places.toml"),
    ("corpus", "sentences.py"),
)

logger = logging.getLogger(__name__)


def open_registers(corpus: Corpus, data_dir: Path) -> Registers:
    """The registers of a corpus: those that are kept, if they are of these texts and rules; else built, and kept."""
    told = fingerprint(corpus)
    path = _path(data_dir)
    if path and (kept := _read(path, told)):
        return kept
    built = build_registers(corpus)
    if path:
        _write(path, built, told)
    return built


def fingerprint(corpus: Corpus) -> str:
    """What tells when the registers are due: a hash of the texts, what is known of them, and the rules."""
    told = [f"{one.id}\t{one.section}\t{one.kind}\t{one.part_of}\t{one.published}\t{one.text}" for one in corpus]
    told += [f"{one.id}\t{one.title}\t{one.short}\t{one.status}\t{one.year}" for one in corpus.documents.values()]
    return hashlib.sha256("\n".join([*told, _rules()]).encode()).hexdigest()


@lru_cache(maxsize=1)
def _rules() -> str:
    beside = sorted(files("assistant.registers").iterdir(), key=lambda one: one.name)
    code = [one for one in beside if one.name.endswith(".py")]
    code += [files(package).joinpath(name) for package, name in _RULES]
    return hashlib.sha256(b"".join(one.read_bytes() for one in code)).hexdigest()


def _path(data_dir: Path) -> Path | None:
    manifest = current(data_dir)
    return build_folder(data_dir, manifest) / FILE if manifest else None


def _read(path: Path, told: str) -> Registers | None:
    """The registers of a file; None if it is of other texts or rules, or cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _registers(data) if data["fingerprint"] == told else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _registers(data: Mapping[str, Any]) -> Registers:
    return Registers(
        tuple(Obligation(**_tuples(one)) for one in data["obligations"]),
        tuple(Lesson(**_tuples(one)) for one in data["lessons"]),
        tuple(CountryMention(**one) for one in data["countries"]),
    )


def _tuples(record: Mapping[str, Any]) -> dict[str, Any]:
    return {**record, "actors": tuple(record["actors"]), "themes": tuple(record["themes"])}


def _write(path: Path, registers: Registers, told: str) -> None:
    """Keep the registers, in one step; that they cannot be kept is no reason not to use them."""
    new = path.with_name(f".{FILE}.{uuid.uuid4().hex}")
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump({"fingerprint": told, **asdict(registers)}, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        logger.debug("The registers were not kept: %s", error)
        new.unlink(missing_ok=True)
