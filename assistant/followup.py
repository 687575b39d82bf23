"""Makes a follow-up stand alone, from the conversation before it and without a chat model."""

import re
from collections.abc import Collection, Sequence

from assistant.by_order import BEFORE, NEXT, ONE_OF_THEM, asks_no_more, by_order, order_of
from assistant.contrast import with_years_counted
from assistant.manner import manner
from assistant.naming import named_documents, with_other_documents, without_mentions
from assistant.new_topic import with_new_number, with_new_topic
from assistant.quoted import quoted_in
from assistant.references import labels
from assistant.types import Turn
from corpus.load import Corpus
from corpus.types import Document, Paragraph
from index.small_words import telling_words

# A question leans on the one before it if it begins like a continuation, or is short and points back.
_CONTINUES = re.compile(
    r"^(?:and|but|or|so|also|then|what about|how about|what else|anything else|who says so|says who|which ones?|"
    r"more (?:on|about)|tell me more|(?:can you )?(?:say|tell me) more|go on|why(?: so| not| is that)?(?=\W*$)|"
    r"(?:(?:since|until|till|by|for|from|to) )?(?:when|where|whom?|how|how many|how much|how long|how often|how come)"
    r"(?: exactly| precisely)?(?=\W*$)|how (?:many|much) (?:are|is|have|has|were|was|did|do|does)|"
    r"(?:and |but )?what (?:does|do|did) [\w ]{3,30} say(?: instead| then| about it| on it| there)?(?=\W*$))\b",
    re.IGNORECASE,
)
# What is said to the answer before the next question is asked.
_ACKNOWLEDGES = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|alright|all right|good|great|nice|perfect|fine|right|thanks?|thank you|cheers|i see|got it"
    r"|hmm?|interesting|understood|noted|clear|yes|no)\b[\s,.!;:–-]+)+(?=\w)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|these|those|they|them|he|him|his|she|hers?|same|too|others?"
    r"|there(?=\W*$)|(?<!is )(?<!are )(?<!was )(?<!were )there"
    r"|(?<!pillar )ones?(?=\W*$|\s+(?:is|are|was|were|for|in|on|of|from|about|that)\b))\b",
    re.IGNORECASE,
)
_SHORT, _LONGER = 9, 15  # words; a longer question with a pronoun usually explains itself
# ... unless nothing is named before it: "since when does it exist, and which ministry runs it?"; but "is it true that".
_STANDS_FOR = re.compile(
    r"(?<!is )(?<!was )(?<!'s )\bits?\b(?! (?:is|was|true|matter|pay|send|take|make|work to)\b)"
    r"|(?<!do )\bthey\b|\b(?:them|their|he|him|his|she|hers?)\b|\b(?:this|that)(?=\W*$| (?:too|as well)\b)",
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
# "Para. 16 (a): “", "Para. 16 (a), under “...”: “", quotation marks, markers
_PLACE = re.compile(r"^[^“:]{0,200}(?:“[^”]*”)?:\s*“|[“”\"]|\s*\[\d+\]\s*$")
_WORDS_OF_AN_ITEM = 14


def standalone(question: str, history: Sequence[Turn], corpus: Corpus) -> str:
    """The question as it reads without the conversation; one that does not lean on it stays as it is."""
    before, reply, said = "", "", ""
    for turn in history:
        if turn.role == "user" and turn.content.strip():
            said = " ".join(turn.content.split())
            before = _alone(said, before, reply, corpus)
        else:
            reply = turn.content
    return _alone(question, _not_too_long(before, said), reply, corpus)


def _alone(question: str, before: str, reply: str, corpus: Corpus) -> str:
    documents = corpus.documents.values()
    question = with_years_counted(question, before, documents)
    if not before or not leans(question):
        return question
    placed = named_documents(question, documents) or labels(question)
    meant = None if placed else by_order(question, quoted_in(reply, corpus), corpus)
    return _of_paragraph(question, meant, corpus) if meant else _resolved(question, before, reply, documents)


def _of_paragraph(question: str, meant: Paragraph, corpus: Corpus) -> str:
    """The question with its paragraph: by its id, to be shown, or by its first words, to be searched with the rest."""
    if asks_no_more(question):
        return f"{question.rstrip()} – {meant.id}"
    opening = " ".join(meant.text.split()[:_WORDS_OF_AN_ITEM])
    return f"{opening}: {question} (in the {corpus.documents[meant.document].short})"


def _not_too_long(before: str, said: str) -> str:
    """Of a chain of follow-ups, what it began with and the last of them: what is between says little of the next."""
    first = re.match(r"[^?]{8,}\?", before)
    chained = first and before.count("?") > 2 and before.endswith(said)
    return f"{first[0]} {said}" if first and chained else before


def without_thanks(question: str) -> str:
    """The question without what it says to the answer before: "ok, thanks. And in 2019?" -> "And in 2019?"."""
    return _ACKNOWLEDGES.sub("", question)


def leans(question: str) -> bool:
    """Whether a question cannot be understood without the one before it."""
    question = without_thanks(question)
    if manner(question) or _CONTINUES.match(question):
        return True
    length = len(question.split())
    if length <= _SHORT and any(one.search(question) for one in (_POINTS_BACK, ONE_OF_THEM, NEXT, BEFORE)):
        return True
    return length <= _LONGER and _begins_with_a_pronoun(question)


def _begins_with_a_pronoun(question: str) -> bool:
    """Whether a pronoun stands for something before more than one telling word is said."""
    pronoun = _STANDS_FOR.search(question)
    return pronoun is not None and len(telling_words(question[: pronoun.start()])) <= 1


def _resolved(question: str, before: str, reply: str, documents: Collection[Document]) -> str:
    question = without_thanks(question)
    if manner(question):
        return before
    named = named_documents(question, documents)
    if labels(without_mentions(question, documents)):
        return question if named else f"{question}{_in_documents(before, documents)}"
    if _WHICH_ONES.match(question) and (counted := _HOW_MANY.sub("which", before, count=1)) != before:
        return counted
    opening = _CONTINUES.match(question)
    if opening and (numbered := with_new_number(before, question[opening.end() :])):
        return numbered
    if item := _item_meant(question, reply):
        return f"{item}: {question}{_in_documents(before, documents)}"
    if named:
        rest = _CONTINUES.sub("", without_mentions(question, documents)).strip(" ?")
        more = [rest] if len(rest.split()) > 1 else []
        if renamed := with_other_documents(before, [one.short for one in documents if one.id in named], documents):
            return " ".join([renamed, *more])
        return " ".join([without_mentions(before, documents), *more]) + _in_documents(question, documents)
    return (opening and with_new_topic(before, question[opening.end() :])) or f"{before} {question}"


def _item_meant(question: str, reply: str) -> str:
    """The first words of the item of the last answer that "the third one" means; empty if none is."""
    meant = ONE_OF_THEM.search(question)
    items = [_PLACE.sub("", item) for item in _LISTED.findall(reply) if not _LEAD_IN.search(item)]
    if not meant or not items:
        return ""
    order = order_of(meant, len(items))
    return " ".join(items[order - 1].split()[:_WORDS_OF_AN_ITEM]) if 0 < order <= len(items) else ""


def _in_documents(before: str, documents: Collection[Document]) -> str:
    named = named_documents(before, documents)
    short = [document.short for document in documents if document.id in named]
    return f" (in the {' and the '.join(short)})" if short else ""
