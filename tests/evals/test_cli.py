import json

import pytest
from typer.testing import CliRunner

from evals.__main__ import run as run_module
from evals.cli import app
from evals.report import Report, write_json
from evals.scorers import score
from evals.types import Latency


@pytest.fixture
def invoke():
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def cases(tmp_path):
    gold = [{"paragraph": "sg-2019:1"}]
    line = {"id": "c1", "question": "Why?", "kind": "fact", "audience": "student", "gold": gold}
    (tmp_path / "mine.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--split", "dev"], '"dev" is none of mine'),
        (["--kind", "list"], '"list" is none of fact'),
        (["--cases", "no/such/folder"], "no/such/folder"),
        (["--json", "no/such/folder/report.json"], "is no folder"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_misuse_exits_with_2_before_anything_is_asked(invoke, cases, arguments, named):
    found = invoke("run", "--cases", cases, *arguments)
    assert found.exit_code == 2
    assert named in " ".join(found.stderr.replace("│", " ").split())


def test_a_bad_case_exits_with_1_and_one_line(invoke, cases):
    (cases / "mine.jsonl").write_text("oops", encoding="utf-8")
    found = invoke("run", "--cases", cases)
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1
    assert "mine.jsonl:1: not JSON" in found.stderr
    assert found.stdout == ""


def test_compare_prints_the_flipped_case(invoke, make_case, make_attempt, corpus, tmp_path):
    for name, cited in (("before", ()), ("after", ("a:1",))):
        scored = score(make_attempt(make_case(), ("a:1",), cited), corpus)
        write_json(Report((scored,), Latency(1.0, 1.0, 1.0)), tmp_path / f"{name}.json")
    found = invoke("compare", tmp_path / "before.json", tmp_path / "after.json")
    assert found.exit_code == 0
    assert "now passes: c1" in found.stdout


def test_compare_refuses_what_is_no_report(invoke, cases):
    found = invoke("compare", cases / "mine.jsonl", cases / "mine.jsonl")
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "nonsense"], "--kind"),
        (["run", "--kind", "nonsense"], "--kind"),
        (["compare", "no-such.json", "no-such.json"], "no-such.json"),
    ],
)
def test_the_module_runs_without_the_name_of_a_command(capsys, arguments, said):
    with pytest.raises(SystemExit) as ended:
        run_module(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
