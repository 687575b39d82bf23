"""How well passages support a sentence: where, how closely, and what of it they do not say.

The thresholds were chosen on the tuning half of evals/verification.jsonl;
`python -m evals verification` prints how they do on either half.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.chat.verification.actors import actors_absent, strangers
from assistant.chat.verification.evidence import Passage, Window
from assistant.chat.verification.figures import figures
from assistant.chat.verification.force import Asking, raised
from assistant.chat.verification.invention import invented
from assistant.chat.verification.negation import is_contrary
from assistant.chat.verification.plain_words import said_plainly
from assistant.chat.verification.roles import swapped
from assistant.chat.verification.types import Cosine
from assistant.chat.verification.words import stems
from assistant.glossary import spelled_out

# The share of the sentence's words that stand there, and the cosine of the two, add up to at least this.
ENOUGH = 1.2
# What a sentence that does not cite a passage must reach to be given it.
CLEARLY = 1.45
# Of several cited passages, one that does not support the sentence alone must add so many of its words.
ADDS = 2
LOOKED_AT = 4  # windows of a passage, those that share most words, whose cosine is asked for
TRIED = 3  # passages that a sentence without a key is held to, the nearest first
_LONGER = 0.05  # what a window must gain by each sentence more


@dataclass(frozen=True)
class Near:
    """Where a passage comes nearest to a sentence, and how near: the share of its words, and the cosine."""

    passage: Passage
    window: Window
    share: float
    cosine: float

    @property
    def before(self) -> str:
        """What tells whom "it" and "they" mean: the sentence before the window, the lead-in and the headings."""
        earlier = [one.text for one in self.passage.sentences if one.span.end <= self.window.span.start][-1:]
        return " ".join([self.passage.lead_in, *self.passage.paragraph.section, *earlier, ""])

    @property
    def score(self) -> float:
        """How near, in one number; a long window must be worth its length."""
        return self.share + self.cosine - _LONGER * (self.window.sentences - 1)


@dataclass(frozen=True)
class Finding:
    """What passages say to a sentence: `faults` is what they do not say, `doubts` what they say less strongly."""

    near: tuple[Near, ...] = ()
    score: float = 0.0
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def supported_by(sentence: str, cited: Sequence[Passage], quoted: Collection[str], cosine: Cosine) -> Finding:
    """What the cited passages, taken together, say to a sentence; those that add nothing are not in `near`.

    `quoted` are the ids of the paragraphs that it quotes: they do add something.
    """
    return _weighed(sentence, _adding(sentence, _nearest(sentence, cited, cosine), quoted), cosine)


def attribute(sentence: str, passages: Sequence[Passage], cosine: Cosine) -> Finding | None:
    """The passage that clearly supports a sentence which does not cite it; None if none does."""
    for near in _nearest(sentence, passages, cosine)[:TRIED]:
        if near.score >= CLEARLY and not (found := _weighed(sentence, [near], cosine)).faults:
            return found
    return None


def _nearest(sentence: str, passages: Sequence[Passage], cosine: Cosine) -> list[Near]:
    """Where each passage comes nearest to the sentence, best first."""
    windows = [(passage, window) for passage in passages for window in _sharing(sentence, passage)]
    cosines = cosine(sentence, [window.text for _, window in windows]) if windows else []
    best: dict[int, Near] = {}
    for (passage, window), near in zip(windows, cosines, strict=True):
        one = Near(passage, window, _share(sentence, window.text), near)
        best[id(passage)] = max(one, best.get(id(passage), one), key=lambda near: near.score)
    return sorted(best.values(), key=lambda near: -near.score)


def _wanted(sentence: str) -> frozenset[str]:
    """What of a sentence must stand in a passage: the stems of its words, and its numbers."""
    return _carried(spelled_out(sentence))


@lru_cache(maxsize=4096)
def _carried(text: str) -> frozenset[str]:
    return stems(text) | {f"{number:g}" for number in figures(text)}


def _sharing(sentence: str, passage: Passage) -> list[Window]:
    """The windows of a passage that share most with a sentence, long ones only if they are worth their length."""
    worth = {window: _share(sentence, window.text) - _LONGER * window.sentences for window in passage.windows}
    return sorted(worth, key=lambda window: -worth[window])[:LOOKED_AT]


def _share(sentence: str, text: str) -> float:
    """The share of what a sentence carries that a text says, if in other words."""
    wanted = _wanted(sentence)
    return len(wanted & _said(sentence, text)) / max(len(wanted), 1)


def _said(sentence: str, text: str) -> frozenset[str]:
    there = _carried(text)
    return there | said_plainly(sentence, there)


def _adding(sentence: str, near: Sequence[Near], quoted: Collection[str]) -> list[Near]:
    """The nearest passage, and of the others those that support the sentence alone or add words of it."""
    kept: list[Near] = []
    missing = _wanted(sentence)
    for one in near:
        there = _said(sentence, one.window.text)
        adds = one.score >= ENOUGH or len(missing & there) >= ADDS or one.passage.paragraph.id in quoted
        if adds or not kept:
            kept.append(one)
            missing -= there
    return kept


def _weighed(sentence: str, near: Sequence[Near], cosine: Cosine) -> Finding:
    if not near:
        return Finding(faults=("the passage cited is empty",))
    together = " ".join(one.window.text for one in near)
    score = _share(sentence, together) + max(one.cosine for one in near)
    faults = tuple(_faults(sentence, near, together, cosine)) if score >= ENOUGH else ("the passage does not say this",)
    return Finding(tuple(near), score, faults, tuple(_doubts(sentence, near, together)))


def _faults(sentence: str, near: Sequence[Near], together: str, cosine: Cosine) -> Iterator[str]:
    around = " ".join(f"{one.passage.text} {one.passage.around}" for one in near)
    notes = " ".join(one.passage.notes for one in near)
    years = {float(one.passage.document.year) for one in near}
    if numbers := figures(sentence) - figures(together) - years:
        yield f"the passage has no {', '.join(f'{number:g}' for number in sorted(numbers))}"
    if unknown := list(dict.fromkeys(strangers(spelled_out(sentence), around, notes))):
        yield f"the passage does not speak of {', '.join(unknown)}"
    elif elsewhere := list(actors_absent(sentence, " ".join(one.before for one in near) + together)):
        yield f"the passage does not say it of {', '.join(elsewhere)}"
    if actor := swapped(sentence, together):
        yield f"the passage says it of {actor}"
    if is_contrary(sentence, together, " ".join(one.passage.text for one in near)):
        yield "the passage says the contrary"
    elif detail := invented(sentence, together, f"{around} {notes}", cosine):
        yield f"the passage has nothing of “{detail}”"


def _doubts(sentence: str, near: Sequence[Near], together: str) -> Iterator[str]:
    passages = [one.passage for one in near]
    lead_in, around = (" ".join(parts) for parts in zip(*((one.lead_in, one.text) for one in passages), strict=True))
    if stronger := raised(sentence, Asking(together, lead_in, around, max(one.least for one in passages))):
        yield stronger
