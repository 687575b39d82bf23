"""A talk with the page: its sources, loaded at once, and every step of the exchange over one question."""

import asyncio

from assistant.views.asking import Choice, conversing
from assistant.views.conversation import Conversation, Exchange
from assistant.views.loading import Loading


def loaded(open_sources: object) -> Loading:
    loading = Loading(open_sources)  # type: ignore[arg-type]
    loading._load()
    return loading


def talk_of(question: str, loading: Loading, earlier: Conversation = ()) -> list[Exchange]:
    async def collect() -> list[Exchange]:
        return [talk[-1] async for talk in conversing(question, earlier, Choice(), loading)]

    return asyncio.run(collect())
