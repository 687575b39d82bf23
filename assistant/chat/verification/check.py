"""One sentence of a model's reply, checked against the passages it was shown."""

from collections.abc import Mapping

from assistant.chat.verification.types import Checked, Cosine, Shown
from corpus.load import Corpus


def check_sentence(sentence: str, shown: Mapping[str, Shown], corpus: Corpus, cosine: Cosine) -> Checked:
    """The sentence as it may be shown. `shown` is by key. Never raises, whatever the sentence is."""
    raise NotImplementedError
