"""Whether a sentence denies what its passage says, or says what its passage denies."""

import re
from collections import Counter

from assistant.chat.verification.clauses import governed
from assistant.chat.verification.words import canonical, content, stems

# "Not only", "not limited to" and "no doubt" deny nothing.
_DENIES = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely|least|limited|necessarily least))|no(?!\s+(?:doubt|later|less|fewer)\b)(?=[\s-])"
    r"|never|none|without|neither|nor|cannot|nothing|nobody|nowhere)\b|n['’]t\b",
    re.IGNORECASE,
)
# Words that deny without "not". They may stand for one, and need none beside them.
_ALSO_DENIES = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure)?(?: to ensure that)?|non(?=-)|lack(?:s|ed|ing|\s+of)?|absen(?:ce|t)|refrain(?:s|ed|ing)?|unable|refus(?:e|es|ed|al)"
    r"|yet\s+to|outside|rather\s+than|instead\s+of|avoid(?:s|ed|ing)?|missing|free\s+(?:from|of)|un(?=\w{6,})|few(?:er)?"
    r"|prohibit\w*|forbid\w*|seldom|rarely|hardly|reject(?:s|ed|ing)?|except|exclud\w*|too\s+often|less|lessens?|weak\w*"
    r"|against|prevent\w*|eliminat\w*|end(?:ing|s)?|halt\w*|counter\w*|combat\w*)\b",
    re.IGNORECASE,
)
# "Those States that have not yet done so": whom it is about, not what is said of them.
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:have|has|had|do|does|did|are|is|were|was)\s+not(?:\s+yet)?\b", re.I)
# What is said of the same thing with the contrary sense.
_CONTRARY = (
    ("more", "less"), ("more", "fewer"), ("increas", "decreas"), ("increas", "reduc"), ("increas", "declin"),
    ("rais", "lower"), ("support", "oppos"), ("strengthen", "weaken"), ("effect", "ineffect"), ("possibl", "imposs"),
    ("includ", "exclud"), ("allow", "prohibit"), ("permit", "prohibit"), ("encourag", "discourag"),
    ("succeed", "fail"), ("success", "failur"), ("adequ", "inadequ"), ("lawful", "unlaw"), ("legal", "illeg"),
    ("accept", "reject"), ("earli", "late"), ("minimum", "maximum"), ("before", "after"), ("rare", "often"),
    ("never", "alway"), ("all", "none"), ("public", "secret"), ("volunt", "mandatori"),
)  # fmt: skip


def is_contrary(sentence: str, passage: str) -> bool:
    """Whether one of the two denies what the other says, as far as their words tell."""
    return _denies(sentence, passage) or _denies(passage, sentence, leave=_ALSO_DENIES) or _opposite(sentence, passage)


def _denies(one: str, other: str, leave: re.Pattern[str] | None = None) -> bool:
    """Whether `one` denies something that `other` says and never denies."""
    said = Counter(canonical(word.stem) for word in content(other))
    denied_there = Counter(stem for stem in _denied(other, with_others=True))
    if leave and leave.search(other):
        return False
    for scope in governed(_RELATIVE.sub(" ", one) if leave else one, _DENIES):
        free = [stem for stem in scope.stems if said[stem] and not denied_there[stem]]
        known = [stem for stem in scope.stems if said[stem]]
        if free and free[0] == (known or [""])[0] and (len(free) > 1 or scope.stems[0] == free[0]):
            return True
    return False


def _denied(text: str, *, with_others: bool) -> list[str]:
    patterns = [_DENIES, _ALSO_DENIES] if with_others else [_DENIES]
    return [stem for pattern in patterns for scope in governed(text, pattern) for stem in scope.stems]


def _opposite(sentence: str, passage: str) -> bool:
    here, there = _plain(sentence), _plain(passage)
    pairs = (*_CONTRARY, *((right, left) for left, right in _CONTRARY))
    return any(left in here and left not in there and right in there and right not in here for left, right in pairs)


def _plain(text: str) -> frozenset[str]:
    return stems(text) | {word.lower() for word in re.findall(r"[a-z]+", text.lower())}
