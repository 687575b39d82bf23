"""A chat model's answer, as it is written and checked; where it does not hold, the extractive one stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import perf_counter

from assistant.chat.attempt import Attempt
from assistant.chat.calls import ATTEMPTS, Calls
from assistant.chat.events import Done, Event, Withdrawn
from assistant.chat.failures import Failure, NoReply
from assistant.question import Question
from assistant.sources import Sources
from assistant.types import Answer
from index.types import Hit


def answered(quoted: Answer, asked: Question, hits: Sequence[Hit], calls: Calls, sources: Sources) -> Iterator[Event]:
    """The answer in the model's words as they come; asked for again where that may help, else `quoted`.

    What the rules decline is not put to the model.
    """
    begun = perf_counter()
    for event in [Done(quoted)] if quoted.abstained else _attempts(quoted, asked, hits, calls, sources):
        was_asked = calls.usage.calls or not quoted.abstained
        yield _signed(event, quoted, calls, begun) if isinstance(event, Done) and was_asked else event


def _attempts(quoted: Answer, asked: Question, hits: Sequence[Hit], calls: Calls, sources: Sources) -> Iterator[Event]:
    context, number = calls.settings.chat_context, 0
    withdrawn: list[str] = []
    while True:
        attempt = Attempt(quoted, asked, hits, calls, sources, context, withdrawn)
        try:
            yield from attempt.events()
            return
        except NoReply as error:
            failure = error.failure
            if failure.too_long and number + 1 < ATTEMPTS:
                context //= 2  # with half the passages it may do
            elif not calls.waits(error, number):
                break
        if attempt.said:
            withdrawn.append(f"A first reply was withdrawn: {failure.line}.")
            yield Withdrawn(f"{calls.endpoint.label}: {failure.line}. It is asked again.")
        number += 1
    yield Done(_instead(quoted, failure, calls))


def _instead(quoted: Answer, failure: Failure, calls: Calls) -> Answer:
    line = f"{calls.endpoint.label} did not answer: {failure.line}. The answer is quoted from the reports instead."
    return replace(quoted, warnings=(line, *quoted.warnings), wording=calls.wording())


def _signed(event: Done, quoted: Answer, calls: Calls, begun: float) -> Done:
    """The answer with the model's part in it as it stands at the end, and how long all of it took."""
    answer, spent = event.answer, round((perf_counter() - begun) * 1000, 2)
    notes = answer.wording.notes if answer.wording else ()
    total = round(quoted.ms.get("total", 0.0) + spent, 2)
    return Done(replace(answer, wording=calls.wording(notes), ms={**answer.ms, "model": spent, "total": total}))
