"""A follow-up that only names another topic: the question before it, with its topic replaced."""

import re

from assistant.demonyms import spans_meant
from assistant.registers.called import actor_called, spans_called
from corpus.number_words import CARDINALS, ORDINALS

_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(CARDINALS)}|{'|'.join(ORDINALS)}|i|ii|iii|iv|[1-9])\b", re.IGNORECASE)
# A number of things: "five initiatives", "the first five years".
_COUNTS = re.compile(rf"(?:{'|'.join(CARDINALS)}|[1-9]) (?:\w+ )?\w+s\b(?<!\bsays)", re.IGNORECASE)
_LEADS_TO_TOPIC = re.compile(
    r"^\W*(?:(?:what about|how about|for|in|on|of|with|by|from|to|as for|about)\s+)*", re.IGNORECASE
)
_BEFORE_A_NAME = "the|an?|of|to|for|in|on|by|with|from|and|or|not|join|joined|is|are|was|do|does|did|their|its"
_VERB = r"\b(?:can|could|should|must|shall|may|might|will|would|do|does|did)"
_AFTER_A_VERB = re.compile(rf"{_VERB}\s+(?:the |an? )?$", re.IGNORECASE)
# "What must States do?" names an actor, and how strongly it is asked of them.
_WHAT_IT_DOES = re.compile(
    rf"^(?:what|how)\s+({_VERB})\s+(.+?)\s+(?:do|help|act|contribute)(?:\s+(?:about|with|for)\s+(?:it|this|that))?$",
    re.IGNORECASE,
)
# "What does the report say about hate speech?", "how did the call on the veto evolve?"
_SPOKEN_OF = re.compile(
    r"\b(?:said|says?|tells?(?: us)?|speaks?|calls?|asks?|demands?|language|position|tone|views?)\s+"
    r"(?:on|about|of|regarding|concerning)\s+(?P<what>[\w'’ -]{3,60}?)"
    r"(?=\s+(?:chang|evolv|differ|develop)\w*\b|\s+(?:between|from|since|according)\b|\s+in (?:the|\d)|\W*$)",
    re.IGNORECASE,
)
_MORE_THAN_A_TOPIC = re.compile(
    r"\b(?:who|whose|what|why|when|where|how|which|is|are|was|were|do|does|did|can|could|should|must|shall|will|would|has"
    r"|have|it|this|that|they|them|there|if|any|same|ones?|so|not)\b",
    re.IGNORECASE,
)
_TREATY = "(?:treaty|convention|covenant|protocol|statute)"
_WORDS_OF_A_COUNTRY, _WORDS_OF_A_TOPIC, _WORDS_OF_A_SUBJECT = 5, 6, 4


def with_new_topic(before: str, topic: str) -> str:
    """The question before with its country, actor, number or thing replaced; empty if it has none to replace.

    "What did Kenya do?", "and Ghana?" -> "What did Ghana do?"; "... joined the Arms Trade Treaty?", "and for the
    refugee treaty?" -> "... joined the refugee treaty?". `topic` is what follows "and".
    """
    topic = _LEADS_TO_TOPIC.sub("", topic).strip(" ?.!")
    return (
        _with_new_country(before, topic)
        or _with_new_actor(before, topic)
        or with_new_number(before, topic)
        or _with_new_thing(before, topic)
        or _with_new_subject(before, topic)
    )


def _with_new_country(before: str, topic: str) -> str:
    new, old = spans_meant(topic), spans_meant(before)
    if len(new) != 1 or len(old) != 1 or len(topic.split()) > _WORDS_OF_A_COUNTRY:
        return ""
    article = "the " if re.search(r"\bthe $", topic[: new[0][0]], re.IGNORECASE) else ""
    return before[: old[0][0]] + article + topic[slice(*new[0])] + before[old[0][1] :]


def _with_new_actor(before: str, topic: str) -> str:
    """ "What should parliaments do?", "and the press?" or "and what can the press do?" -> "What can the press do?" """
    asked = _WHAT_IT_DOES.match(topic)
    verb, topic = (asked[1], asked[2]) if asked else ("", topic)
    named = spans_called(before)
    old = named if len(named) == 1 else [one for one in named if _AFTER_A_VERB.search(before[: one[0]])]
    if len(old) != 1 or not actor_called(topic):
        return ""
    start, end = old[0]
    article = len(re.search(r"(?:\b(?:the|an?) )?$", before[:start], re.IGNORECASE)[0])  # type: ignore[index]
    opening = before[: start - article]
    if verb:
        opening = re.sub(rf"{_VERB}\s+$", f"{verb} ", opening, flags=re.IGNORECASE)
    return opening + topic + before[end:]


def with_new_number(before: str, topic: str) -> str:
    """ "What is pillar three?", "and two?", "and pillar two?" or "and the second?" -> "What is pillar two?" """
    topic = _LEADS_TO_TOPIC.sub("", topic).strip(" ?.!")
    old, new = list(_NUMBER_WORD.finditer(before)), _NUMBER_WORD.findall(topic)
    others = set(_NUMBER_WORD.sub("", topic).lower().split()) - {"the", "one", "number"}
    if len(old) != 1 or len(new) != 1 or not others <= set(re.findall(r"\w+", before.lower())):
        return ""
    if _is_ordinal(new[0]) and _COUNTS.match(before[old[0].start() :]):
        return ""  # "five initiatives" has a fourth, and is not to become "fourth initiatives"
    return before[: old[0].start()] + _in_the_form_of(old[0][0], new[0]) + before[old[0].end() :]


def _in_the_form_of(old: str, new: str) -> str:
    """A number as an ordinal where the one it replaces is one, else as a cardinal."""
    if _is_ordinal(old) == _is_ordinal(new):
        return new
    row, other = (CARDINALS, ORDINALS) if _is_ordinal(new) else (ORDINALS, CARDINALS)
    return row[other.index(new.lower())] if new.lower() in other else new


def _is_ordinal(word: str) -> bool:
    return word.lower() in ORDINALS


def _with_new_thing(before: str, topic: str) -> str:
    """A thing of the same kind, told by its last word: any treaty is of the kind of a statute."""
    kind = topic.split()[-1] if topic else ""
    alike = _TREATY if re.fullmatch(_TREATY, kind, re.IGNORECASE) else re.escape(kind)
    same = re.search(rf"(?:[\w'’-]+ ){{0,3}}\b{alike}\b", before, re.IGNORECASE) if len(kind) > 3 else None
    if not same or len(topic.split()) > _WORDS_OF_A_TOPIC or len(topic.split()) < 2:
        return ""
    name = re.sub(rf"^.*\b(?:{_BEFORE_A_NAME})\s+", "", same[0], flags=re.IGNORECASE)
    start = same.end() - len(name)
    return before[:start] + re.sub(r"^(?:the|an?)\s+", "", topic) + before[same.end() :]


def _with_new_subject(before: str, topic: str) -> str:
    """ "What does the report say about hate speech?", "and the veto?" -> "What does the report say about the veto?" """
    spoken_of = _SPOKEN_OF.search(before)
    if not spoken_of or not 0 < len(topic.split()) <= _WORDS_OF_A_SUBJECT or _MORE_THAN_A_TOPIC.search(topic):
        return ""
    return before[: spoken_of.start("what")] + topic + before[spoken_of.end("what") :]
