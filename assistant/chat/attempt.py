"""One attempt at an answer: passages, searches that the model asks for, the reply as it is checked, the verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from time import perf_counter

from assistant.chat.calls import Calls
from assistant.chat.events import Done, Event, Verified, Words
from assistant.chat.failures import Failure, NoReply
from assistant.chat.model import Message
from assistant.chat.passages import MORE, Showing, to_show
from assistant.chat.prompts import prompt
from assistant.chat.reply import Reply
from assistant.chat.searches import MOST, as_line, wanted
from assistant.chat.tokens import budgeted
from assistant.chat.verification import Cosine, cosine_of, declines, verdict
from assistant.question import Question
from assistant.sources import Sources
from assistant.types import Answer
from index.embedder import Embedder
from index.types import Hit

# What a server adds around each message, in tokens.
AROUND = 30
DECLINED = "The reports do not answer this, as {model} reads the passages that were found."
DOES_NOT_HOLD = "What {label} wrote does not hold to the reports; the answer is quoted from them instead."
NOTHING_MORE = "Nothing more was found."


@lru_cache(maxsize=1)
def _cosine(embedder: Embedder) -> Cosine:
    """One for all answers: what a passage was compared by before need not be embedded again."""
    return cosine_of(embedder.embed_few)


@dataclass
class Attempt:
    """One attempt, within `context` tokens.

    `noted` is what there is to say of earlier ones, `said` whether words of the reply were given out.
    """

    quoted: Answer
    asked: Question
    hits: Sequence[Hit]
    calls: Calls
    sources: Sources
    context: int
    noted: Sequence[str] = ()
    said: bool = False
    _first_word: dict[str, float] = field(default_factory=dict)
    _showing: Showing = field(init=False)

    def __post_init__(self) -> None:
        room = self.context - self.calls.settings.chat_reply
        self._showing = Showing(self.sources.corpus, room, self.sources.registers)

    def events(self) -> Iterator[Event]:
        """The answer as it comes. Raises NoReply."""
        begun = perf_counter()
        pieces = self._pieces(self._opening())
        reply = Reply(self._showing.shown, self.sources.corpus, _cosine(self.sources.embedder), self.sources.registers)
        for piece in pieces:
            if not self.said:
                self.said, self._first_word = True, {"first_word": round((perf_counter() - begun) * 1000, 2)}
            for _ in reply.feed(piece):
                yield Verified(self._so_far(reply), reply.unchecked)
            yield Words(self._so_far(reply), reply.unchecked)
        if self.calls.usage.full:
            reply.break_off()
        for _ in reply.finish():
            yield Verified(self._so_far(reply), reply.unchecked)
        yield Done(self._judged(reply))

    def _opening(self) -> list[Message]:
        """The prompt with the passages found. Raises NoReply if not one of them fits."""
        name = "compare" if len(self.asked.named) > 1 else "answer"
        told = {"question": self.asked.text, "searches": str(MOST)}
        self._reckon(prompt(name, passages="", example="k00000", other="k00000", **told))
        # What the extractive answer quotes comes first: it is the best there is, and holds whole lists.
        best = [citation.id for citation in self.quoted.citations]
        passages = self._showing.add([*best, *to_show(self.hits, self.asked, self.sources.corpus)])
        if not (keys := list(self._showing.shown)):
            raise NoReply(Failure("no passage fits its window (set R2P_CHAT_CONTEXT higher)"))
        return prompt(name, passages=passages, example=keys[0], other=keys[-1], **told)

    def _pieces(self, messages: list[Message]) -> Iterator[str]:
        """The answer as it is written, after the searches that the model asks for."""
        for left in range(MOST, 0, -1):
            queries, pieces = wanted(self.calls.stream(messages), left)
            if not queries:
                return pieces
            messages = [*messages, ("assistant", as_line(queries)), ("user", self._found(queries))]
        return self.calls.stream(messages)

    def _found(self, queries: Sequence[str]) -> str:
        """What searches of the model find, in the documents of the question and no others. Raises NoReply."""
        self._reckon([("assistant", as_line(queries)), ("user", NOTHING_MORE)])
        if self._showing.room < 0:
            raise NoReply(Failure("its searches do not fit its window (set R2P_CHAT_CONTEXT higher)"))
        hits = [hit for one in queries for hit in self.sources.search(one, self.asked.documents, MORE)]
        return self._showing.add(to_show(hits, self.asked, self.sources.corpus)) or NOTHING_MORE

    def _reckon(self, messages: Sequence[Message]) -> None:
        """Take these messages off the room there is for passages."""
        self._showing.room -= sum(budgeted(text) + AROUND for _, text in messages)

    def _so_far(self, reply: Reply) -> Answer:
        return replace(
            self.quoted, answer=reply.text.strip(), citations=tuple(reply.citations), warnings=(),
            mode="generative", model=self.calls.endpoint.model, ms={**self.quoted.ms, **self._first_word},
        )  # fmt: skip

    def _judged(self, reply: Reply) -> Answer:
        """The answer that reaches the reader: the model's if its core holds, else the extractive one."""
        notes = tuple(dict.fromkeys([*self.noted, *self._left_out(), *reply.notes]))
        if not reply.citations and any(declines(one) for one in reply.checked):
            line = DECLINED.format(model=self.calls.endpoint.model)
            answer, notes = replace(self._so_far(reply), answer=line, citations=(), abstained=True), self._left_out()
        elif verdict(reply.checked):
            answer = replace(self._so_far(reply), warnings=self.quoted.warnings)
        else:
            line = DOES_NOT_HOLD.format(label=self.calls.endpoint.label)
            answer = replace(self.quoted, warnings=(line, *self.quoted.warnings))
        return replace(answer, warnings=(*answer.warnings, *notes), wording=self.calls.wording(notes))

    def _left_out(self) -> tuple[str, ...]:
        count = len(self._showing.left_out)
        many = "1 paragraph that was found did" if count == 1 else f"{count} paragraphs that were found did"
        return (f"{many} not fit the model's window, and it has not seen them.",) if count else ()
