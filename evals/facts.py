"""Whether an answer states the facts a case asks for: a wording of each, as whole words."""

import re
import unicodedata

from corpus.number_words import CARDINALS
from evals.types import Alternatives, Attempt

QUOTES = dict.fromkeys(map(ord, "‘’‚‛ʼ′`´"), "'") | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
DASHES = dict.fromkeys(map(ord, "‐‑‒–−"), "-") | {ord("—"): " - ", ord("\u00ad"): ""}
MARKERS = re.compile(r"\[\d+\]")
MARKDOWN = re.compile(r"[*_>#\\]")

# "59" is no word of "159", "2.59" or "59,000"; "nine" none of "fifty-nine", nor "State" of "non-State".
BEFORE = r"(?<!\w)(?<!\d[.,/])(?<![^\W\d]-)"
AFTER = rf"(?!\w)(?![.,/]\d)(?!-(?:{'|'.join(CARDINALS[1:10])})\b)"


def fact_coverage(attempt: Attempt) -> float:
    """Facts the answer or a cited quote states / facts of the case; 0 for an attempt that did not answer.

    Source: our own; the idea is nugget recall, Voorhees, TREC 2003 Question Answering Track.
    """
    return 1.0 - len(missing_facts(attempt)) / len(attempt.case.facts)


def missing_facts(attempt: Attempt) -> tuple[Alternatives, ...]:
    """The facts of the case that neither the answer's text nor one of its quotes states."""
    if attempt.answer is None or attempt.answer.abstained:
        return attempt.case.facts
    texts = (attempt.answer.answer, *(citation.quote for citation in attempt.answer.citations))
    plain = [normalised(text) for text in texts]
    return tuple(fact for fact in attempt.case.facts if not any(_states(text, fact) for text in plain))


def normalised(text: str) -> str:
    """The text with case, white space, quotation marks and dashes levelled, and Markdown taken out."""
    text = unicodedata.normalize("NFKC", text.translate(QUOTES | DASHES))
    return " ".join(MARKDOWN.sub("", MARKERS.sub(" ", text)).casefold().split())


def _states(plain: str, fact: Alternatives) -> bool:
    return any(_occurs(normalised(wording), plain) for wording in fact)


def _occurs(words: str, plain: str) -> bool:
    return bool(words) and re.search(BEFORE + re.escape(words) + AFTER, plain) is not None
