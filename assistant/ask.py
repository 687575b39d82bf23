"""A question in, a checked answer out: the story of the assistant in one function."""

from collections.abc import Collection, Sequence
from time import perf_counter

from assistant.abstain import reason_to_abstain, unknown_report
from assistant.compose import compose, silent_documents
from assistant.lookup import look_up, missing, not_there
from assistant.question import Question, clean, understand
from assistant.ranking import first, ranked
from assistant.sources import Sources
from assistant.statement import Statement
from assistant.types import Answer, Retrieved, Turn
from assistant.verify import verify
from assistant.write import cite_statements, write
from index.types import Hit

RETRIEVED = 10  # paragraphs an answer reports as found, whatever it cites
SEARCHED = 60  # paragraphs looked at before the last word on their order
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
    begun = perf_counter()
    text = clean(question, sources.settings.longest_question)
    asked = understand(text, history, sources.corpus, documents, include_draft=include_draft)
    hits, statements, reason = _evidence(asked, sources)
    searched = perf_counter()
    if not reason and not statements:
        statements = compose(hits, asked, sources.corpus)
    citations, warnings = verify(cite_statements(statements, sources.corpus), sources.corpus)
    silent = silent_documents(statements, asked) if not reason else []
    silence = [f"The {sources.corpus.documents[one].short} says nothing of it that was found." for one in silent]
    reason = reason or ("" if citations else "The reports do not answer this.")
    done = perf_counter()
    return Answer(
        question=question,
        standalone_question=asked.text,
        answer=reason or write(citations, sources.corpus),
        citations=() if reason else tuple(citations),
        abstained=bool(reason),
        retrieved=tuple(Retrieved(hit.paragraph, round(hit.score, 6)) for hit in hits[:RETRIEVED]),
        warnings=(*warnings, *silence, *missing(asked, sources.corpus), *([ENGLISH_ONLY] if asked.language else [])),
        ms={"search": _ms(begun, searched), "compose": _ms(searched, done), "total": _ms(begun, done)},
    )


def _evidence(asked: Question, sources: Sources) -> tuple[Sequence[Hit], list[Statement], str]:
    """What was found, what was looked up by number, and why it is not enough (empty if it is)."""
    hits = ranked(sources.search(asked.focus, asked.documents, SEARCHED), asked, sources.corpus)
    looked_up = look_up(asked, sources.corpus) if asked.ids or asked.labels else []
    if looked_up and not asked.ids and (unknown := unknown_report(asked, sources.corpus)):
        return hits, [], unknown
    if looked_up:
        return first(looked_up, hits), looked_up, ""
    if asked.labels and asked.named:
        return hits, [], not_there(asked, sources.corpus)
    return hits, [], reason_to_abstain(asked, hits, sources.corpus)


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
