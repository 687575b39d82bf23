"""Files that cannot be added: one line says why, and nothing is kept."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF

from assistant.cli import main
from corpus.errors import DocumentError
from corpus.file import read_once

OPTIONS = ("--id", "x-2018", "--title", "T", "--date", "2018", "--status", "official report", "--yes")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


def pdf(pages: int = 1, words: str = "Words of a page, enough of them to be read.", password: str = "") -> bytes:
    made = FPDF()
    made.set_font("Times", size=11)
    if password:
        made.set_encryption(owner_password=password, user_password=password)
    for _ in range(pages):
        made.add_page()
        made.write(5, words)
    return bytes(made.output())


def archive(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + b"".join(f'<!ENTITY {two} "{f"&{one};" * 10}">'.encode() for one, two in zip("bcdefgh", "cdefghi", strict=True))
    + b"]><x>&i;</x>"
)

BAD = {
    "encrypted.pdf": (pdf(password="x" * 6), "encrypted"),
    "garbage.pdf": (b"%PDF-1.7\n" + os.urandom(4000), "damaged"),
    "cut.pdf": (pdf(9)[:400], "damaged"),
    "not.pdf": (b"Just words, and no PDF at all.", "not a PDF"),
    "scanned.pdf": (pdf(3, ""), "no text"),
    "long.pdf": (pdf(301), "more than 300 pages"),
    "bomb.docx": (archive(word__document_xml=bytes(60 * 2**20)), "unpack"),
    "entities.docx": (archive(word__document_xml=LAUGHS), "damaged"),
    "not.docx": (b"Just words, and no archive.", "not a DOCX"),
    "archive.docx": (archive(other_xml=b"<x/>"), "not a DOCX"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "without a password"),
    "binary.txt": (b"words\x00words", "not a text"),
    "blank.txt": (b" \n\n ", "is empty"),
    "signs.txt": (b"*** --- ...", "no words"),
    "empty.html": (b"<script>alert(1)</script>", "no words"),
    "sheet.xlsx": (b"PK", "none of .md"),
    "noname": (b"Words.", "none of .md"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raw, said = BAD[name]
    (tmp_path / name).write_bytes(raw)
    monkeypatch.setenv("R2P_DATA_DIR", str(tmp_path / "data"))
    assert run("corpus", "add", str(tmp_path / name), *OPTIONS) == 1
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name", ["deep.html", "wide.txt"])
def test_a_file_of_a_strange_shape_breaks_nothing(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shape = {"deep.html": b"<div>" * 50_000 + b"Words.", "wide.txt": b"- a\n" * 6_000}[name]
    (tmp_path / name).write_bytes(shape)
    monkeypatch.setenv("R2P_DATA_DIR", str(tmp_path / "data"))
    assert run("corpus", "add", str(tmp_path / name), *OPTIONS[:-1]) == 1  # refused, or nobody to be asked


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name in ("pipe.txt", ".", "loop.txt", "nowhere.txt", "/dev/zero", "with\0zero"):
        with pytest.raises(DocumentError) as refused:
            read_once(tmp_path / name, 1)
        assert "\n" not in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Words.")
    (tmp_path / "secret.txt").chmod(0)
    with pytest.raises(DocumentError, match="ermission"):
        read_once(tmp_path / "secret.txt", 1)


def test_a_file_too_large_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(2**20 + 1)
    with pytest.raises(DocumentError, match="R2P_LARGEST_DOCUMENT_MB"):
        read_once(tmp_path / "large.txt", 1)


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--id", "sg-2019", "already"),
        ("--id", "../up", "cannot be an id"),
        ("--id", "Sg 2018", "cannot be an id"),
        ("--date", "June 2018", "no date"),
        ("--date", "2018-13", "no date"),
        ("--title", " ", "--title"),
        ("--symbol", "A/73/898-S/2019/463", "cited as 'sg-2019' already"),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused_before_the_file_is_read(
    option: str, value: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("corpus", "add", "/nowhere.txt", *OPTIONS, option, value) == 1
    assert said in capsys.readouterr().err
