"""Words in quotation marks, a question's or a reply's: where they stand, or that they stand nowhere."""

import re

from assistant.statement import Statement
from corpus.load import Corpus
from corpus.types import Paragraph

_LEAST_WORDS = 4  # fewer may be a title, or a word used with tongs
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{12,400})[”\"»]|(?<!\w)[‘']([^‘’']{12,400})[’'](?!\w)")
_ASKS_WHERE = re.compile(
    r"\b(?:where|which|who|whose|what|find|citation|cite|source|paragraph|para|page|says?|said|wr(?:ites?|ote)|quote)\b",
    re.IGNORECASE,
)
_IN_A_REPLY = re.compile(r"[“\"]([^”\"]{30,})[”\"]")
_ABOVE_IT = re.compile(r"\b[Uu]nder “[^”]*”(?=: “)")  # what leads in to a quotation is told, and not quoted
_MARKS = str.maketrans("“”«»‘’", '""""\'\'')


def quotations(question: str) -> list[str]:
    """What a question quotes, if it asks about the quotation."""
    if not _ASKS_WHERE.search(_QUOTED.sub(" ", question)):
        return []
    found = [(first or second).strip(" .,;:!?…") for first, second in _QUOTED.findall(question)]
    return [words for words in found if len(words.split()) >= _LEAST_WORDS]


def find_quotations(question: str, documents: tuple[str, ...], corpus: Corpus) -> list[Statement]:
    """The paragraphs of these documents in which the words that a question quotes stand, whole."""
    return [
        Statement(one.id, 0, len(one.text))
        for words in quotations(question)
        for one in corpus
        if one.document in documents and _has(one, words)
    ]


def _has(paragraph: Paragraph, words: str) -> bool:
    return _level(words) in _level(paragraph.text)


def _level(text: str) -> str:
    return " ".join(text.translate(_MARKS).lower().split())


def quoted_in(reply: str, corpus: Corpus) -> tuple[str, ...]:
    """The ids of the paragraphs that an answer quotes, in the order of the corpus."""
    quotes = [quote.rstrip(" …") for quote in _IN_A_REPLY.findall(_ABOVE_IT.sub("", reply))]
    return tuple(one.id for one in corpus if any(quote in one.text for quote in quotes))
