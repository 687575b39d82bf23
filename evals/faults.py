"""What was wrong with an attempt, in words that tell a trainer where to look."""

from collections.abc import Iterator

from corpus.load import Corpus
from evals.citing import is_verbatim
from evals.facts import missing_facts
from evals.types import Alternatives, Attempt


def find_faults(attempt: Attempt, corpus: Corpus) -> tuple[str, ...]:
    """Every reason for which the case fails; none if it passes.

    A case passes when an answerable question is answered, every needed paragraph cited and every
    fact stated; when an unanswerable one is declined without a source; and when every quote is verbatim.
    Citing further paragraphs fails no case: citation precision counts them.
    """
    if attempt.error is not None:
        return (f"asking ended in an error: {attempt.error}",)
    faults = _wrongly_answered(attempt) if attempt.case.abstain else _wrongly_left_out(attempt)
    return (*faults, *_dressed_up(attempt), *_misquoted(attempt, corpus))


def _wrongly_answered(attempt: Attempt) -> Iterator[str]:
    if attempt.answered:
        yield f"answered, though the texts do not answer this: cited {', '.join(attempt.cited) or 'nothing'}"


def _wrongly_left_out(attempt: Attempt) -> Iterator[str]:
    if not attempt.answered:
        places = "; ".join(f"{needed} {_rank(attempt, needed)}" for needed in attempt.case.needed)
        yield f"abstained, though the texts answer this: {places}"
        return
    for needed in attempt.case.needed:
        if needed not in attempt.cited:
            yield f"{needed} not cited: {_rank(attempt, needed)}"
    for fact in missing_facts(attempt):
        yield f"fact not stated: {worded(fact)}"


def _rank(attempt: Attempt, paragraph: str) -> str:
    if paragraph in attempt.found:
        return f"found at rank {attempt.found.index(paragraph) + 1}"
    return f"not among the {len(attempt.found)} found"


def _dressed_up(attempt: Attempt) -> Iterator[str]:
    if attempt.cited and not attempt.answered:
        yield f"abstained and cites all the same: {', '.join(attempt.cited)}"


def _misquoted(attempt: Attempt, corpus: Corpus) -> Iterator[str]:
    for citation in attempt.answer.citations if attempt.answer else ():
        if not is_verbatim(citation, corpus):
            place = f"{citation.id}[{citation.start}:{citation.end}]"
            yield f'quote [{citation.n}] is not the text of {place}: "{citation.quote}"'


def worded(fact: Alternatives) -> str:
    """A fact as people read it: its wordings, any of which will do."""
    return " or ".join(f'"{wording}"' for wording in fact)
