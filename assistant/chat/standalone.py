"""A follow-up made to stand alone by the model, and held to what the user named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.chat.chat import Asking
from assistant.chat.failures import NoReply
from assistant.chat.prompts import prompt
from assistant.chat.tokens import budgeted
from assistant.naming import named_documents, without_mentions
from assistant.question import Question, understand
from assistant.references import labels
from assistant.types import Turn
from corpus.errors import QuestionError
from corpus.load import Corpus

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LONGEST = 600  # characters of a rewritten question
_TURNS = 6  # of the conversation, that the model reads
_OF_A_TURN = 1200  # characters


def stand_alone(asked: Question, history: Sequence[Turn], asking: Asking, corpus: Corpus) -> Question:
    """The question as the model rewrites it; as the rules had it if the model fails or loses what was named."""
    if not any(turn.role == "user" for turn in history):
        return asked
    try:
        written = asking.complete(_messages(asked.latest, history, asking.chat.settings.chat_context))
    except NoReply:
        return asked  # the answer will say what is wrong with the model
    text = " ".join(written.split()).strip("\"“” ")
    if text == asked.latest or not faithful(text, asked.latest, history, corpus):
        return asked
    return _understood(text, asked, corpus)


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


def _understood(text: str, asked: Question, corpus: Corpus) -> Question:
    """What the rewritten question asks for, within the documents that the conversation may be answered from."""
    try:
        understood = understand(text, (), corpus, asked.allowed)
    except QuestionError:
        return asked
    return replace(understood, context=asked.context, latest=asked.latest, language=asked.language)


def _messages(latest: str, history: Sequence[Turn], context: int) -> list[tuple[str, str]]:
    """The prompt, with as much of the conversation as there is room for, the latest turns first."""
    turns = [f"{turn.role}: {turn.content[:_OF_A_TURN]}" for turn in history[-_TURNS:]]
    while turns and budgeted("\n".join(turns)) > context // 2:
        turns.pop(0)
    return prompt("standalone", conversation="\n".join(turns), question=latest)
