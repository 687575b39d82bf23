from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.types import Answer, Citation, Retrieved
from corpus.catalog import read_catalog
from corpus.load import Corpus
from corpus.types import Paragraph
from evals.types import Attempt, Case, Gold

TEXTS = {
    "a:1": "Fifty-nine States took part. Prevention is cheaper than rebuilding.",
    "a:2": "Prevention takes political will.",
    "a:2(a)": "An item of paragraph 2.",
    "b:1": "The Security Council met in 2018.",
}


def paragraph(id_: str, text: str) -> Paragraph:
    document, label = id_.split(":")
    place = {"section": (), "lines": ((1, 1),), "cite": f"{document}, para. {label}"}
    return Paragraph(id=id_, document=document, label=label, kind="paragraph", text=text, **place)


@pytest.fixture
def corpus() -> Corpus:
    """Two documents, four paragraphs."""
    paragraphs = {id_: paragraph(id_, text) for id_, text in TEXTS.items()}
    some_document = next(iter(read_catalog().documents.values()))
    return Corpus({id_: replace(some_document, id=id_) for id_ in ("a", "b")}, paragraphs, {})


def quoting(n: int, id_: str) -> Citation:
    text = TEXTS.get(id_, "")
    return Citation(n, id_, id_.split(":")[0], id_, "official report", id_, (), text, 0, len(text))


@pytest.fixture
def make_case() -> Callable[..., Case]:
    """Builds a case from the ids of required and optional gold paragraphs."""

    def make(needed: tuple[str, ...] = ("a:1",), optional: tuple[str, ...] = (), **others) -> Case:
        gold = (*(Gold(id_) for id_ in needed), *(Gold(id_, required=False) for id_ in optional))
        told = {"id": "c1", "question": "How many?", "kind": "fact", "audience": "student"}
        return Case(**(told | {"gold": () if others.get("abstain") else gold} | others))

    return make


@pytest.fixture
def make_attempt() -> Callable[..., Attempt]:
    """Builds an attempt that found these ids, best first, and cites the whole text of those."""

    def make(case: Case, found: tuple[str, ...] = (), cited: tuple[str, ...] = (), **others) -> Attempt:
        told = {
            "answer": "",
            "citations": tuple(quoting(n, id_) for n, id_ in enumerate(cited, start=1)),
            "retrieved": tuple(Retrieved(id_, 0.5) for id_ in found),
        }
        return Attempt(case, 10.0, Answer(case.question, case.question, **(told | others)))

    return make
