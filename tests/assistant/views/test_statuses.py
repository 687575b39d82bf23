"""The badges of the statuses."""

from assistant.views.statuses import STATUSES, badge
from corpus.load import Corpus


def test_every_status_of_the_catalog_has_a_badge_of_its_own(corpus: Corpus) -> None:
    statuses = {document.status for document in corpus.documents.values()}
    assert statuses == set(STATUSES)
    assert len({badge(status) for status in statuses}) == len(statuses)
