"""A follow-up made to stand alone by the model, and held to what the user named."""

import re
from collections.abc import Iterable, Sequence

from assistant.chat.calls import Calls
from assistant.chat.failures import NoReply
from assistant.chat.prompts import prompt
from assistant.chat.tokens import budgeted
from assistant.naming import named_documents, without_mentions
from assistant.references import labels
from assistant.types import Turn
from corpus.load import Corpus

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LONGEST = 600  # characters of a rewritten question
_TURNS = 6  # of the conversation, that the model reads
_OF_A_TURN = 1200  # characters


def stand_alone(latest: str, history: Sequence[Turn], calls: Calls, corpus: Corpus) -> str:
    """The question as the model rewrites it; empty if it changes nothing, fails, or loses what was named."""
    if not any(turn.role == "user" for turn in history):
        return ""
    try:
        written = calls.complete(_messages(latest, history, calls.settings.chat_context))
    except NoReply:
        return ""  # the answer will say what is wrong with the model
    text = written.strip('"“” ')
    return text if faithful(text, latest, history, corpus) else ""


def faithful(written: str, latest: str, history: Sequence[Turn], corpus: Corpus) -> bool:
    """Whether a rewritten question names all that the user's latest one names, and nothing that no question did."""
    if not written or len(written) > _LONGEST + len(latest) or "\n" in written:
        return False
    typed = [latest, *(turn.content for turn in history if turn.role == "user")]
    named, before = _names([written], corpus), _names(typed, corpus)
    return _names([latest], corpus) <= named <= before


def _names(texts: Iterable[str], corpus: Corpus) -> set[str]:
    """The documents, paragraph numbers and years that texts name."""
    documents = corpus.documents.values()
    found: set[str] = set()
    for text in texts:
        bare = without_mentions(text, documents)
        found |= {*named_documents(text, documents), *(f"para. {one}" for one in labels(bare)), *_YEAR.findall(text)}
    return found


def _messages(latest: str, history: Sequence[Turn], context: int) -> list[tuple[str, str]]:
    """The prompt, with as much of the conversation as there is room for, the latest turns first."""
    turns = [f"{turn.role}: {turn.content[:_OF_A_TURN]}" for turn in history[-_TURNS:]]
    while turns and budgeted("\n".join(turns)) > context // 2:
        turns.pop(0)
    return prompt("standalone", conversation="\n".join(turns), question=latest)
