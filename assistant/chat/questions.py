"""Questions for the paragraphs of an added document, written by the chat model when it is indexed.

The shipped texts have questions written by hand; these are only for what a user adds. They are looked for in a
search, like the hand-written ones, and never shown.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.chat.chat import Chat
from assistant.chat.prompts import prompt
from assistant.chat.tokens import budgeted
from corpus.types import Document, Paragraph

QUESTIONS = 8  # asked for, and kept, for a paragraph
_SHORTEST = 60  # characters of a paragraph that questions are written for
_LONGEST = 200  # characters of a question
_SIGN = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s*")


def write_questions(
    document: Document, paragraphs: Sequence[Paragraph], known: Collection[str], chat: Chat
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Questions for each paragraph that is not `known` to have some, as they come: id and questions. Raises NoReply."""
    for paragraph in paragraphs:
        if paragraph.id not in known and len(paragraph.text) >= _SHORTEST:
            yield paragraph.id, _questions(document, paragraph, chat)


def _questions(document: Document, paragraph: Paragraph, chat: Chat) -> tuple[str, ...]:
    asked = prompt("questions", count=str(QUESTIONS), document=document.short, paragraph=paragraph.text)
    if sum(budgeted(text) for _, text in asked) + chat.settings.chat_reply > chat.settings.chat_context:
        return ()  # too long for the model; its own words must do
    return read_lines(chat.calls().complete(asked))


def read_lines(reply: str) -> tuple[str, ...]:
    """The questions of a reply, one a line; what is no question of a sensible length is left out."""
    lines = (" ".join(_SIGN.sub("", line).split()) for line in reply.splitlines())
    return tuple(dict.fromkeys(line for line in lines if 8 <= len(line) <= _LONGEST))[:QUESTIONS]
