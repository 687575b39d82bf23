"""The cases we ship: an ideal assistant, which cites every gold paragraph whole, must pass them all."""

import pytest

from assistant.types import Answer, Citation, Retrieved
from corpus.load import load_corpus
from evals.dataset import check_against, load_cases
from evals.scorers import score
from evals.tasks import attempt


@pytest.fixture(scope="module")
def real_corpus():
    return load_corpus()


def ideal(case, corpus):
    if case.abstain:
        return Answer(case.question, case.question, "The texts do not answer this.", abstained=True)
    golds = [corpus.get(gold) for gold in (*case.needed, *(g for g in case.golds if g not in case.needed))]
    return Answer(
        case.question,
        case.question,
        answer="",
        retrieved=tuple(Retrieved(gold.id, 1.0) for gold in golds[:10]),
        citations=tuple(
            Citation(
                n,
                gold.id,
                gold.document,
                gold.label,
                "",
                gold.cite,
                gold.section,
                gold.text,
                0,
                len(gold.text),
            )
            for n, gold in enumerate(golds, start=1)
        ),
    )


def test_the_cases_fit_the_corpus(real_corpus):
    check_against(real_corpus, load_cases())


def test_every_case_can_be_passed(real_corpus):
    asked = [attempt(e.case, lambda case: ideal(case, real_corpus), lambda text: []) for e in load_cases()]
    scores = [score(each, real_corpus) for each in asked]
    assert [(one.attempt.case.id, one.faults) for one in scores if not one.passed] == []
