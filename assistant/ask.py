"""A question in, a checked answer out: the story of the assistant in one function."""

from collections.abc import Collection, Sequence
from time import perf_counter

from assistant.abstain import reason_to_abstain
from assistant.compose import compose
from assistant.lookup import look_up, not_there
from assistant.question import Question, clean, understand
from assistant.ranking import ranked
from assistant.sources import Sources
from assistant.statement import Statement
from assistant.types import Answer, Retrieved, Turn
from assistant.verify import verify
from assistant.write import cite_statements, write
from index.types import Hit

RETRIEVED = 10  # paragraphs an answer reports as found, whatever it cites
SEARCHED = 30  # paragraphs looked at before the last word on their order


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
    reason = reason or ("" if citations else "The reports do not answer this.")
    done = perf_counter()
    return Answer(
        question=question,
        standalone_question=asked.text,
        answer=reason or write(citations, sources.corpus),
        citations=() if reason else tuple(citations),
        abstained=bool(reason),
        retrieved=tuple(Retrieved(hit.paragraph, round(hit.score, 6)) for hit in hits),
        warnings=tuple(warnings),
        ms={"search": _ms(begun, searched), "compose": _ms(searched, done), "total": _ms(begun, done)},
    )


def _evidence(asked: Question, sources: Sources) -> tuple[Sequence[Hit], list[Statement], str]:
    """What was found, what was looked up by number, and why it is not enough (empty if it is)."""
    if asked.labels:
        found = look_up(asked, sources.corpus)
        if found:
            return (
                [Hit(name, 1.0, 1.0, 1.0, []) for name in dict.fromkeys(one.paragraph for one in found)][:RETRIEVED],
                found,
                "",
            )
        if asked.named:
            return [], [], not_there(asked, sources.corpus)
    hits = ranked(sources.search(asked.focus, asked.documents, SEARCHED), asked, sources.corpus)[:RETRIEVED]
    return hits, [], reason_to_abstain(asked, hits, sources.corpus)


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
