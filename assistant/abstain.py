"""When the reports do not answer: each reason is a rule that can be stated, and is stated to the reader."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.doubt import too_doubtful
from assistant.glossary import spelled_out
from assistant.people import held
from assistant.question import Question
from assistant.quoted import quotations
from assistant.unknown import unknown
from assistant.wanted import wanted
from corpus.load import Corpus
from corpus.types import document_of
from index.types import Found, Hit

# Below this cosine, with passages and questions alike, nothing found is about the question.
LEAST_SIMILARITY = 0.35
# The same for a question of which the texts share no word at all.
LEAST_WITHOUT_A_WORD = 0.65
# How many of the paragraphs found must be looked at for what the question turns on.
EVIDENCE = 6
# A number, date or name that answers stands in one of the very first, unless documents are compared.
HELD_AMONG = 2
# The cosine from which the reason that is written for one question fits the other.
SAME_QUESTION = 0.82

NOT_ANSWERED = "The reports do not answer this: they speak of it, if at all, without saying what is asked."
NOT_FOUND = "The reports do not answer this: nothing in them comes near enough to the question."
ASK_SOMETHING = "Ask about the responsibility to protect: who must do what, what was learned, which paragraph says it."
NOT_QUOTED = "The words in quotation marks stand in none of the texts."
OPINION = "This asks for an opinion or for advice; the reports, which is all that is quoted here, give neither."

_SMALL_TALK = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|okay|bye|yes|no|good (?:morning|evening|day))(?:\W+(?:again|all|everyone|there|you))*"
    r"|(?:many )?(?:thanks?|thank you)(?:\W+(?:a lot|again|all|answer|for|great|good|help\w*|it|much|nice|perfect|so"
    r"|that|that's|the|this|useful|very|was|your?))*"
    r"|(?:who|what) are you|what can (?:you|this|it) do|help(?: me)?|how (?:are you|does (?:this|it) work))\W*$",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:do|would|did|could) you\s+(?:personally\s+)?(?:think|believe|prefer|feel|like (?:best|most))\b"
    r"|\byou personally\b"
    r"|\byour\s+(?:own\s+)?(?:opinion|view|favou?rite|verdict|advice)\b"
    r"|\b(?:my|our)\s+(?:cousin|brother|sister|father|mother|son|husband|wife|friend|uncle|lawyer"
    r"|client(?! States?\b))\b"
    r"|\bshould (?:I|he|she) (?:plead|sue|vote|confess|testify)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Declined:
    """Why the reports do not answer, as a reader is told it, and the ids of the (at most two) nearest paragraphs."""

    reason: str
    near: tuple[str, ...] = ()


def declined(asked: Question, found: Found, hits: Sequence[Hit], corpus: Corpus) -> Declined | None:
    """Why the reports do not answer; None if they may. `hits` are those of `found` in the order that counts."""
    return (
        _beyond_them(asked, hits, corpus)
        or _left_open(asked, found, hits, corpus)
        or _no_such_thing(asked, hits, corpus)
    )


def declined_by_rule(asked: Question, hits: Sequence[Hit], corpus: Corpus) -> Declined | None:
    """The same where no signs need be weighed."""
    return _beyond_them(asked, hits, corpus) or _no_such_thing(asked, hits, corpus)


def _beyond_them(asked: Question, hits: Sequence[Hit], corpus: Corpus) -> Declined | None:
    if _SMALL_TALK.match(asked.text) or not re.search(r"[^\W\d_]{3}", spelled_out(asked.text)):
        return Declined(ASK_SOMETHING)
    if _OPINION.search(asked.text):
        return Declined(OPINION)
    evidence = " ".join(_read(hit, corpus) for hit in hits[:EVIDENCE])
    if reason := unknown(asked, evidence, corpus):
        return Declined(reason)
    if quotations(asked.text):  # those that stand in a text were looked up
        return Declined(NOT_QUOTED, tuple(hit.paragraph for hit in hits[:1]))
    return _nothing_near(hits, asked, corpus)


def _left_open(asked: Question, found: Found, hits: Sequence[Hit], corpus: Corpus) -> Declined | None:
    """What the texts leave open, as far as the signs tell."""
    if not found.gap or not too_doubtful(found, hits, asked, corpus):
        return None
    gap = found.gap.gap
    near = tuple(one for one in gap.near if document_of(one) in asked.documents)
    told = found.gap.similarity >= SAME_QUESTION and bool(near or not gap.near)
    return Declined(gap.reason if told else NOT_ANSWERED, near)  # what is not asked is not told of, either


def _read(hit: Hit, corpus: Corpus) -> str:
    """A paragraph with its lead-in and its footnotes."""
    paragraph = corpus.get(hit.paragraph)
    others = [paragraph.part_of, *paragraph.footnotes]
    return " ".join([paragraph.text, *(corpus.get(one).text for one in others if one)])


def _no_such_thing(asked: Question, hits: Sequence[Hit], corpus: Corpus) -> Declined | None:
    """A number, a date or a name is asked for, and what was found has none."""
    kind = wanted(asked.focus)
    among = EVIDENCE if asked.compares else HELD_AMONG
    evidence = " ".join(_read(hit, corpus) for hit in hits[:among])
    if kind in ("", "definition") or held(kind, evidence, corpus):
        return None
    missing = {"person": "name", "countries": "list of countries", "article": "article number"}.get(kind, kind)
    return Declined(
        f"The reports do not answer this: they give no such {missing}.", tuple(hit.paragraph for hit in hits[:1])
    )


def _nothing_near(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> Declined | None:
    best = max((max(hit.similarity, hit.asked) for hit in hits), default=0.0)
    least = LEAST_SIMILARITY if _knows_a_word(asked, corpus) else LEAST_WITHOUT_A_WORD
    return Declined(NOT_FOUND) if best < least else None


def _knows_a_word(asked: Question, corpus: Corpus) -> bool:
    """Whether any word of the question, short ones aside, stands in the texts or in the questions they answer."""
    texts = (f"{one.text} {' '.join(corpus.questions.get(one.id, ()))}".lower() for one in corpus)
    words = re.findall(r"\w{4,}", asked.focus.lower())
    return not words or any(word in text for text in texts for word in words)
