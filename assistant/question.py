"""What a question asks for: made clean, made to stand alone, and understood as far as rules can."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.followup import leans, standalone
from assistant.naming import named_documents, without_mentions
from assistant.references import labels
from assistant.types import Turn
from corpus.errors import QuestionError
from corpus.load import Corpus

_NUMBERS = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)"
_WHOLE = re.compile(
    rf"\b(?:all|every|everything|list|checklist|full|complete|whole|entire|enumerate)\b|\b{_NUMBERS}\s+(?:\w+\s+){{0,3}}\w+s\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^<>]{0,500}>")
# Orders to the assistant are not part of the question; text is data and nothing obeys them anyway.
_ORDERS = re.compile(
    r"[^.?!\n]*\b(?:(?:ignore|disregard|forget)\b[^.?!\n]*\b(?:instructions?|rules?|above|previous|sources?)"
    r"|system (?:override|prompt)|you are now|switched off|from memory)\b[^.?!\n]*[.?!:\n]+\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"]([^”\"]{30,})[”\"]")


@dataclass(frozen=True)
class Question:
    """A question as it is answered.

    `text` stands alone; `focus` is what is searched: without markup, orders and the names of documents.
    `documents` are those it may be answered from, `named` those it names; `labels` the paragraphs it asks for
    by number; `whole` whether it wants a list or a paragraph in full; `context` the paragraphs quoted in the
    answer that it leans on, `latest` the question as it was typed.
    """

    text: str
    focus: str
    documents: tuple[str, ...]
    named: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    whole: bool = False
    context: tuple[str, ...] = ()
    latest: str = ""


def clean(question: str, longest: int) -> str:
    """The question without control characters, white space folded.

    Raises QuestionError if nothing is left or it is longer than `longest` characters.
    """
    visible = "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Cs") else one for one in question)
    text = " ".join(visible.split())
    if not text:
        raise QuestionError("The question is empty: ask something about the responsibility to protect.")
    if len(text) > longest:
        raise QuestionError(f"The question has {len(text)} characters: shorten it to {longest} at most.")
    return text


def understand(
    question: str,
    history: Sequence[Turn],
    corpus: Corpus,
    chosen: Collection[str] | None = None,
    *,
    include_draft: bool = False,
) -> Question:
    """What a clean question asks for. Raises QuestionError if `chosen` has an unknown document."""
    documents = corpus.documents.values()
    if unknown := sorted(set(chosen or ()) - set(corpus.documents)):
        raise QuestionError(f"There is no document {unknown[0]!r}: choose from {', '.join(corpus.documents)}.")
    text = standalone(question, history, documents)
    named = named_documents(text, documents)
    bare = without_mentions(text, documents)
    allowed = [one for one in documents if not chosen or one.id in chosen]
    public = [one.id for one in allowed if not one.confidential or include_draft or one.id in (chosen or named)]
    return Question(
        text=text,
        focus=_focus(bare),
        documents=tuple(one for one in public if one in named) or tuple(public),
        named=named,
        labels=labels(bare) if named else labels(text) if re.search(r"[a-z¶§]", text, re.IGNORECASE) else (),
        whole=bool(_WHOLE.search(bare)),
        context=_quoted(history, corpus) if leans(question) else (),
        latest=question,
    )


def _focus(text: str) -> str:
    """What is left to search when markup and orders are taken out; all of it if nothing is."""
    without = _ORDERS.sub("", _MARKUP.sub(" ", text))
    return " ".join(without.split()) or text


def _quoted(history: Sequence[Turn], corpus: Corpus) -> tuple[str, ...]:
    """The paragraphs that the last answer quotes."""
    reply = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
    quotes = [quote.rstrip(" …") for quote in _QUOTED.findall(reply)]
    return tuple(one.id for one in corpus if any(quote in one.text for quote in quotes))
