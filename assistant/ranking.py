"""The last word on the order of what was found: what the conversation is about, and lists kept together."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.demonyms import countries_meant
from assistant.places import is_named
from assistant.question import Question
from assistant.sections import within
from assistant.statement import Statement
from corpus.load import Corpus
from index.types import Hit

# What a paragraph of the answer that is being followed up gains.
IN_CONTEXT = 0.15
# What a paragraph that names the country asked about gains.
ON_THE_COUNTRY = 0.2
# How far down a lead-in may stand for its items to be brought up behind it, when a list is asked for.
LEAD_IN_AMONG = 3


def ranked(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> list[Hit]:
    """The hits in the order that counts, best first; if the question asks within sections, those in them."""
    hits = [hit for hit in hits if within(corpus.get(hit.paragraph), asked.within)]
    wanted = set(countries_meant(asked.latest) or countries_meant(asked.focus))
    gained = [replace(hit, score=hit.score + _gain(hit, asked, wanted, corpus)) for hit in hits]
    best_first = sorted(gained, key=lambda hit: -hit.score)
    return _lists_together(best_first, corpus) if asked.whole else best_first


def _gain(hit: Hit, asked: Question, wanted: set[str], corpus: Corpus) -> float:
    text = corpus.get(hit.paragraph).text
    on_the_country = any(is_named(code, text) for code in wanted)
    return IN_CONTEXT * (hit.paragraph in asked.context) + ON_THE_COUNTRY * on_the_country


def _lists_together(hits: list[Hit], corpus: Corpus) -> list[Hit]:
    """The items of a lead-in near the top, and the paragraphs of a series, right behind it, in their own order."""
    result: dict[str, Hit] = {}
    by_name = {hit.paragraph: hit for hit in hits}
    for place, hit in enumerate(hits):
        result.setdefault(hit.paragraph, hit)
        together = (*corpus.parts(hit.paragraph), *corpus.series(hit.paragraph)) if place < LEAD_IN_AMONG else ()
        for part in together:
            found = by_name.get(part.id) or Hit(part.id, hit.score, hit.similarity, hit.asked, [])
            result.setdefault(part.id, replace(found, score=hit.score))
    return list(result.values())


def first(looked_up: Sequence[Statement], hits: Sequence[Hit]) -> list[Hit]:
    """The paragraphs that were looked up, and behind them what a search found."""
    names = list(dict.fromkeys(one.paragraph for one in looked_up))
    best = max((hit.score for hit in hits), default=1.0)
    rest = [hit for hit in hits if hit.paragraph not in names]
    return [Hit(name, best, 1.0, 1.0, []) for name in names] + rest
