"""A scripted server, and sources whose answers it words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import scripted

from assistant.chat.chat import Chat, open_chat
from assistant.settings import Settings
from assistant.sources import Sources
from assistant.types import Answer


@pytest.fixture
def server() -> Iterator[scripted.Scripted]:
    with scripted.serving() as served:
        yield served


@pytest.fixture
def waits() -> list[float]:
    """The seconds that were waited, or rather were not."""
    return []


@pytest.fixture
def chat_of(server: scripted.Scripted, waits: list[float]) -> Callable[..., Chat]:
    """The chat model of a script, with other settings perhaps. It waits for nothing."""

    def open_one(script: str, **settings: object) -> Chat:
        told = {"chat_model": f"openai:{script}", "chat_base_url": server.url, "chat_timeout": 10, **settings}
        chat = open_chat(Settings(**told))
        assert chat
        return replace(chat, wait=waits.append)

    return open_one


@pytest.fixture
def worded_by(sources: Sources, chat_of: Callable[..., Chat]) -> Callable[..., Sources]:
    """The sources, with a script that words the answers."""
    return lambda script, **settings: replace(sources, chat=chat_of(script, **settings))


@pytest.fixture
def held(sources: Sources) -> Callable[[Answer], None]:
    """What must be true of any answer, whatever a model wrote."""

    def check(answer: Answer) -> None:
        for citation in answer.citations:
            paragraph = sources.corpus.get(citation.id)
            assert citation.quote
            assert paragraph.text[citation.start : citation.end] == citation.quote
            assert citation.cite == paragraph.cite
        markers = [int(number) for number in re.findall(r"\[(\d+)\]", answer.answer)]
        assert list(dict.fromkeys(markers)) == [citation.n for citation in answer.citations]
        assert not re.search(r"\bk[0-9a-f]{5}\b", answer.answer)
        cited = [sources.corpus.get(citation.id) for citation in answer.citations]
        above = [sources.corpus.get(one.part_of) for one in cited if one.part_of]  # leads in to an item
        texts = [one.text for one in (*cited, *above)]
        for quotation in re.findall(r"“([^”]*)”", answer.answer):
            assert any(quotation.rstrip(" .,;") in text for text in texts), quotation
        assert answer.abstained == (not answer.citations)

    return check
