"""What the scripted server is asked and what it replies: a script is what makes the one of the other."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

_PASSAGE = re.compile(r'<passage key="(k[0-9a-f]+)"([^>]*)>(.*?)</passage>', re.DOTALL)
SENTENCE = re.compile(r"(.{30,300}?[.;:])(?=\s|$)", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    key: str
    attributes: str
    text: str

    @property
    def sentences(self) -> list[str]:
        """The sentences of the passage; those without quotation marks and brackets of their own, if there are any."""
        found = [one.strip() for one in SENTENCE.findall(self.text)]
        plain = [one for one in found if not re.search(r"[\[\]\"“”‘’()]", one) and one[:1].isupper()]
        return [f"{one.rstrip(';:. ')}." for one in plain or found or [self.text[:200]]]

    @property
    def sentence(self) -> str:
        return self.sentences[0]


@dataclass(frozen=True)
class Request:
    """One call: the messages' texts, the passages in them, and how many calls of this script came before it."""

    messages: list[dict[str, Any]]
    before: int

    @property
    def text(self) -> str:
        return "\n".join(str(message["content"]) for message in self.messages)

    @property
    def question(self) -> str:
        return self.text.rsplit("Question:", 1)[-1].split("\n\n", 1)[0]

    @property
    def passages(self) -> list[Passage]:
        return [Passage(key, told, unescape(text)) for key, told, text in _PASSAGE.findall(self.text)]


@dataclass(frozen=True)
class Reply:
    """What the server does: `text` in pieces, and one thing that is wrong with it, perhaps.

    `wrong` is "hangs" (before the first word), "stalls" (after the first sentence), "pings" (signs of life instead of
    words), "drips" (the words, over and over, in no hurry), "cut", "malformed", "refuses" (in the middle of the
    stream), "web-page" or "no-choices".
    """

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    error: str = "scripted"
    finish: str | None = "stop"
    wrong: str = ""
    piece: int = 7  # letters at a time, so that keys, quotation marks and words come in parts, as from a model


Script = Callable[[Request], Reply]
