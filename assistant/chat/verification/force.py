"""How strongly a sentence asks, and whether it asks more strongly than its passage."""

import re
from dataclasses import dataclass
from enum import IntEnum

from assistant.chat.verification.clauses import Governed, governed


class Force(IntEnum):
    """How strongly something is asked of somebody; what is only told has no force."""

    TOLD = 0
    POSSIBLE = 1
    ADVISED = 2
    EXPECTED = 3
    BINDING = 4


# What each force is worded with. "The responsibility to protect" is a name.
WORDINGS = {
    Force.POSSIBLE: r"can|could|may|might|able to|option|possib\w+|consider\w*",
    Force.ADVISED: (
        r"encourag\w+|invit\w+|recommend\w*|suggest\w*|propos\w+|advis(?:ed?|es|ing|able)|welcom\w+|useful|merits?|would"
    ),
    Force.EXPECTED: (
        r"should|ought|importan(?:t|ce)|call(?:s|ed)? (?:up)?on|calls? for|urg(?:es?|ed|ing)|needs?(?: to)?|needed"
        r"|crucial|vital|essential|expect(?:s|ed|ation)|asks?|asked|ha(?:s|ve) a (?:\w+ )?responsibility"
        r"|responsibilit(?:y|ies)(?! to protect)|commit(?:ted|s|ments?)|is to|are to|primary role"
    ),
    Force.BINDING: (
        r"must|shall|oblig\w+|requir\w+|ha(?:s|ve|d) to|dut(?:y|ies)|bound|binding|imperative|demand(?:s|ed|ing)?"
        r"|(?:is|are|be) necessary|compel\w*|compulsory|mandatory|legally|entails?|indispensable"
    ),
}
_PATTERNS = {force: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for force, words in WORDINGS.items()}
_UNIVERSAL = re.compile(
    r"(?<!\babove )(?<!\bat )(?<!\bafter )(?<!\bnot )"
    r"\b(?:all|every|each|always|everywhere|entire(?:ly)?|whole|only|any|both|whatever)\b",
    re.IGNORECASE,
)
_SAID_BY_OTHERS = re.compile(
    r"\b(?:states|delegations?|participants?|speakers?|countries|representatives|respondents|experts|panell?ists"
    r"|governments|organizations|some|several|many|it was|were|others)\b[^.;]{0,60}?\b"
    r"(?:suggest|propos|emphasi[sz]|stress|argu|recommend|underlin|highlight|not(?:e|ed)\b|call(?:ed)?\b|advis"
    r"|express|felt|said|urg|ask|request)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: how strongly, in which word, and what that word governs."""

    force: Force
    governs: Governed


@dataclass(frozen=True)
class Asking:
    """A passage as it asks.

    `text` is what comes nearest to the sentence; `lead_in` stands above it and gives it at `least` a force ("I call
    upon all Member States to:"); `around` is the rest of the paragraph, which may ask the same more strongly.
    """

    text: str
    lead_in: str = ""
    around: str = ""
    least: Force = Force.TOLD


def asked(text: str) -> tuple[Asked, ...]:
    """All that a text asks."""
    return tuple(Asked(force, one) for force, pattern in _PATTERNS.items() for one in governed(text, pattern, ends=()))


def most_asked(text: str) -> Force:
    """The strongest force in a text; a promise ("The United Nations will:") is as good as a "should"."""
    promised = Force.EXPECTED if re.search(r"\bwill\b", text) else Force.TOLD
    return max([promised, *(one.force for one in asked(text))])


def raised(sentence: str, passage: Asking) -> str:
    """How the sentence asks more strongly than the passage, as a note; empty if it does not."""
    there = asked(passage.text)
    for one in asked(sentence):
        most = max(passage.least, _allowed(one, there, asked(passage.around)))
        if one.force > max(Force.POSSIBLE, most):
            return f"“{one.governs.by}” is stronger than the passage, {_told(most, there)}."
    if universal := _generalised(sentence, f"{passage.lead_in} {passage.text}"):
        return f"“{universal}” is more than the passage says."
    if _overheard(sentence, passage.text):
        return "The passage reports this as what others said."
    return ""


def _allowed(one: Asked, there: tuple[Asked, ...], around: tuple[Asked, ...]) -> Force:
    """The force with which the passage asks the same, as far as words in common tell; failing that, of all it asks."""
    shared = [(len(other.governs.around & one.governs.around), other.force) for other in (*there, *around)]
    most_shared = max((count for count, _ in shared), default=0)
    nearest = [force for count, force in shared if count == most_shared] if most_shared else []
    worded_so = [other.force for other in there if other.governs.by.lower() == one.governs.by.lower()]
    return max(nearest + worded_so or [other.force for other in there], default=Force.TOLD)


def _told(force: Force, there: tuple[Asked, ...]) -> str:
    wording = next((other.governs.by for other in there if other.force == force), "")
    return f"which says “{wording}”" if wording else "which asks nothing"


def _generalised(sentence: str, passage: str) -> str:
    found = _UNIVERSAL.search(sentence)
    return found[0] if found and not _UNIVERSAL.search(passage) else ""


def _overheard(sentence: str, passage: str) -> bool:
    """A proposal of others that the sentence makes the report's own demand."""
    demands = any(one.force >= Force.EXPECTED for one in asked(sentence))
    return demands and bool(_SAID_BY_OTHERS.search(passage)) and not _SAID_BY_OTHERS.search(sentence)
