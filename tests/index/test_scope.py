"""Which paragraphs may answer, and which gaps are open, when some of the documents are asked."""

import numpy as np
import pytest

from corpus.load import Corpus
from index.scope import Scope


@pytest.fixture(scope="module")
def scope(corpus: Corpus) -> Scope:
    return Scope(corpus)


@pytest.mark.parametrize("documents", [["sg-2017"], ["sg-2013", "guide-2025"], []])
def test_paragraphs_are_allowed_by_their_document(scope: Scope, corpus: Corpus, documents: list[str]) -> None:
    assert list(scope.allowed(documents)) == [one.document in documents for one in corpus]


@pytest.mark.parametrize("documents", [["sg-2017"], ["sg-2013", "guide-2025"]])
def test_gaps_are_open_where_none_of_the_documents_answers(scope: Scope, corpus: Corpus, documents: list[str]) -> None:
    assert list(scope.left_open(documents)) == [gap.is_open_in(documents) for gap in corpus.gaps]


def test_gaps_are_known_by_what_they_come_near(scope: Scope, corpus: Corpus) -> None:
    near = [corpus.gaps[place] for place in scope.gaps_near("sg-2013:64")]
    assert near
    assert near == [gap for gap in corpus.gaps if "sg-2013:64" in gap.near]
    assert scope.gaps_near("sg-1999:1") == []


def test_a_draft_answers_what_it_became_answers(scope: Scope, corpus: Corpus) -> None:
    names = list(corpus.paragraphs)
    drafted = next(one for one in corpus if one.document == "draft-2013" and one.published)
    draft, published = names.index(drafted.id), names.index(drafted.published or "")
    scores = np.zeros(len(names), dtype=np.float32)
    scores[published] = 0.8
    assert 0.5 < scope.with_published(scores)[draft] < 0.8
    assert scope.with_published(scores).sum() >= scores.sum()
    assert scope.answering(scope.allowed(["draft-2013"]))[published]
    assert not scope.answering(scope.allowed(["sg-2017"]))[published]
