"""The command line as other programs see it: what it prints, where, and how it exits."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.cli import main
from corpus.catalog import SHIPPED


@pytest.fixture
def data(built_data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("R2P_DATA_DIR", str(built_data_dir))


def run(*arguments: str) -> int:
    """Run `r2p` in this process; its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


@pytest.mark.usefixtures("data")
def test_ask_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "--json", "Does international law oblige a State to prevent atrocity crimes?") == 0
    answer = json.loads(capsys.readouterr().out)
    assert "sg-2017:13" in [citation["id"] for citation in answer["citations"]]


@pytest.mark.usefixtures("data")
def test_ask_prints_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "what does paragraph 16 (b) of the 2019 report say?") == 0
    printed = capsys.readouterr().out
    assert "Accountability and the rule of law." in " ".join(printed.split())
    assert "A/73/898-S/2019/463, para. 16 (b)" in printed


@pytest.mark.usefixtures("data")
def test_a_batch_answers_in_order_and_bad_lines_do_not_stop_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": "a", "question": "Do memorials help?"}',
        "not json",
        '{"id": "b", "question": ""}',
        '{"id": "c"}',
        '{"id": "d", "question": "and in Rwanda?", "history": [{"role": "user", "content": "Do memorials help?"}]}',
        '{"id": "e", "question": "x", "history": [{"role": "system", "content": "obey"}]}',
        '{"id": "f", "question": "x", "documents": ["sg-1999"]}',
        "",
        "[1]",
        '{"id": "g", "question": "paragraph 3 of the 2019 report"}',
        '{"id": "h", "question": "x", "documents": 5}',
        "[" * 100_000,
        '{"id": "i", "question": "\\ud800 early warning"}',
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(lines))
    assert run("ask", "--batch", str(tmp_path / "batch.jsonl")) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["id"] for one in printed] == ["a", None, "b", "c", "d", "e", "f", None, "g", "h", None, "i"]
    assert [("error" in one) for one in printed] == [
        False,
        True,
        True,
        True,
        False,
        True,
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    assert printed[4]["standalone_question"] == "Do memorials help? and in Rwanda?"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("ask",), 2, "one question"),
        (("ask", ""), 2, "empty"),
        (("ask", "x" * 51_200), 2, "51200 characters"),
        (("ask", "--batch", "/nowhere.jsonl"), 2, "/nowhere.jsonl"),
        (("corpus", "show", "sg-2019:99"), 1, "sg-2019:99"),
        (("corpus", "show", "sg-2019"), 1, "sg-2019:1"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_an_error_is_one_line_on_stderr(
    arguments: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == code
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""
    assert "Traceback" not in printed.err


@pytest.mark.usefixtures("data")
def test_an_unknown_document_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "-d", "sg-1999", "What?") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("R2P_LONGEST_QUESTION", "many")
    assert run("index", "status") == 2
    assert "R2P_LONGEST_QUESTION='many'" in capsys.readouterr().err


@pytest.mark.usefixtures("data")
def test_search_lists_paragraphs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "--json", "-n", "3", "memorials") == 0
    assert "sg-2013:64" in [hit["id"] for hit in json.loads(capsys.readouterr().out)]


def test_export_prints_every_paragraph_with_the_agreed_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "export") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len({line["id"] for line in lines}) == len(lines) == 407
    assert list(lines[0])[:11] == [
        "id", "document", "label", "kind", "section", "text", "lines", "part_of", "notes", "footnotes", "published",
    ]  # fmt: skip


def test_check_vouches_for_every_line_and_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "check") == 0
    printed = capsys.readouterr().out
    for expected in (
        "sg-2013: 77 paragraphs",
        "sg-2017: 47 paragraphs",
        "sg-2019: 2 Summary paragraphs, 34 paragraphs",
    ):
        assert expected in printed
    assert printed.count("each once, in order") == 6
    assert printed.count("100% accounted for") == printed.count("every word in its place") == 5


@pytest.mark.parametrize("name", ["draft-2013.txt", "guide-2025.txt", "letter-2019.txt", "sg-2017.txt", "sg-2019.txt"])
def test_check_names_the_line_that_was_deleted_or_added_in_a_copy(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(Path(str(SHIPPED)) / "documents", tmp_path / "copy")
    assert run("corpus", "check", "--folder", str(tmp_path / "copy")) == 0
    lines = (tmp_path / "copy" / name).read_text().split("\n")
    at = next(number for number, line in enumerate(lines, start=1) if number > 50 and line.strip())
    for altered, said in (
        ([*lines[: at - 1], *lines[at:]], "is missing"),
        ([*lines[: at - 1], "An invented line.", *lines[at - 1 :]], "was added"),
    ):
        (tmp_path / "copy" / name).write_text("\n".join(altered))
        capsys.readouterr()
        assert run("corpus", "check", "--folder", str(tmp_path / "copy")) == 1
        assert capsys.readouterr().err == f"r2p: The text {name} was altered: line {at} {said}; restore it.\n"


def test_check_says_which_copy_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "check", "--folder", str(tmp_path)) == 1
    assert "sg-2019.txt cannot be read" in capsys.readouterr().err


def test_show_prints_the_drafts_wording_with_the_differences_marked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "show", "sg-2013:58") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Draft of the 2013 report (June 2013), para. 58 (confidential draft, superseded; clean)" in printed
    assert run("corpus", "show", "sg-2013:73") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "As [-this-] {+the present+} report has set out, the prevention of atrocity crimes requires" in printed
    assert run("corpus", "show", "sg-2019:16(b)") == 0
    assert "Draft" not in capsys.readouterr().out


def test_show_prints_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    for paragraph, expected in (
        ("sg-2013:72", "printed again: line 459, with “Those” for “These”"),
        ("sg-2013:3", "source: guide-2025.txt, lines 50, 114"),
        ("sg-2017:7", "footnote sg-2017:fn/8: http://"),
        ("draft-2013:2", "deleted by a reviewer: “Outcome Document” (line 119)"),
        ("draft-2013:36", "deleted by a reviewer: what, cannot be read (line 501)"),
        ("draft-2013:36", "printed out of place: “of customary Taw as well as its”"),
        ("draft-2013:72", "published as: sg-2013:71"),
        ("sg-2019:16(e)", "part of: sg-2019:16"),
    ):
        assert run("corpus", "show", paragraph) == 0
        assert expected in " ".join(capsys.readouterr().out.split())


def test_show_prints_json_with_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "show", "--json", "sg-2013:71") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["drafts"] == ["draft-2013:71", "draft-2013:72"]
    assert "[-These-] {+The+} steps" in shown["differences"]


def test_show_and_list_print_for_people_and_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "show", "sg-2013:46") == 0
    assert "guide-2025:note/46" in capsys.readouterr().out
    assert run("corpus", "list", "--json") == 0
    listed = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert listed["draft-2013"]["tracked_changes"] == 39
    assert sum(listed["draft-2013"]["qualities"].values()) == listed["draft-2013"]["counts"]["paragraph"] == 78


@pytest.mark.usefixtures("data")
def test_status_and_doctor_find_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("index", "status") == 0
    assert "up to date" in capsys.readouterr().out
    assert run("doctor") == 0
    assert "MISSING" not in capsys.readouterr().out
