import json

import pytest

from assistant.types import Turn
from evals.dataset import check_against, load_cases, select
from evals.errors import CaseError
from evals.types import Gold

LINE = {
    "id": "c1",
    "question": "How many?",
    "kind": "fact",
    "audience": "student",
    "gold": [{"paragraph": "a:1"}],
}


@pytest.fixture
def write(tmp_path):
    """Writes cases, given as what LINE is changed by or as bare text, one a line; returns the file."""

    def write(*changes, name="dev.jsonl"):
        lines = [change if isinstance(change, str) else json.dumps(LINE | change) for change in changes]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        return tmp_path / name

    return write


def test_a_case_has_the_keys_of_its_line(write):
    told = {
        "history": [{"role": "user", "content": "Hello"}],
        "documents": ["a"],
        "gold": [{"paragraph": "a:1", "required": True}, {"paragraph": "a:2", "required": False}],
        "facts": [["59", "fifty-nine"]],
        "note": "a note",
    }
    (entry,) = load_cases(write(told))
    assert entry.case.history == (Turn("user", "Hello"),)
    assert entry.case.gold == (Gold("a:1"), Gold("a:2", required=False))
    assert entry.case.facts == (("59", "fifty-nine"),)
    assert entry.case.documents == ("a",)


def test_a_folder_is_read_file_by_file_and_a_file_is_a_split(write, tmp_path):
    write({}, name="dev.jsonl")
    write({"id": "t1", "kind": "list"}, name="test.jsonl")
    entries = load_cases(tmp_path)
    assert [(entry.split, entry.case.id) for entry in entries] == [("dev", "c1"), ("test", "t1")]
    assert [entry.case.id for entry in select(entries, split="test")] == ["t1"]
    assert [entry.case.id for entry in select(entries, kind="fact")] == ["c1"]
    assert select(entries, split="dev", kind="list") == ()


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_are_no_harm(tmp_path):
    file = tmp_path / "mine.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(LINE).encode() + b"\r\n\r\n")
    assert [entry.case.id for entry in load_cases(file)] == ["c1"]


@pytest.mark.parametrize(
    ("change", "quoted"),
    [
        ({"split": "dev"}, 'unknown key "split" with the value "dev"'),
        (
            {"gold": [{"paragraph": "a:1", "needed": True}]},
            'unknown key "gold.0.needed" with the value true',
        ),
        (
            {"history": [{"role": "user", "content": "x", "at": 5}]},
            'unknown key "history.0.at" with the value 5',
        ),
        ({"history": [{"role": "system", "content": "x"}]}, '"history.0.role" cannot be "system"'),
        ({"gold": [{"paragraph": "a:1", "required": "yes"}]}, '"gold.0.required" cannot be "yes"'),
        ({"facts": ["fifty-nine"]}, '"facts.0" cannot be "fifty-nine"'),
        ({"facts": [[]]}, '"facts.0" cannot be []'),
        ({"documents": []}, '"documents" cannot be []'),
        ({"question": "  "}, '"question" is blank'),
        ({"gold": []}, 'has no gold paragraph ("gold": [])'),
        ({"abstain": True}, 'is to abstain but has the gold paragraph "a:1"'),
        ({"abstain": True, "gold": [], "facts": [["59"]]}, 'is to abstain but has the fact "59"'),
        ({"gold": [{"paragraph": "a:1"}, {"paragraph": "a:1"}]}, 'the gold paragraph "a:1" twice'),
        ({"documents": ["b"]}, 'has gold in "a", which its documents ["b"] leave out'),
        ('{"id": "c2", oops', 'not JSON (key must be a string at column 14): "{"id": "c2", oops"'),
        ('["c2"]', '"line" cannot be ["c2"]'),
        ('{"id": "c2"}', 'the key "question" is missing'),
    ],
)
def test_a_bad_case_is_refused_with_file_line_and_value(write, change, quoted):
    file = write({"id": "good"}, change)
    with pytest.raises(CaseError) as refused:
        load_cases(file)
    assert str(refused.value).startswith(f"{file}:2: ")
    assert quoted in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_id_taken_in_another_file_is_refused(write, tmp_path):
    write({}, name="dev.jsonl")
    write({}, name="test.jsonl")
    with pytest.raises(CaseError, match=r'test\.jsonl:1: id "c1" is taken by .*dev\.jsonl:1'):
        load_cases(tmp_path)


def test_a_long_bad_value_is_cut(write):
    with pytest.raises(CaseError) as refused:
        load_cases(write({"note": ["x" * 500]}))
    assert "x…" in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_folder_without_cases_and_a_file_that_is_no_text_are_refused(tmp_path):
    with pytest.raises(CaseError, match="No case in"):
        load_cases(tmp_path)
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CaseError, match="cannot be read"):
        load_cases(tmp_path)


def test_a_paragraph_or_document_the_corpus_lacks_is_refused(write, corpus):
    with pytest.raises(CaseError, match=r'dev\.jsonl:2: gold paragraph "a:99" does not exist'):
        check_against(corpus, load_cases(write({}, {"id": "c2", "gold": [{"paragraph": "a:99"}]})))
    abstaining = {"abstain": True, "gold": [], "documents": ["z"]}
    with pytest.raises(CaseError, match=r'dev\.jsonl:1: document "z" does not exist'):
        check_against(corpus, load_cases(write(abstaining)))


@pytest.mark.parametrize(
    ("told", "draft"), [({}, False), ({"kind": "draft"}, True), ({"documents": ("draft-2013", "a")}, True)]
)
def test_the_draft_is_searched_only_when_asked_for(make_case, told, draft):
    assert make_case(**told).include_draft is draft
