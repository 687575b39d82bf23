"""Whether a sentence denies what its passage says, or says what its passage denies."""

import re

from assistant.chat.verification.clauses import governed
from assistant.chat.verification.words import stem, stems
from corpus.wordlist import words

# "Not only", "not limited to" and "no doubt" deny nothing.
_DENIES = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely|least|limited))|no(?!\s+(?:doubt|later|less|fewer)\b)(?=[\s-])"
    r"|never|none|without|neither|nor|cannot|nothing|nobody|nowhere)\b|n['’]t\b",
    re.IGNORECASE,
)
# Words that deny without "not". They may stand for one, and need none beside them.
_ALSO_DENIES = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure)?(?: to ensure that)?|lack(?:s|ed|ing|\s+of)?|absen(?:ce|t)|refrain(?:s|ed|ing)?|unable"
    r"|refus(?:e|es|ed|al)|yet\s+to|outside|rather\s+than|instead\s+of|avoid(?:s|ed|ing)?|missing|free\s+(?:from|of)"
    r"|prohibit\w*|forbid\w*|seldom|rarely|hardly|reject(?:s|ed|ing)?|except|exclud\w*|too\s+often|less|lessens?|weak\w*"
    r"|few(?:er)?)\b",
    re.IGNORECASE,
)
# What is worked against is not wanted: whoever says that it should not be says the same.
_WORKS_AGAINST = re.compile(
    r"\b(?:against(?! humanity)|prevent(?:s|ed|ing)?|eliminat\w+|end(?:s|ing)?|halt\w*|counter(?:s|ed|ing)?"
    r"|combat\w*)\b",
    re.IGNORECASE,
)
_NON = re.compile(r"\bnon(?=-)", re.IGNORECASE)
# How many words each of them governs.
_REACH = ((_DENIES, 4), (_ALSO_DENIES, 4), (_WORKS_AGAINST, 2), (_NON, 1))
# "Those States that have not yet done so": whom it is about, not what is said of them.
_RELATIVE = re.compile(
    r"\b(?:that|which|who)\s+(?:have|has|had|do|does|did|are|is|were|was)\s+not(?:\s+yet)?\b"
    r"|\bnot\s+(?=always\b|sufficiently\b|fully\b|entirely\b|adequately\b|all\b|every\b)",  # and half a denial is none
    re.IGNORECASE,
)
# Stems that stand in so many senses that a "not" before them tells nothing.
_TOO_COMMON = frozenset({"state"})
_COMPARED = re.compile(r"\b(more|less|fewer)\s+(\w+)", re.IGNORECASE)
# What is said of the same thing with the contrary sense.
_CONTRARY = (
    ("increas", "decreas"), ("increas", "reduc"), ("increas", "declin"),
    ("rais", "lower"), ("support", "oppos"), ("strengthen", "weaken"), ("effect", "ineffect"), ("possibl", "imposs"),
    ("includ", "exclud"), ("allow", "prohibit"), ("permit", "prohibit"), ("encourag", "discourag"),
    ("succeed", "fail"), ("success", "failur"), ("adequ", "inadequ"), ("lawful", "unlaw"), ("legal", "illeg"),
    ("accept", "reject"), ("minimum", "maximum"), ("never", "always"), ("all", "none"), ("volunt", "mandatori"),
)  # fmt: skip


def denies(text: str) -> bool:
    """Whether a text denies anything in so many words."""
    return bool(_DENIES.search(text))


def is_contrary(sentence: str, passage: str, around: str = "") -> bool:
    """Whether one of the two denies what the other says, as far as their words tell.

    `around` is the rest of the paragraph: what it denies as well, the sentence may deny.
    """
    return (
        _denies(sentence, passage, around)
        or (not _ALSO_DENIES.search(sentence) and _denies(_RELATIVE.sub(" ", passage), sentence))
        or _opposite(sentence, passage)
    )


def _denies(one: str, other: str, around: str = "") -> bool:
    """Whether `one` denies something that `other` says and never denies."""
    said, denied, also_denied = stems(other) - _TOO_COMMON, _denied(other), _denied(around)
    for scope in governed(one, _DENIES):
        known = [stem for stem in scope.stems if stem in said]
        free = [stem for stem in known if stem not in denied]
        is_said = bool(free) and free[0] == known[0] and free[0] in scope.stems[:2]
        if is_said and (free[0] not in also_denied or len(set(free) - also_denied) > 1):
            return True
    return False


def _denied(text: str) -> frozenset[str]:
    scopes = (scope for pattern, reach in _REACH for scope in governed(text, pattern, reach=reach))
    return frozenset(stem for scope in scopes for stem in scope.stems)


def _opposite(sentence: str, passage: str) -> bool:
    here, there = _plain(sentence), _plain(passage)
    pairs = (*_CONTRARY, *((right, left) for left, right in _CONTRARY))
    if any(left in here and left not in there and right in there and right not in here for left, right in pairs):
        return True
    return any(_turned(one) in there for one in here - there if " " in one)


def _turned(compared: str) -> str:
    more, of = compared.split()
    return f"{'less' if more == 'more' else 'more'} {of}"


def _plain(text: str) -> frozenset[str]:
    """Stems and words of a text; "more" and "less" together with what they are said of."""
    compared = (f"{'more' if more.lower() == 'more' else 'less'} {stem(of)}" for more, of in _COMPARED.findall(text))
    return stems(text) | frozenset(words(text)) | frozenset(compared)
