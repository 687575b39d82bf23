"""Fusion by hand, and the search over the real index."""

import pytest

from assistant.sources import Sources
from index.search import RANK_CONSTANT, fuse


def test_reciprocal_rank_fusion_worked_by_hand() -> None:
    fused = fuse((["a", "b"], 1.0), (["b"], 0.5))
    assert fused == [
        ("b", pytest.approx(1 / (RANK_CONSTANT + 2) + 0.5 / (RANK_CONSTANT + 1))),
        ("a", pytest.approx(1 / (RANK_CONSTANT + 1))),
    ]


def test_ties_are_broken_by_name() -> None:
    assert [name for name, _ in fuse((["b"], 1.0), (["a"], 1.0))] == ["a", "b"]


def test_a_search_finds_a_paragraph_by_its_meaning(sources: Sources) -> None:
    found = sources.search("Do monuments to the victims help?", ["sg-2013"])
    assert found[0].paragraph == "sg-2013:64"


def test_a_search_keeps_to_its_documents(sources: Sources) -> None:
    found = sources.search("national focal points", ["letter-2019"], limit=10)
    assert {hit.paragraph.partition(":")[0] for hit in found} == {"letter-2019"}


def test_hits_are_paragraphs_each_once_best_first(sources: Sources) -> None:
    found = sources.search("early warning", list(sources.corpus.documents))
    assert len({hit.paragraph for hit in found}) == len(found) == 10
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_a_question_without_a_known_word_is_searched_by_meaning(sources: Sources) -> None:
    assert sources.search("mémoriaux", ["sg-2013"])


def test_the_same_question_finds_the_same(sources: Sources) -> None:
    documents = list(sources.corpus.documents)
    assert sources.search("hate speech", documents) == sources.search("hate speech", documents)
