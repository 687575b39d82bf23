"""`r2p obligations`, `lessons`, `countries` and `compare` as people and programs see them; no index is needed."""

import csv
import io
import json

import pytest

from tests.assistant.test_cli import run

Captured = pytest.CaptureFixture[str]


def test_obligations_print_the_agreed_keys_a_line_each(capsys: Captured) -> None:
    assert run("obligations", "--actor", "Security Council", "--force", "recommendation", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(lines[0]) == [
        "id", "document", "paragraph", "quote", "start", "end", "actors", "force", "voice", "themes", "year",
    ]  # fmt: skip
    assert all("Security Council" in line["actors"] and line["force"] == "recommendation" for line in lines)
    assert "sg-2017:31" in [line["paragraph"] for line in lines]


def test_countries_print_the_agreed_keys_and_roles(capsys: Captured) -> None:
    assert run("countries", "Kenya", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(lines[0]) == ["country", "iso", "document", "paragraph", "role", "quote"]
    roles = {line["paragraph"]: line["role"] for line in lines}
    assert (roles["sg-2013:59"], roles["sg-2013:52"], roles["sg-2013:72"]) == ("example", "example", "warning")


def test_csv_has_a_header_and_reads_back(capsys: Captured) -> None:
    assert run("lessons", "--polarity", "failed", "--document", "sg-2019", "--csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows
    assert {(row["polarity"], row["document"]) for row in rows} == {("failed", "sg-2019")}


def test_people_see_the_status_of_each_source(capsys: Captured) -> None:
    assert run("obligations", "--force", "demand", "--theme", "treaties") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "sg-2017: A/71/1016-S/2017/556 (advance copy)" in printed
    assert "2013 report, para. 71 (c)" in printed


def test_compare_says_silence_and_the_change_of_force(capsys: Captured) -> None:
    assert run("compare", "national focal points") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "says nothing of it" in printed
    assert "2013 report, para. 71 (a): demand; 2017 report, para. 45, first bullet: option" in printed
    assert run("compare", "risk assessment", "--json") == 0
    cells = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [cell["force"] for cell in cells] == ["demand", "option", "reported proposal", "recommendation"]


def test_counts_are_printed_for_people_and_machines(capsys: Captured) -> None:
    assert run("obligations", "--counts", "--json") == 0
    counts = json.loads(capsys.readouterr().out)
    assert sum(counts["force"].values()) == sum(counts["document"].values())
    assert run("countries", "--counts") == 0
    assert "co-host" in capsys.readouterr().out


def test_all_countries_are_listed_and_one_that_is_not_named_is_said_to_be_absent(capsys: Captured) -> None:
    assert run("countries") == 0
    assert "Western Balkans" in capsys.readouterr().out
    assert run("countries", "Norway") == 0
    assert "nothing of that kind" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("obligations", "--actor", "the moon"), "choose from States, Security Council"),
        (("obligations", "--force", "order"), "choose from legal obligation"),
        (("lessons", "--theme", "sports"), "choose from accountability"),
        (("lessons", "--polarity", "good"), "worked, failed, caution"),
        (("countries", "Atlantis"), "Atlantis"),
        (("compare", "sports"), "choose from accountability"),
        (("obligations", "-d", "sg-1999"), "sg-2019"),
    ],
)
def test_an_unknown_name_is_misuse_told_in_one_line(arguments: tuple[str, ...], said: str, capsys: Captured) -> None:
    assert run(*arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
