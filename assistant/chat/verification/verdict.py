"""Whether a reply may be shown at all."""

from collections.abc import Sequence

from assistant.chat.verification.structure import is_silence
from assistant.chat.verification.types import Checked

# Of the sentences that state something, so many may be left out before the rest is no answer any more.
MOST_LEFT_OUT = 0.5


def verdict(checked: Sequence[Checked]) -> bool:
    """False if the core of the reply fails, and the extractive answer must replace it.

    The core holds if at least one sentence stands as it was written or mended, and no more than half of those that
    state something were left out. A reply that only says that the passages do not answer stands, too.
    """
    stating = [one for one in checked if one.citations or one.status == "unsupported"]
    if not stating:
        return any(declines(one) for one in checked)
    held = [one for one in stating if one.status in ("supported", "mended")]
    left_out = [one for one in stating if one.status == "unsupported"]
    return bool(held) and len(left_out) <= MOST_LEFT_OUT * len(stating)


def declines(checked: Checked) -> bool:
    """Whether a sentence says that the passages do not answer."""
    return checked.status == "supported" and not checked.citations and is_silence(checked.text)
