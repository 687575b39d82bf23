"""The choice of where to look, as it is laid out."""

import pytest

from assistant.views.layout import document_choices, where
from corpus.load import Corpus


def test_the_draft_is_not_among_the_documents_to_choose_from(corpus: Corpus) -> None:
    choices = document_choices(corpus.documents)
    assert ("2019 report · official report", "sg-2019") in choices
    assert "draft-2013" not in [name for _, name in choices]
    assert len(choices) == len(corpus.documents) - 1


@pytest.mark.parametrize(
    ("documents", "draft", "says"),
    [
        ([], False, "every text but the draft"),
        ([], True, "every text, and the confidential draft"),
        (["sg-2019"], False, "only one text"),
        (["sg-2019", "sg-2017"], True, "only 2 texts, and the confidential draft"),
    ],
)
def test_a_closed_choice_still_says_where_it_looks(documents: list[str], draft: bool, says: str) -> None:
    assert where(documents, draft) == f"Where to look: {says}"
