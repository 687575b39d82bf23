"""Cases, task and scorers together, with the assistant as it is, over a corpus of a few paragraphs."""

from dataclasses import replace

import pytest

from assistant.settings import Settings
from assistant.sources import Sources
from corpus.load import load_corpus
from evals.evaluation import evaluate
from index.embedder import Embedder
from index.open import open_index


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    whole, folder = load_corpus(), tmp_path_factory.mktemp("data")
    few = {paragraph.id: paragraph for paragraph in whole.of("sg-2019")[:8]}
    corpus, embedder = replace(whole, paragraphs=few, gaps=()), Embedder()
    index = open_index(corpus, embedder, folder, lambda done, total: None)
    return Sources(Settings(data_dir=folder, longest_question=1000), corpus, embedder, index)


def test_cases_become_a_report(sources, make_case):
    first = next(iter(sources.corpus))
    asked = make_case((first.id,), question=first.text[:120])
    endless = make_case((first.id,), id="c2", question="why " * 1000)
    report = evaluate([asked, endless], sources)
    found, failed = report.scores
    assert found.values["recall@5"] == (1.0,)
    assert set(found.values["verbatim"]) <= {1.0}
    assert report.latency.p50 is not None
    assert failed.values["errors"] == (1.0,)
    assert failed.faults[0].startswith("asking ended in an error: QuestionError: ")


def test_the_documents_of_a_case_limit_the_search(sources, make_case):
    first = next(iter(sources.corpus))
    elsewhere = make_case((first.id,), question=first.text[:120], documents=("sg-2017",))
    (score,) = evaluate([elsewhere], sources).scores
    assert first.id not in score.attempt.found
