"""Details that a sentence adds to what its passage says.

Words of a sentence that its passage lacks may be another way to say the same, or an addition. They are an addition
if the sentence comes nearer to the passage without them: a paraphrase loses by being cut.
"""

from collections.abc import Iterator

from assistant.chat.verification.plain_words import said_plainly
from assistant.chat.verification.types import Cosine
from assistant.chat.verification.words import Word, canonical, content, stems
from corpus.types import Span

# How much nearer the sentence must come without one unknown word, two that follow one another, three or more.
NEARER = (0.05, 0.03, 0.005)
# Unknown words as near to the passage as this, taken alone, are another way to say something in it.
SAME = 0.35


def invented(sentence: str, window: str, around: str, cosine: Cosine) -> str:
    """The words of a sentence that add to what the passage says; empty if none do."""
    there = stems(around)
    runs = list(_unknown_runs(sentence, there | said_plainly(sentence, there)))
    if not runs:
        return ""
    cut = [_without(sentence, run) for run, _ in runs]
    alone = [sentence[run.start : run.end] for run, _ in runs]
    whole, *near = cosine(window, [sentence, *cut, *alone])
    for (_, length), words, without, itself in zip(runs, alone, near, near[len(runs) :], strict=False):
        if without - whole >= NEARER[min(length, 3) - 1] and itself < SAME:
            return words
    return ""


def _unknown_runs(sentence: str, known: frozenset[str]) -> Iterator[tuple[Span, int]]:
    """Where words that the passage lacks follow one another, and how many they are."""
    run: list[Word] = []
    for word in content(sentence):
        if canonical(word.stem) not in known:
            run.append(word)
        elif run:
            yield Span(run[0].start, run[-1].end), len(run)
            run = []
    if run:
        yield Span(run[0].start, run[-1].end), len(run)


def _without(sentence: str, run: Span) -> str:
    return " ".join((sentence[: run.start] + sentence[run.end :]).split())
