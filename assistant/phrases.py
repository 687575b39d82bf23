"""Turns of phrase that several modules write: things listed, documents by the names a sentence calls them."""

from collections.abc import Sequence

from corpus.load import Corpus

MOST_NAMED = 3  # documents


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def documents_called(documents: Sequence[str], corpus: Corpus) -> str:
    """The documents with these ids: "the 2017 report and the 2019 report"; not one by one if they are many."""
    if len(documents) > MOST_NAMED:
        return "the documents chosen"
    return listed([f"the {corpus.documents[one].short}" for one in documents])
