import json

import pytest

from corpus.load import load_corpus
from evals.errors import CaseError
from evals.labels import LABELS, check_labels, load_labels

GOOD = {"id": "l1", "paragraph": "a:1", "start": 0, "end": 5, "quote": "Fifty", "in_register": False}


def write(folder, **changes):
    (folder / "mine.jsonl").write_text(json.dumps(GOOD | changes), encoding="utf-8")
    return folder


def test_the_shipped_labels_quote_the_corpus_and_no_sentence_is_in_two_splits():
    labels = load_labels()
    check_labels(labels, load_corpus())
    assert len({label.id for label in labels}) == len(labels)
    sample = [*load_labels(split="dev"), *load_labels(split="test")]
    assert len(sample) == 300
    assert {label.force for label in sample if label.in_register} == {
        "legal obligation", "commitment", "demand", "recommendation", "option", "reported proposal",
    }  # fmt: skip
    assert sum(not label.in_register for label in sample) >= len(sample) / 3


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"force": "order", "in_register": True}, "mine.jsonl:1: force"),
        ({"force": "demand"}, "if, and only if"),
        ({"in_register": True}, "if, and only if"),
        ({"actors": ["the moon"]}, "the moon"),
        ({"colour": "red"}, "colour"),
        ({"start": -1}, "start"),
    ],
)
def test_a_bad_label_is_named_with_its_place(tmp_path, changes, said):
    with pytest.raises(CaseError, match=said):
        load_labels(write(tmp_path, **changes))


def test_an_unknown_split_is_answered_with_those_there_are(tmp_path):
    with pytest.raises(CaseError, match="mine"):
        load_labels(write(tmp_path), "yours")


def test_a_quotation_that_does_not_stand_there_is_refused(corpus, tmp_path):
    check_labels(load_labels(write(tmp_path)), corpus)
    with pytest.raises(CaseError, match="l1"):
        check_labels(load_labels(write(tmp_path, quote="Forty")), corpus)


def test_the_guide_to_labelling_is_beside_the_labels():
    assert (LABELS / "LABELLING.md").is_file()
