"""Signs that the texts do not answer: what is seen of a question, and what it weighs."""

from dataclasses import replace

import pytest

from assistant.doubt import doubt, signs, too_doubtful, weights
from assistant.question import Question, understand
from assistant.ranking import ranked
from assistant.sources import Sources
from index.types import Found, Hit


def seen(question: str, sources: Sources) -> tuple[Question, Found, list[Hit]]:
    asked = understand(question, (), sources.corpus)
    found = sources.find(asked.focus, asked.documents, 10)
    return asked, found, ranked(found.hits, asked, sources.corpus)


def signs_of(question: str, sources: Sources) -> dict[str, float]:
    asked, found, hits = seen(question, sources)
    assert found.gap
    return signs(found.gap, hits, asked, sources.corpus)


def test_every_sign_has_its_weight(sources: Sources) -> None:
    assert list(signs_of("Do memorials help?", sources)) == list(weights().signs)


def test_a_missing_detail_raises_more_doubt_than_the_thing_itself(sources: Sources) -> None:
    thing = doubt(signs_of("Why should parliaments debate the responsibility to protect?", sources))
    detail = doubt(
        signs_of("Which parliaments hold a debate on the responsibility to protect, and how often?", sources)
    )
    assert thing < weights().most < detail


def test_the_words_of_the_best_paragraph_are_known(sources: Sources) -> None:
    paragraph = sources.corpus.get("sg-2019:16(b)")
    assert signs_of(paragraph.text, sources)["words known"] > 0.9
    assert signs_of("blockchain quantum memorial", sources)["words known"] < 0.5


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("What is an inhibitor?", "asks what it is"),
        ("Compare the 2013 and 2017 reports on arms.", "compares"),
        ("¿Qué es la responsabilidad de proteger?", "foreign"),
    ],
)
def test_what_is_asked_for_is_seen(sources: Sources, question: str, sign: str) -> None:
    assert signs_of(question, sources)[sign] == 1.0


def test_documents_without_questions_raise_no_doubt(sources: Sources) -> None:
    asked, found, hits = seen("How many pages has it?", sources)
    bare = replace(sources.corpus, questions={})
    assert not too_doubtful(found, hits, asked, bare)
    assert not too_doubtful(Found(found.hits), hits, asked, sources.corpus)
