"""Makes a follow-up stand alone, from the conversation before it and without a chat model."""

import re
from collections.abc import Collection, Sequence
from typing import Literal, cast

from assistant.naming import named_documents, without_mentions
from assistant.places import spans_of_countries
from assistant.references import labels
from assistant.types import Turn
from corpus.types import Document

# A question leans on the one before it if it begins like a continuation, or is short and points back.
_CONTINUES = re.compile(
    r"^(?:and|but|or|so|also|then|what about|how about|what else|anything else|who says so|says who|which ones?|"
    r"more (?:on|about)|tell me more|(?:can you )?(?:say|tell me) more|go on|why(?: so| not| is that)?(?=\W*$))\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|this|that|these|those|they|them|their|there|he|she|same|one|ones|too|others?)\b", re.IGNORECASE
)
_SHORT = 9  # words; a longer question with a pronoun usually explains itself
# How a person wants the last answer again; each is the whole of what they type.
_POLITE = r"(?:please|can you|could you|say (?:it|that)|make (?:it|that)|now|again|just|ok|give me|tell me|show me|and)"
_ANSWER = r"(?:\s+(?:it|that|this|them|please|then|version|answer|again|for me))*"
_MANNERS = {
    "brief": r"(?:(?:much |a bit |even |a )?(?:short(?:er)?|brief(?:er|ly)?|simpler)|tl;?dr|summari[sz]e"
    r"|in (?:short|brief|(?:one|a single) sentence|plain words|a nutshell))",
    "full": r"(?:(?:much |a bit |a |the )?(?:long(?:er)?|full(?:er)?|whole|entire|complete)"
    r"(?: (?:text|quote|paragraphs?))?|in full|more details?|more|go on)",
    "sources": r"(?:(?:the |your )?(?:exact )?(?:sources?|citations?|references?|symbols?|paragraph numbers?|paras?)"
    r"|(?:which|what) (?:exact )?(?:paragraphs?|paras?|reports?|documents?|sources?)(?: (?:is|was|says?|said|are))?"
    r"|where (?:is|does|did|was) .{0,30}|where\??|says who|who (?:says|said|wrote) (?:so|that|this|it)"
    r"|(?:cite|source) (?:it|that|this))",
    "again": r"(?:again|repeat|once more)",
}
Manner = Literal["", "brief", "full", "sources", "again"]
_MANNER = {
    name: re.compile(rf"^\W*(?:{_POLITE}\W+)*{pattern}{_ANSWER}\W*$", re.IGNORECASE)
    for name, pattern in _MANNERS.items()
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ONE_OF_THEM = re.compile(
    rf"\b(?:the\s+)?(?:({'|'.join(_ORDINALS)}|last)\s+"
    r"(?:one|point|item|area|step|bullet|lesson|of (?:them|these|those))"
    r"|(?:number|point|item)\s+(\d{1,2}))\b",
    re.IGNORECASE,
)
# "How many States had joined?", "which ones?"
_WHICH_ONES = re.compile(
    r"^\W*(?:and )?(?:which(?: (?:ones?|countries|states))?(?: (?:are|were) they)?|who are they"
    r"|(?:can you |please )*(?:list|name) them)\b.{0,8}$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_LISTED = re.compile(r"^\s*(?:[-*•]|\(?[a-z]\)|\d{1,2}[.)])\s+(.+)$", re.MULTILINE)
_LEAD_IN = re.compile(r":\W*(?:\[\d+\])?\s*$")  # what introduces a list is none of its items
_PLACE = re.compile(r"^[^“:]{1,80}:\s*“|[“”\"]|\s*\[\d+\]\s*$")  # "Para. 16 (a): “", quotation marks, markers
_WORDS_OF_AN_ITEM = 14
_LEADS_TO_TOPIC = re.compile(r"^\W*(?:(?:what about|how about|for|in|on|of|with|by|from|to|as for)\s+)*", re.IGNORECASE)
_BEFORE_A_NAME = "the|an?|of|to|for|in|on|by|with|from|and|or|not|join|joined|is|are|was|do|does|did|their|its"
_WORDS_OF_A_COUNTRY, _WORDS_OF_A_TOPIC = 5, 6


def standalone(question: str, history: Sequence[Turn], documents: Collection[Document]) -> str:
    """The question as it reads without the conversation; one that does not lean on it stays as it is."""
    before, reply = "", ""
    for turn in history:
        if turn.role == "user" and turn.content.strip():
            before = _resolved(" ".join(turn.content.split()), before, reply, documents)
        else:
            reply = turn.content
    return _resolved(question, before, reply, documents)


def manner(question: str) -> Manner:
    """How a question wants the last answer again ("shorter please", "which paragraph?"); "" if it asks for more."""
    return next((cast(Manner, name) for name, pattern in _MANNER.items() if pattern.match(question)), "")


def leans(question: str) -> bool:
    """Whether a question cannot be understood without the one before it."""
    if manner(question) or _CONTINUES.match(question):
        return True
    return len(question.split()) <= _SHORT and bool(_POINTS_BACK.search(question) or _ONE_OF_THEM.search(question))


def _resolved(question: str, before: str, reply: str, documents: Collection[Document]) -> str:
    if not before or not leans(question):
        return question
    if manner(question):
        return before
    named = named_documents(question, documents)
    if labels(without_mentions(question, documents)):
        return question if named else f"{question}{_in_documents(before, documents)}"
    if _WHICH_ONES.match(question) and (counted := _HOW_MANY.sub("which", before, count=1)) != before:
        return counted
    if item := _item_meant(question, reply):
        return f"{item}: {question}{_in_documents(before, documents)}"
    if named:
        rest = _CONTINUES.sub("", without_mentions(question, documents)).strip(" ?")
        asked = [without_mentions(before, documents), *([rest] if len(rest.split()) > 1 else [])]
        return " ".join(asked) + _in_documents(question, documents)
    return _with_new_topic(before, question) or f"{before} {question}"


def _with_new_topic(before: str, question: str) -> str:
    """The question before with its country, or its thing of the same kind, replaced; empty if it has none to replace.

    "What did Kenya do?", "and Ghana?" -> "What did Ghana do?"; "... joined the Arms Trade Treaty?", "and the refugee
    treaty?" -> "... joined the refugee treaty?"
    """
    if not (opening := _CONTINUES.match(question)):
        return ""
    topic = _LEADS_TO_TOPIC.sub("", question[opening.end() :]).strip(" ?.!")
    new, old = spans_of_countries(topic), spans_of_countries(before)
    if len(new) == 1 and len(old) == 1 and len(topic.split()) <= _WORDS_OF_A_COUNTRY:
        return before[: old[0][0]] + topic[slice(*new[0])] + before[old[0][1] :]
    kind = topic.split()[-1] if topic else ""
    same = re.search(rf"(?:[\w'’-]+ ){{0,3}}\b{re.escape(kind)}\b", before, re.IGNORECASE) if len(kind) > 3 else None
    if not same or len(topic.split()) > _WORDS_OF_A_TOPIC or len(topic.split()) < 2:
        return ""
    name = re.sub(rf"^.*\b(?:{_BEFORE_A_NAME})\s+", "", same[0], flags=re.IGNORECASE)
    start = same.end() - len(name)
    return before[:start] + re.sub(r"^(?:the|an?)\s+", "", topic) + before[same.end() :]


def _item_meant(question: str, reply: str) -> str:
    """The first words of the item of the last answer that "the third one" means; empty if none is."""
    meant = _ONE_OF_THEM.search(question)
    items = [_PLACE.sub("", item) for item in _LISTED.findall(reply) if not _LEAD_IN.search(item)]
    if not meant or not items:
        return ""
    order = len(items) if (meant[1] or "").lower() == "last" else int(meant[2] or _ORDINALS.index(meant[1].lower()) + 1)
    return " ".join(items[order - 1].split()[:_WORDS_OF_AN_ITEM]) if order <= len(items) else ""


def _in_documents(before: str, documents: Collection[Document]) -> str:
    named = named_documents(before, documents)
    short = [document.short for document in documents if document.id in named]
    return f" (in the {' and the '.join(short)})" if short else ""
