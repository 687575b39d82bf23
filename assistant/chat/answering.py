"""A chat model's answer, as it is written and checked; where it does not hold, the extractive one stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from assistant.chat.chat import Asking
from assistant.chat.events import Done, Event, Verified, Withdrawn, Words
from assistant.chat.failures import CUT, Failure, NoReply
from assistant.chat.model import Message
from assistant.chat.passages import MORE, PASSAGES, Showing, to_show
from assistant.chat.prompts import prompt
from assistant.chat.reply import Reply
from assistant.chat.searches import MOST, wanted
from assistant.chat.tokens import budgeted
from assistant.chat.verification import cosine_of, declines, verdict
from assistant.question import Question
from assistant.sources import Sources
from assistant.types import Answer
from index.types import Hit

# What a server adds around the messages, in tokens.
AROUND = 60
DECLINED = "The reports do not answer this, as {model} reads the passages that were found."


@dataclass(frozen=True)
class Evidence:
    """What a model answers from: the question as it was understood, and the paragraphs found, best first."""

    asked: Question
    hits: Sequence[Hit]


def answered(extractive: Answer, evidence: Evidence, asking: Asking, sources: Sources) -> Iterator[Event]:
    """The answer in the model's words as they come; asked for again where that may help, else the extractive one."""
    context, attempt, failure = asking.chat.settings.chat_context, 0, CUT
    begun = perf_counter()
    while True:
        said = False
        try:
            for event in _Attempt(extractive, evidence, asking, sources, context, begun).events():
                said = True
                yield event
            return
        except NoReply as error:
            failure = error.failure
            if failure.too_long and not said and context > 2 * asking.chat.settings.chat_reply:
                context //= 2  # with half the passages it may do
            elif not asking.waits(error, attempt):
                break
            if said:
                yield Withdrawn(f"The model did not answer: {failure.line}. It is asked again.")
            attempt += 1
    yield Done(_instead(extractive, failure, asking, begun))


def _instead(extractive: Answer, failure: Failure, asking: Asking, begun: float) -> Answer:
    line = f"{asking.chat.endpoint.label} did not answer: {failure.line}. The answer is quoted from the reports instead."
    return _signed(replace(extractive, warnings=(line, *extractive.warnings)), asking, (), begun)


@dataclass
class _Attempt:
    """One attempt at a whole answer: passages, searches, reply, verdict."""

    extractive: Answer
    evidence: Evidence
    asking: Asking
    sources: Sources
    context: int
    begun: float

    def __post_init__(self) -> None:
        self._showing = Showing(self.sources.corpus, self.context - self.asking.chat.settings.chat_reply - AROUND)
        self._first_word: float | None = None

    def events(self) -> Iterator[Event]:
        pieces = self._pieces(self._opening())
        reply = Reply(self._showing.shown, self.sources.corpus, cosine_of(self.sources.embedder.embed))
        for piece in pieces:
            self._first_word = self._first_word or perf_counter()
            for _ in reply.feed(piece):
                yield Verified(self._so_far(reply), reply.unchecked)
            yield Words(reply.unchecked)
        if self.asking.usage.full:
            reply.break_off()
        for _ in reply.finish():
            yield Verified(self._so_far(reply), reply.unchecked)
        yield Done(self._judged(reply))

    def _opening(self) -> list[Message]:
        """The prompt with the passages found. Raises NoReply if not one of them fits."""
        asked, corpus = self.evidence.asked, self.sources.corpus
        name = "compare" if len(asked.named) > 1 else "answer"
        told = {"question": asked.text, "searches": str(MOST)}
        empty = prompt(name, passages="", example="k00000", other="k00000", **told)
        self._showing.room -= sum(budgeted(text) for _, text in empty)
        # What the extractive answer quotes comes first: it is the best there is, and holds whole lists.
        quoted = [citation.id for citation in self.extractive.citations]
        shown = to_show(self.evidence.hits, asked, corpus, PASSAGES)
        passages = self._showing.add([*quoted, *shown])
        if not self._showing.shown:
            raise NoReply(Failure("no passage fits its window: set R2P_CHAT_CONTEXT higher"))
        keys = self._showing.keys
        return prompt(name, passages=passages, example=keys[0], other=keys[-1], **told)

    def _pieces(self, messages: list[Message]) -> Iterator[str]:
        """The answer as it is written, after the searches that the model asks for."""
        for left in range(MOST, 0, -1):
            queries, pieces = wanted(self.asking.stream(messages))
            if not queries:
                return pieces
            more: list[Message] = [
                ("assistant", "\n".join(f"SEARCH: {one}" for one in queries[:left])),
                ("user", self._found(queries[:left])),
            ]
            messages = messages + more
        return self.asking.stream(messages)

    def _found(self, queries: Sequence[str]) -> str:
        """What searches of the model find, in the documents of the question and no others."""
        asked = self.evidence.asked
        self._showing.room -= sum(budgeted(f"SEARCH: {one}") for one in queries) + AROUND
        hits = [hit for one in queries for hit in self.sources.search(one, asked.documents, MORE)]
        found = self._showing.add(to_show(hits, asked, self.sources.corpus, MORE * len(queries)))
        return f"{found or 'Nothing more was found.'}\n\nQuestion: {asked.text}" 

    def _so_far(self, reply: Reply) -> Answer:
        return replace(
            self.extractive,
            answer=reply.text.strip(),
            citations=tuple(reply.citations),
            warnings=(),
            mode="generative",
            model=self.asking.chat.endpoint.model,
        )

    def _judged(self, reply: Reply) -> Answer:
        """The answer that reaches the reader: the model's if its core holds, else the extractive one."""
        endpoint = self.asking.chat.endpoint
        left_out = self._left_out()
        if not reply.citations and any(declines(one) for one in reply.checked):
            line = DECLINED.format(model=endpoint.model)
            declined = replace(self._so_far(reply), answer=line, citations=(), abstained=True)
            return _signed(declined, self.asking, left_out, self.begun, self._first_word)
        if not verdict(reply.checked):
            line = f"What {endpoint.label} wrote does not hold to the reports; the answer is quoted from them instead."
            instead = replace(self.extractive, warnings=(line, *self.extractive.warnings))
            return _signed(instead, self.asking, (*left_out, *reply.notes), self.begun, self._first_word)
        held = replace(self._so_far(reply), warnings=self.extractive.warnings)
        return _signed(held, self.asking, (*left_out, *reply.notes), self.begun, self._first_word)

    def _left_out(self) -> tuple[str, ...]:
        count = len(self._showing.left_out)
        many = "1 paragraph that was found did" if count == 1 else f"{count} paragraphs that were found did"
        return (f"{many} not fit the model's window, and it has not seen them.",) if count else ()


def _signed(
    answer: Answer, asking: Asking, notes: Sequence[str], begun: float, first_word: float | None = None
) -> Answer:
    """The answer with the model's part in it: who was asked, what it cost, what was dropped, how long it took."""
    now = perf_counter()
    took = {"model": _ms(begun, now), "total": answer.ms.get("total", 0.0) + _ms(begun, now)}
    heard = {"first_word": _ms(begun, first_word)} if first_word else {}
    unique = tuple(dict.fromkeys(notes))
    return replace(
        answer,
        wording=asking.wording(unique),
        warnings=(*unique, *answer.warnings),
        ms={**answer.ms, **heard, **took},
    )


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
