"""The export keeps its contract: the schema in the repository describes every line of it."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator, ValidationError

from corpus.export import KEYS, exported
from corpus.load import Corpus

SCHEMA = json.loads(files("corpus").joinpath("paragraph.schema.json").read_text(encoding="utf-8"))


def test_every_exported_paragraph_fits_the_schema(corpus: Corpus) -> None:
    validator = Draft202012Validator(SCHEMA)
    for paragraph in corpus:
        printed = json.loads(json.dumps(exported(paragraph, corpus.documents[paragraph.document])))
        validator.validate(printed)


def test_the_schema_names_every_key_and_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert list(SCHEMA["properties"]) == SCHEMA["required"] == list(KEYS)


@pytest.mark.parametrize(
    ("key", "value"),
    [("kind", "chapter"), ("lines", []), ("lines", [[0, 1]]), ("quality", "good"), ("published", "17"), ("extra", 1)],
)
def test_the_schema_refuses_what_is_no_paragraph(corpus: Corpus, key: str, value: object) -> None:
    paragraph = json.loads(json.dumps(exported(corpus.get("sg-2013:1"), corpus.documents["sg-2013"])))
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate({**paragraph, key: value})


def test_what_an_export_refers_to_is_in_it(corpus: Corpus) -> None:
    for one in corpus:
        for other in (*one.notes, *one.footnotes, one.part_of, one.published):
            assert other is None or other in corpus, one.id
        for span in (*one.emphasis, *one.out_of_place):
            assert 0 <= span.start < span.end <= len(one.text)
        assert all(0 <= mark.at <= len(one.text) for mark in one.marks)
