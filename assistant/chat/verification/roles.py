"""Who does what: whether a sentence says of one actor what its passage says of another."""

import re
from collections.abc import Mapping

from assistant.chat.verification.actors import ACTORS
from assistant.chat.verification.clauses import governed

# Those who act in these texts, and are told to; the others are spoken of.
_WHO_ACT = (
    "States", "the Security Council", "the General Assembly", "the Human Rights Council", "special advisers",
    "regional organizations", "civil society", "parliaments", "peacekeepers",
)  # fmt: skip
_FORMS = {actor: ACTORS[actor] for actor in _WHO_ACT} | {"the international community": "international community"}
_PATTERNS = {
    actor: re.compile(rf"(?:\bby\s+(?:the\s+)?)?\b(?:{forms})\b", re.IGNORECASE) for actor, forms in _FORMS.items()
}
_REACH = 6  # words after an actor that tell what it does; before it, where it stands behind "by"
_ENOUGH = 2  # words in common that show two actors do the same


def swapped(sentence: str, passage: str) -> str:
    """The actor of whom the passage says what the sentence says of another; empty if there is none."""
    there = _doing(passage)
    for actor, done in _doing(sentence).items():
        shared = {other: len(done & theirs) for other, theirs in there.items()}
        best = max(shared, key=lambda other: shared[other], default=actor)
        if not shared.get(actor) and shared.get(best, 0) >= _ENOUGH:
            return best
    return ""


def _doing(text: str) -> Mapping[str, frozenset[str]]:
    """What each actor of a text does, as stems."""
    found = {actor: governed(text, pattern, ends=(), reach=_REACH) for actor, pattern in _PATTERNS.items()}
    return {
        actor: frozenset(
            stem for one in many for stem in (one.around if one.by.lower().startswith("by") else one.stems)
        )
        for actor, many in found.items()
        if many
    }
