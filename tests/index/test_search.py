"""Fusion by hand, and the search over the real index."""

import numpy as np
import pytest

from assistant.sources import Sources
from index.fusion import QUESTION_ABOVE_PASSAGE, WEIGHTS, fuse
from index.types import Scores


def scores(*values: float) -> Scores:
    return np.array(values, dtype=np.float32)


def test_fusion_worked_by_hand() -> None:
    fused = fuse(scores(0.4, 0.2), scores(0.5, 0.6), scores(4, 2), scores(0, 3))
    weigh = WEIGHTS
    assert fused[0] == pytest.approx(weigh["passage"] * 0.4 + weigh["question"] * 0.5 + weigh["words"] * 1)
    assert fused[1] == pytest.approx(
        weigh["passage"] * 0.2 + weigh["question"] * 0.6 + weigh["words"] * 0.5 + weigh["question words"] * 1
    )


def test_a_paragraph_without_questions_is_given_what_its_text_lets_expect() -> None:
    fused = fuse(scores(0.4, 0.4), scores(-1, 0.4 + QUESTION_ABOVE_PASSAGE), scores(0, 0), scores(0, 0))
    assert fused[0] == pytest.approx(fused[1])


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


def test_a_question_written_for_a_paragraph_finds_it(sources: Sources) -> None:
    for name in ("sg-2017:47/1", "guide-2025:note/46", "letter-2019:annex-1/security-council/6"):
        question = sources.corpus.questions[name][0]
        assert name in [hit.paragraph for hit in sources.search(question, list(sources.corpus.documents), limit=3)]


def test_every_hit_has_the_cosines_of_its_own_passages(sources: Sources) -> None:
    for hit in sources.search("early warning", list(sources.corpus.documents)):
        length = len(sources.corpus.get(hit.paragraph).text)
        assert hit.sentences
        assert all(0 <= span.start < span.end <= length for span, _ in hit.sentences)
        assert max(cosine for _, cosine in hit.sentences) == pytest.approx(hit.similarity)


def test_what_is_asked_beside_a_question_counts_as_much(sources: Sources) -> None:
    first, beside = "Do monuments to the victims help?", "How many States have a national focal point?"
    one, other = (sources.index.searching.evidence(text, ["sg-2013"]) for text in (first, beside))
    both = one.halfway(other)
    assert both.passage == pytest.approx((one.passage + other.passage) / 2)
    found = sources.find(first, ["sg-2013"], beside=beside)
    assert {"sg-2013:64", "sg-2013:57"} <= {hit.paragraph for hit in found.hits[:3]}


def test_the_few_nearest_questions_are_compared(sources: Sources) -> None:
    everywhere = list(sources.corpus.documents)
    answered = sources.find(sources.corpus.questions["sg-2013:64"][0], everywhere).gap
    entry = next(gap for gap in sources.corpus.gaps if "sg-2013:64" in gap.near and not gap.documents)
    left_open = sources.find(entry.questions[0], everywhere).gap
    assert answered
    assert left_open
    assert answered.few_ahead < 0 < left_open.few_ahead
    assert answered.put_alike < left_open.put_alike


def test_what_is_asked_beside_is_held_against_what_the_first_paragraph_leaves_open(sources: Sources) -> None:
    thing = "What did Kenya set up in 2008 to promote good relations among its people?"

    def of_first(beside: str) -> float:
        found = sources.find(f"{thing} {beside}", list(sources.corpus.documents), 10, beside)
        assert found.hits[0].paragraph == "sg-2013:52"
        assert found.gap
        return found.gap.of_first

    assert of_first("") == 0.0
    assert of_first("what is its yearly budget?") > of_first("what is it to foster between the ethnic groups?")
