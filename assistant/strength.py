"""Questions of how strongly something is asked: "is it binding?", "how firmly?", "demanded, or merely suggested?".

What they are about is searched without the words that ask so, which would find paragraphs on law and duty instead.
"""

import re

from index.lexical import stems

_HOW = r"how (?:strongly|firmly|forcefully|emphatically|insistently|urgently|binding|mandatory|compulsory|obligatory)\b"
# What is said in such a question of whoever asks: "how strongly does the report PRESS States to ratify?"
_PRESSES = r"\b(?:press(?:es|ed)?|push(?:es|ed)?|put|say|says|said|word(?:ed)?|phrased?|insist(?:s|ed)?(?: on)?)\b"
_QUALITY = (
    r"(?:(?:legally|strictly|purely|entirely) )?(?:non-|not )?"
    r"(?:mandatory|compulsory|obligatory|binding|optional|voluntary|discretionary)"
)
_SORT = r"(?:(?:an?|the) )?(?:(?:legal|binding|firm|strict|real|mere|good|friendly|piece of) )*"
# A force in one word or two: "legally bound", "merely suggest", "an obligation", "just advice".
_FORCE = (
    rf"(?:{_QUALITY}|(?:legally )?(?:bound|obliged?|obligated|required?|compell?(?:ed)?|expect(?:ed)?)"
    r"|(?:demand|order|insist|urge|request|ask|suggest|recommend|encourage|advise|invite|propose)(?:s|d|ed)?"
    rf"|{_SORT}(?:obligation|dut(?:y|ies)|requirement|commitment|recommendation|suggestion|request|demand|order|option"
    r"|advice|must|proposal|invitation)s?)"
)
_ONLY = r"(?:(?:(?:is|are|does|do) (?:it|they|that|this) )?(?:only|merely|just|simply|rather|more of|left) )*"
_YES_OR_NO = r"^(?:\W*(?:and|but|so|ok|or)\b)?\W*(?:is|are|was|were|does|do|did|has|have|must|should)\b"
_HOW_STRONGLY = re.compile(rf"\b{_HOW}", re.IGNORECASE)
_IS_BINDING = re.compile(
    rf"(?<=[\w)])\s+(?P<words>{_QUALITY})(?=\W*$|\s+(?:for|on|upon|to|under|that)\b)", re.IGNORECASE
)
_EITHER = re.compile(rf"(?P<words>\b{_FORCE},? or (?:to )?{_ONLY}{_FORCE}\b,?)", re.IGNORECASE)
_IS_YES_OR_NO = re.compile(_YES_OR_NO, re.IGNORECASE)
# Who speaks is no part of what is asked, either.
_SPEAKER = re.compile(
    r"^\W*(?:(?:and|but|so|or) )?(?:does|do|did)\b(?: (?:the )?(?:UN )?(?:SG|Secretary-General|reports?|letter|guide"
    r"|concept note|texts?|documents?|he|they)\b(?: \([^)]*\))?)?(?: (?:call for|ask for|ask|demand)\b)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^?.!]+[?.!]*")
# What is left of "is the report binding on States?" says of what kind the answer is, and not what it is about.
_NO_TOPIC = (
    "responsibility protect r2p rtop concept principle norm so report reports text texts document documents"
    " states state member government governments country paragraph"
)


def asks_how_strongly(question: str) -> bool:
    """Whether the question, the last of several, asks how strongly something is asked."""
    told = _SENTENCE.findall(question.strip())
    last = told[-1].strip() if told else ""
    return bool(_HOW_STRONGLY.search(last)) or _asks_which(last)


def without_strength(question: str) -> str:
    """The question without the words that ask how strongly; of several questions, of each."""
    return " ".join(" ".join(map(_without, _SENTENCE.findall(question))).split())


def _without(sentence: str) -> str:
    if _HOW_STRONGLY.search(sentence):
        sentence = _SPEAKER.sub("", re.sub(_PRESSES, "", _HOW_STRONGLY.sub("", sentence)))
    elif _asks_which(sentence):
        sentence = _SPEAKER.sub("", _IS_BINDING.sub("", _EITHER.sub("", sentence)))
    return re.sub(r"\s+(?=[?.!,])", "", sentence)


def _asks_which(sentence: str) -> bool:
    """Whether a sentence can be answered with yes or no, or with one of two forces."""
    return bool(_IS_YES_OR_NO.search(sentence) and (_IS_BINDING.search(sentence) or _EITHER.search(sentence)))


def has_topic(question: str) -> bool:
    """Whether any word is left that says what the question is about."""
    words, none = stems([question, _NO_TOPIC])
    return not set(words) <= set(none)
