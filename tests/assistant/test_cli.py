"""The command line as other programs see it: what it prints, where, and how it exits."""

import json
from pathlib import Path

import pytest

from assistant.cli import main


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
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(lines))
    assert run("ask", "--batch", str(tmp_path / "batch.jsonl")) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["id"] for one in printed] == ["a", None, "b", "c", "d", "e", "f", None, "g"]
    assert [("error" in one) for one in printed] == [False, True, True, True, False, True, True, True, False]
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
    assert len({line["id"] for line in lines}) == len(lines) == 400
    assert list(lines[0]) == [
        "id", "document", "label", "kind", "section", "text", "lines", "part_of", "notes", "footnotes", "published",
    ]  # fmt: skip


def test_check_vouches_for_the_three_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "check") == 0
    printed = capsys.readouterr().out
    for expected in (
        "sg-2013: 77 paragraphs",
        "sg-2017: 47 paragraphs",
        "sg-2019: 2 Summary paragraphs, 34 paragraphs",
    ):
        assert expected in printed
    assert printed.count("each once, in order, with no words of another") == 5


def test_show_and_list_print_for_people_and_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "show", "sg-2013:46") == 0
    assert "guide-2025:note/46" in capsys.readouterr().out
    assert run("corpus", "list", "--json") == 0
    assert next(one["id"] for one in json.loads(capsys.readouterr().out)) == "sg-2013"


@pytest.mark.usefixtures("data")
def test_status_and_doctor_find_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("index", "status") == 0
    assert "up to date" in capsys.readouterr().out
    assert run("doctor") == 0
    assert "MISSING" not in capsys.readouterr().out
