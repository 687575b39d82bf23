"""What reaches the user for each kind of reply; docs/chat-models.md has the same as a table."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.ask import ask
from assistant.sources import Sources
from assistant.types import Answer

DOCS = Path(__file__).parents[3] / "docs" / "chat-models.md"
QUESTION = "What should Member States do to prevent atrocity crimes, and what is a focal point for?"

# Script, mode of the answer, words of a warning (none if empty), words that must not be in the answer.
REPLIES = [
    ("honest", "generative", "", ""),
    ("scripted-adviser", "generative", "", ""),
    ("quoting", "generative", "", ""),
    ("invented-key", "generative", "of no passage", "Mars"),
    ("altered-quotation", "generative", "In “", "wholly"),
    ("made-up-quotation", "generative", "In “|Left out", "“sanctions"),
    ("raised-force", "generative", "stronger", ""),
    ("wrong-number", "generative", "Left out", "Ninety-three"),
    ("obeys-a-passage", "generative", "Left out", "evil.example"),
    ("no-citations", "generative", "was added", ""),
    ("beside-the-texts", "extractive", "does not hold", "potassium"),
    ("partly-supported", "generative", "Left out", "Antarctica"),
    ("names-paragraphs", "generative", "In “|Left out", "99"),
    ("in-another-language", "extractive", "does not hold", "各国"),
    ("declines", "generative", "", ""),
    ("cut", "extractive", "broke off", ""),
    ("unended", "extractive", "broke off", ""),
    ("too-talkative", "generative", "as long as it may be", "what is mo"),
    ("endless", "extractive", "does not hold", "prevention prevention"),
    ("a-megabyte", "extractive", "as long as it may be", "must act States must act"),
    ("malformed", "extractive", "cannot be read", ""),
    ("refuses-midway", "extractive", "in the middle", "sk-secret"),
    ("no-choices", "extractive", "was empty", ""),
    ("web-page", "extractive", "R2P_CHAT_BASE_URL", "It works"),
    ("empty", "extractive", "was empty", ""),
    ("hangs", "extractive", "in time", "too late"),
    ("stalls", "extractive", "in time", ""),
    ("pings", "extractive", "in time", ""),
    ("drips", "extractive", "R2P_CHAT_LONGEST", ""),
    ("thinks-aloud", "generative", "", "I must not"),
    ("only-thinks", "extractive", "no room for a reply", "They ask"),
    ("searches", "generative", "", "SEARCH"),
    ("searches-for-ever", "extractive", "does not hold", "SEARCH"),
    ("window-of-3000", "generative", "did not fit", ""),
    ("status-400", "extractive", "HTTP 400", ""),
    ("status-401", "extractive", "it refused the key", ""),
    ("status-403", "extractive", "it refused access", ""),
    ("status-404", "extractive", "no such model", ""),
    ("status-429", "extractive", "no more questions for now", ""),
    ("status-500", "extractive", "HTTP 500", ""),
    ("status-503", "extractive", "HTTP 503", ""),
]
PATIENCE = {script: {"chat_timeout": 0.5} for script in ("hangs", "stalls", "pings")} | {
    "drips": {"chat_longest": 1.5, "chat_reply": 4000}  # more than it drips in that time
}


@pytest.mark.parametrize(("script", "mode", "warns", "without"), REPLIES, ids=[one[0] for one in REPLIES])
def test_what_reaches_the_user(
    worded_by: Callable[..., Sources], held: Callable[[Answer], None], script: str, mode: str, warns: str, without: str
) -> None:
    answer = ask(QUESTION, sources=worded_by(script, **PATIENCE.get(script, {})))
    held(answer)
    assert answer.mode == mode
    assert answer.answer
    assert answer.wording
    assert answer.wording.model == script
    assert any(re.search(warns, one) for one in answer.warnings) if warns else not answer.warnings
    if without:
        assert without not in answer.answer
    assert answer.abstained == (script == "declines")


def test_the_table_in_the_docs_has_each_kind_of_reply(server) -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [one[0] for one in REPLIES]
    assert set(rows) == set(server.scripts)


def test_an_extractive_answer_instead_is_the_one_there_would_be_without_a_model(
    worded_by: Callable[..., Sources], sources: Sources
) -> None:
    instead, without = ask(QUESTION, sources=worded_by("status-401")), ask(QUESTION, sources=sources)
    assert (instead.answer, instead.citations) == (without.answer, without.citations)
    assert instead.model is None
    assert len(instead.warnings) == len(without.warnings) + 1


def test_what_the_rules_decline_is_not_put_to_the_model(worded_by: Callable[..., Sources], server) -> None:
    answer = ask("What is your favourite colour, in your own opinion?", sources=worded_by("honest"))
    assert answer.abstained
    assert answer.wording is None
    assert server.requests == []
