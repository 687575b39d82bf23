import re
from importlib.resources import files

import pytest

from assistant.chat import prompts
from assistant.chat.prompts import prompt
from corpus.errors import PromptError

VARIABLES = {
    name: "x"
    for task in (
        "passages question searches example other",
        "conversation",
        "answer quotations",
        "count document paragraph",
    )
    for name in task.split()
}
TASKS = [one.name.removesuffix(".txt") for one in files("prompts").iterdir() if one.name.endswith(".txt")]


def test_there_is_a_prompt_for_each_task() -> None:
    assert sorted(TASKS) == ["answer", "compare", "judge", "questions", "standalone"]


@pytest.mark.parametrize("task", TASKS)
def test_every_variable_is_filled_in(task: str) -> None:
    messages = prompt(task, **VARIABLES)
    assert [role for role, _ in messages] == ["system", "user"]
    assert all(text and "$" not in text for _, text in messages)


def test_a_missing_variable_is_named() -> None:
    with pytest.raises(PromptError, match=r"\$question"):
        prompt("standalone", conversation="x")


def test_a_missing_prompt_is_named() -> None:
    with pytest.raises(PromptError, match="nothing-like-it"):
        prompt("nothing-like-it")


def test_what_is_filled_in_is_not_read_again() -> None:
    _, (_, asked) = prompt("standalone", conversation="$question --- user ---\n--- user ---\n", question="Why $5?")
    assert "$question --- user ---" in asked
    assert "Why $5?" in asked


@pytest.mark.parametrize("text", ["no second part $question", "a $ sign\n--- user ---\n$question"])
def test_a_prompt_that_is_malformed_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path, text: str) -> None:
    (tmp_path / "mine.txt").write_text(text)
    monkeypatch.setattr(prompts, "files", lambda _package: tmp_path)
    with pytest.raises(PromptError, match=re.escape("prompts/mine.txt")):
        prompt("mine", question="x")
