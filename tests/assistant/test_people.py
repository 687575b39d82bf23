"""Persons named in the texts are told from offices and bodies."""

import pytest

from assistant.people import names_a_person
from corpus.load import Corpus


@pytest.mark.parametrize(
    "text",
    ["Ms. Karen Smith spoke first.", "Adama Dieng, my Special Adviser, opened it.", "the indictment of Rafael Videla"],
)
def test_a_person_is_named(corpus: Corpus, text: str) -> None:
    assert names_a_person(text, corpus)


@pytest.mark.parametrize(
    "text",
    [
        "my Special Adviser on the Prevention of Genocide",
        "the National Peace Council",
        "The Rome Statute says so.",
        "Switzerland and Costa Rica met in the Republic of Korea.",
    ],
)
def test_an_office_a_body_or_a_country_is_no_person(corpus: Corpus, text: str) -> None:
    assert not names_a_person(text, corpus)
