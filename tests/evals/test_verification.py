"""The sentences that verification is measured with, and how it does on those that tuned nothing."""

from pathlib import Path

import pytest

from assistant.chat.verification import cosine_of
from corpus.load import Corpus, load_corpus
from evals.errors import CaseError
from evals.verification import FAITHFUL, check, mistakes, read_examples, table
from index.embedder import Embedder


@pytest.fixture
def real_corpus() -> Corpus:
    return load_corpus()


def test_no_sentence_is_in_both_halves(real_corpus: Corpus) -> None:
    examples = read_examples()
    halves = {half: {one.sentence for one in examples if one.half == half} for half in ("tuning", "untouched")}
    assert all(halves.values())
    assert not halves["tuning"] & halves["untouched"]
    assert all(one.paragraph in real_corpus for one in examples)


def test_the_untouched_half(real_corpus: Corpus) -> None:
    outcomes = check(
        [one for one in read_examples() if one.half == "untouched"], real_corpus, cosine_of(Embedder().embed)
    )
    corrupted = [one for one in outcomes if one.example.kind != FAITHFUL]
    faithful = [one for one in outcomes if one.example.kind == FAITHFUL]
    assert sum(one.is_caught for one in corrupted) >= 0.9 * len(corrupted)
    assert sum(one.is_caught for one in faithful) <= 0.2 * len(faithful)
    assert len(mistakes(outcomes)) < len(outcomes) / 10
    assert table(outcomes, "untouched").row_count == len({one.example.kind for one in outcomes})


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"none\.jsonl"):
        read_examples(tmp_path / "none.jsonl")
