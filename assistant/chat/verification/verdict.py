"""Whether a reply may be shown at all."""

from collections.abc import Sequence

from assistant.chat.verification.types import Checked


def verdict(checked: Sequence[Checked]) -> bool:
    """False if the core of the reply fails, and the extractive answer must replace it."""
    raise NotImplementedError


def declines(checked: Checked) -> bool:
    """Whether a sentence says that the passages do not answer."""
    raise NotImplementedError
