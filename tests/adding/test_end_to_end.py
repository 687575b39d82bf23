"""Three documents are added from the command line, found by a question, cited by paragraph, and removed again."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.ask import ask
from assistant.cli import main
from assistant.settings import Settings
from assistant.sources import Sources, open_sources
from index.manifest import current

QUESTIONS = {
    "sg-2018": ("Who was the first to notice that rumours had turned into threats?", "A/72/901-S/2018/701, para. "),
    "guards-2019": ("Who rings the bell when strangers come armed?", "A/74/902, para. 2 (b)"),
    "schools-2020": ("What does a night guard for a school cost?", "Schools as places of refuge, para. 5"),
}


@pytest.fixture
def data(built_data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(built_data_dir, folder)
    monkeypatch.setenv("R2P_DATA_DIR", str(folder))
    return folder


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


def add(path: Path, name: str, title: str, date: str, *options: str) -> int:
    status = ("--status", "official report", "--yes")
    return run("corpus", "add", str(path), "--id", name, "--title", title, "--date", date, *status, *options)


def test_three_documents_are_added_cited_found_and_removed(
    data: Path, pdf_report: Path, docx_report: Path, html_report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = current(data)
    title = "Early warning and community radio. Report of the Secretary-General"
    assert before
    assert add(pdf_report, "sg-2018", title, "2018-06-01", "--symbol", "A/72/901-S/2018/701") == 0
    after = current(data)
    assert after
    assert 40 <= after.embedded == after.passages - before.passages < 80, "only its own passages were embedded"
    printed = capsys.readouterr().out
    assert "1 Summary paragraph, 40 paragraphs, 3 items (of 2), 3 footnotes" in printed
    assert f"{after.embedded} of {after.passages} passages embedded anew" in printed
    assert add(docx_report, "guards-2019", "Market guards", "2019", "--symbol", "A/74/902") == 0
    assert add(html_report, "schools-2020", "Schools as places of refuge", "2020") == 0
    _found_and_cited(open_sources(Settings(data_dir=data)))
    capsys.readouterr()
    assert run("corpus", "check") == 0
    assert "sg-2018: 1 Summary paragraph, 40 paragraphs" in capsys.readouterr().out
    assert run("corpus", "remove", *QUESTIONS, "--yes") == 0
    _gone(data, before.fingerprint)


def _found_and_cited(sources: Sources) -> None:
    for name, (question, cite) in QUESTIONS.items():
        answer = ask(question, sources=sources, documents=[name])
        assert answer.citations, (name, answer.answer)
        assert answer.citations[0].document == name
        assert cite in " ".join(citation.cite for citation in answer.citations)
        assert name in [hit.id.partition(":")[0] for hit in ask(question, sources=sources).retrieved]
    looked_up = ask("What does paragraph 22 of the 2018 report say?", sources=sources)
    assert [citation.cite for citation in looked_up.citations] == ["A/72/901-S/2018/701, para. 22"]


def _gone(data: Path, fingerprint: str) -> None:
    serving = current(data)
    assert serving
    assert serving.fingerprint == fingerprint, "the index is again what it was"
    assert serving.embedded == 0
    assert not [one for one in (data / "documents").iterdir() if one.is_dir()]
    left = ask("Who rings the bell when strangers come armed?", sources=open_sources(Settings(data_dir=data))).retrieved
    assert not {hit.id.partition(":")[0] for hit in left} & set(QUESTIONS)


def test_a_shipped_document_cannot_be_removed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corpus", "remove", "sg-2019", "--yes") == 1
    assert "cannot be removed" in capsys.readouterr().err
    assert run("corpus", "remove", "x-1999", "--yes") == 1
    assert "no added document" in capsys.readouterr().err


def test_nothing_is_added_unless_somebody_says_yes(
    data: Path, html_report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--id", "x-1", "--title", "T", "--date", "2020", "--status", "letter")
    assert run("corpus", "add", str(html_report), *options) == 1
    assert "--yes" in capsys.readouterr().err
    assert not (data / "documents").exists()


def test_a_damaged_document_is_warned_of_and_the_others_answer(
    data: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    (data / "documents" / "x-1").mkdir(parents=True)
    assert run("corpus", "list", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 6
    assert "x-1 was left out (document.toml: No such file or directory)" in caplog.text
    assert run("doctor") == 1
    assert "MISSING  corpus: The added document x-1 was left out" in capsys.readouterr().out
