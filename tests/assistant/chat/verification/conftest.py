"""What the tests of verification share: passages under keys, and a cosine that needs no model."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from assistant.chat.verification import Checked, Cosine, Shown, check_sentence
from assistant.chat.verification.words import stems
from corpus.load import Corpus

KEYS = {
    "k7f3a2": "sg-2019:9",
    "k8b111": "sg-2017:20",
    "k9c222": "sg-2017:45/1",
    "kadd13": "sg-2017:13",
    "kbe400": "draft-2013:51",
    "kcf333": "sg-2019:16(b)",
    "kd0444": "sg-2013:48",
    "ke5e5e": "sg-2017:18",
    "kf6f6f": "letter-2019:annex-1/introduction/4",
}
Check = Callable[[str], Checked]


def shared_words(text: str, others: Sequence[str]) -> list[float]:
    """Stands in for an embedding model: how many words each two texts share (Dice)."""
    wanted = stems(text)
    return [2 * len(wanted & stems(other)) / max(len(wanted) + len(stems(other)), 1) for other in others]


@pytest.fixture(scope="session")
def cosine() -> Cosine:
    return shared_words


@pytest.fixture(scope="session")
def shown(corpus: Corpus) -> Mapping[str, Shown]:
    return {key: Shown(key, name, 0, len(corpus.get(name).text)) for key, name in KEYS.items()}


@pytest.fixture(scope="session")
def check(shown: Mapping[str, Shown], corpus: Corpus, cosine: Cosine) -> Check:
    return lambda sentence: check_sentence(sentence, shown, corpus, cosine)
