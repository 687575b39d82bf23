"""From a question to the conversation it leaves behind, step by step as the page shows it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.chat.events import Done, Event, Verified, Withdrawn, Words
from assistant.views.conversation import Conversation, Exchange, history
from assistant.views.loading import UNFORESEEN, Loading
from assistant.views.prose import growing
from assistant.views.threads import from_thread
from corpus.errors import R2PError
from corpus.types import Document

if TYPE_CHECKING:
    from assistant.sources import Sources

SEARCHING = "Reading the reports…"
# Long enough to be seen growing, short enough that nobody waits for it.
STEP = 0.05

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Choice:
    """Where to look: in these documents, or everywhere if None; in the draft only if it is included."""

    documents: Collection[str] | None = None
    include_draft: bool = False

    def within(self, documents: Mapping[str, Document]) -> Collection[str] | None:
        """The documents as `ask` wants them named: it leaves out a draft that a choice does not name."""
        if self.documents is None or not self.include_draft:
            return self.documents
        return [*self.documents, *(name for name, document in documents.items() if document.confidential)]


async def conversing(
    question: str, earlier: Conversation, choice: Choice, loading: Loading
) -> AsyncIterator[Conversation]:
    """The conversation as it grows: waiting for the sources, searching, answering, answered."""
    now = Exchange(question)
    async for status in loading.news():
        yield (*earlier, replace(now, notice=f"{status.rstrip('…')}. Your question waits and will be answered."))
    yield (*earlier, replace(now, notice=SEARCHING))
    async for step in _asked(now, earlier, choice, loading):
        yield (*earlier, step)


async def _asked(now: Exchange, earlier: Conversation, choice: Choice, loading: Loading) -> AsyncIterator[Exchange]:
    """The exchange with its answer as it grows, or with the one line that says why there is none."""
    if loading.sources is None:
        yield replace(now, stage="failed", notice=loading.error or UNFORESEEN)
        return
    sources = loading.sources
    try:
        async for event in from_thread(lambda: _ask(now.question, earlier, choice, sources)):
            async for step in _shown(event, now):
                yield step
    except R2PError as error:
        yield replace(now, stage="failed", notice=str(error))
    except Exception:
        logger.exception("The question could not be answered")
        yield replace(now, stage="failed", notice=UNFORESEEN)


async def _shown(event: Event, now: Exchange) -> AsyncIterator[Exchange]:
    """The exchange as it stands after an event; an answer no model has worded grows under the eyes, too."""
    match event:
        case Words(answer, unchecked) | Verified(answer, unchecked):
            yield replace(now, stage="answering", answer=answer, unchecked=unchecked)
            await asyncio.sleep(STEP)
        case Withdrawn(why):
            yield replace(now, notice=why)
        case Done(answer):
            for part in growing(answer) if answer.wording is None else ():
                yield replace(now, answer=part, stage="answering")
                await asyncio.sleep(STEP)
            yield replace(now, stage="done", answer=answer)


def _ask(question: str, earlier: Sequence[Exchange], choice: Choice, sources: "Sources") -> Iterator[Event]:
    # Imported late: what it brings along is heavy, and the page must come up without it.
    from assistant.ask import asking

    return asking(
        question,
        history(earlier),
        sources=sources,
        documents=choice.within(sources.corpus.documents),
        include_draft=choice.include_draft,
    )
