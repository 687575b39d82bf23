"""A question in, a checked answer out: the story of the assistant in one function."""

from collections.abc import Collection, Iterator, Sequence
from time import perf_counter

from assistant.abstain import NOT_FOUND, Declined, declined, declined_by_rule
from assistant.chat.events import Done, Event
from assistant.compose import compose, silent_documents
from assistant.lookup import look_up, missing, not_there
from assistant.question import Question, clean, understand
from assistant.quoted import find_quotations
from assistant.ranking import first, ranked
from assistant.registers.answering import from_registers, with_force
from assistant.registers.strongly import how_strongly
from assistant.sources import Sources
from assistant.statement import Statement
from assistant.types import Answer, Retrieved, Turn
from assistant.unknown import unknown_report
from assistant.verify import verify
from assistant.within import answering, is_there, silence
from assistant.write import cite_statements, write, write_refusal
from corpus.load import Corpus
from corpus.sentences import sentences
from index.types import Found, Hit

# What was found, what of it is quoted (nothing yet, if that is left to composition), and why it does not answer.
Outcome = tuple[Sequence[Hit], list[Statement], Declined | None]

RETRIEVED = 10  # paragraphs an answer reports as found, whatever it cites
SEARCHED = 60  # paragraphs looked at before the last word on their order
NEAREST = 2  # paragraphs that an answer which declines may point to
ENGLISH_ONLY = "The sources are in English, and so is the answer, which quotes them."


def ask(
    question: str,
    history: Sequence[Turn] = (),
    *,
    sources: Sources,
    documents: Collection[str] | None = None,
    include_draft: bool = False,
) -> Answer:
    """Answer a question from the reports, every statement quoted and cited, or say that they do not answer.

    `documents` limits the search to these ids; the confidential draft is searched only with `include_draft`,
    or if the question or `documents` names it. Raises QuestionError for a question that cannot be asked.
    """
    *_, done = asking(question, history, sources=sources, documents=documents, include_draft=include_draft)
    return done.answer  # type: ignore[union-attr]  # the last event is Done


def asking(
    question: str,
    history: Sequence[Turn] = (),
    *,
    sources: Sources,
    documents: Collection[str] | None = None,
    include_draft: bool = False,
) -> Iterator[Event]:
    """The same as it happens: with a chat model its words, each sentence once it is verified; last the answer."""
    begun = perf_counter()
    text = clean(question, sources.settings.longest_question)
    model = sources.chat.begin() if sources.chat else None
    alone = model.stand_alone(text, history, sources.corpus) if model else ""
    asked = understand(text, history, sources.corpus, documents, include_draft=include_draft, alone=alone)
    hits, statements, refusal = _evidence(asked, sources)
    found_by = perf_counter()
    if not refusal and not statements:
        statements = compose(hits, asked, sources.corpus)
    cited = with_force(cite_statements(statements, sources.corpus), sources.registers)
    citations, warnings = verify(cited, sources.corpus)
    if not citations and not refusal:
        refusal = Declined(NOT_FOUND)
    nearest = verify(cite_statements(_nearest(refusal, hits, sources.corpus), sources.corpus), sources.corpus)[0]
    silent = silent_documents(statements, asked)
    done = perf_counter()
    quoted = Answer(
        question=question,
        standalone_question=asked.text,
        answer=write_refusal(refusal.reason, nearest)
        if refusal
        else write(citations, sources.corpus, silent, forces=asked.strongly),
        citations=() if refusal else tuple(citations),
        nearest=tuple(nearest),
        abstained=bool(refusal),
        retrieved=tuple(Retrieved(hit.paragraph, round(hit.score, 6)) for hit in hits[:RETRIEVED]),
        warnings=(*warnings, *missing(asked, sources.corpus), *([ENGLISH_ONLY] if asked.language else [])),
        ms={"search": _ms(begun, found_by), "compose": _ms(found_by, done), "total": _ms(begun, done)},
    )
    yield from model.answer(quoted, asked, hits, sources) if model else [Done(quoted)]


def _evidence(asked: Question, sources: Sources) -> Outcome:
    found, hits = searched(asked, sources)
    if outcome := settled(asked, found, hits, sources):
        return outcome
    refusal = declined(asked, found, hits, sources.corpus)
    strong = how_strongly(hits, asked, sources.registers).statements
    return first(strong, hits), [] if refusal else strong, refusal


def searched(asked: Question, sources: Sources) -> tuple[Found, list[Hit]]:
    """All that is found, and of it, best first, what may answer: within the sections asked about, if any are."""
    found = sources.find(asked.focus, asked.documents, SEARCHED, asked.apart)
    hits = ranked(found.hits, asked, sources.corpus)
    return found, answering(found.hits, hits, asked, sources.corpus) if asked.within else hits


def settled(asked: Question, found: Found, hits: Sequence[Hit], sources: Sources) -> Outcome | None:
    """What comes of a question for which no signs need be weighed: it is looked up, or a register has it; else None."""
    looked_up = look_up(asked, sources.corpus) if asked.by_place else []
    looked_up = looked_up or find_quotations(asked.text, asked.documents, sources.corpus)
    if looked_up and not asked.ids and (unknown := unknown_report(asked, sources.corpus)):
        return hits, [], Declined(unknown)
    if looked_up:
        return first(looked_up, hits), looked_up, None
    if registered := from_registers(asked, sources.registers, sources.corpus):
        return first(registered, hits), registered, None
    if (asked.labels or asked.sections) and asked.named:
        return hits, [], Declined(not_there(asked, sources.corpus))
    if asked.within and not hits:
        elsewhere = tuple(hit.paragraph for hit in found.hits[:1]) if is_there(asked, sources.corpus) else ()
        return found.hits, [], Declined(silence(asked, sources.corpus), elsewhere)
    strong = how_strongly(hits, asked, sources.registers)
    if not strong.near_enough or not strong.statements:
        return None
    refusal = declined_by_rule(asked, hits, sources.corpus)
    return first(strong.statements, hits), [] if refusal else strong.statements, refusal


def _nearest(refusal: Declined | None, hits: Sequence[Hit], corpus: Corpus) -> list[Statement]:
    """Of each paragraph that comes nearest to what is not answered, the nearest sentence (the first, if unscored)."""
    cosines = {hit.paragraph: dict(hit.sentences) for hit in hits}
    near = {name: sentences(corpus.get(name).text) for name in (refusal.near[:NEAREST] if refusal else ())}
    best = {name: max(spans, key=lambda span: cosines.get(name, {}).get(span, 0.0)) for name, spans in near.items()}
    return [Statement(name, span.start, span.end) for name, span in best.items()]


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
