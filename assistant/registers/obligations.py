"""The register of obligations: every sentence that asks, with whom it asks, how strongly, and who says so."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from assistant.registers.actors import OTHERS, in_order, named
from assistant.registers.addressees import EVERYBODY, addressees, engaged, of_list, of_place
from assistant.registers.context import Asked, Context
from assistant.registers.force import Asking, asking
from assistant.registers.reading import Reading
from assistant.registers.themes import themes_of
from assistant.registers.types import Obligation
from assistant.registers.voices import author, tells_outcome, voice
from corpus.load import Corpus
from corpus.types import Document

# A sentence that opens its paragraph with one of these, and has no subject, recommends.
_VERBS = """
    Accept Address Adopt Appoint Assess Conduct Consider Cooperate Develop Encourage Enact Engage Ensure Establish
    Guarantee Identify Implement Improve Include Integrate Issue Join Participate Prevent Promote Protect Provide Ratify
    Sign Strengthen Support Take Train Use
"""
IMPERATIVE = re.compile(rf"(?:{'|'.join(_VERBS.split())})\b(?! (?:for|of|to)\b)")


def obligations(read: Iterable[Reading], corpus: Corpus) -> Iterator[Obligation]:
    """The sentences that ask, in order."""
    for _, of_paragraph in groupby(read, key=lambda one: one.paragraph.id):
        context = Context()
        for one in of_paragraph:
            asked = _asked(one, corpus, context)
            context = context.then(one, asked)
            if asked:
                yield _obligation(one, asked, corpus.documents[one.paragraph.document])


def _asked(one: Reading, corpus: Corpus, context: Context) -> Asked | None:
    speaks = author(one.paragraph, corpus.documents[one.paragraph.document])
    if speaks.proposes:
        return Asked("reported proposal", _of_heading(one), speaks.voice)
    if context.asked and context.quotes_on(one.text):
        return context.asked
    found = asking(one.words, context.about)
    if found is None:
        return _hanging(one, corpus, context, speaks.voice)
    of_outcome = (context.of_outcome and one.words.startswith("This ")) or tells_outcome(one.words)
    said = voice(one.words, found.force, found.end, speaks.voice, about=context.about, of_outcome=of_outcome)
    return Asked(found.force, _actors(one, found, corpus, context), said)


def _actors(one: Reading, found: Asking, corpus: Corpus, context: Context) -> tuple[str, ...]:
    default = _default(one, corpus, context)
    default = default or (engaged(one.words, found) if found.where == "nobody" else ()) or EVERYBODY
    actors = addressees(one.words, found, context.about, default)
    if actors == EVERYBODY and re.search(r"\b[Ww]e\b", one.words) and re.search(r"\bsystem$", one.heading):
        actors = default  # "we" in the chapter on the Organization's own house
    return tuple(actor for actor in actors if actor != OTHERS)


def _hanging(one: Reading, corpus: Corpus, context: Context, own: str) -> Asked | None:
    """What a sentence without asking words asks by what it hangs on: its own first clause, a lead-in, or nothing."""
    if one.text.endswith("?"):
        return None
    if one.opening:
        return context.asked
    if one.in_list and (above := asking(one.lead_in)):
        through = named(one.words)[:1] if one.words.startswith("Through ") else ()
        actors = (*_of_lead_in(one.lead_in, above, one, corpus), *(also.actor for also in through))
        return Asked(above.force, in_order(actors), own)
    if one.order == 1 and not one.lead_in and IMPERATIVE.match(one.words):
        return Asked("recommendation", _default(one, corpus, context) or EVERYBODY, own)
    return None


def _default(one: Reading, corpus: Corpus, context: Context) -> tuple[str, ...]:
    """Who acts where a sentence names nobody: whom its lead-in, its place or the paragraph so far is about."""
    if one.above and (above := asking(one.above)):
        return _of_lead_in(one.above, above, one, corpus)
    if one.words.startswith("This "):  # "This responsibility includes ..."
        before = tuple(found.actor for found in named(context.before)[:1])
        return context.asked.actors if context.asked else before or _of_place(one, corpus)
    if re.search(r"\bbodies\b", one.heading):  # the body the paragraph is about
        return context.latest.actors if context.latest else context.body
    return _of_place(one, corpus)


def _of_lead_in(lead_in: str, above: Asking, one: Reading, corpus: Corpus) -> tuple[str, ...]:
    return of_list(lead_in) or addressees(lead_in, above, (), _of_place(one, corpus) or EVERYBODY)


def _of_place(one: Reading, corpus: Corpus) -> tuple[str, ...]:
    """Whom the section is about; of a draft, the section of what it became."""
    place = corpus.paragraphs.get(one.paragraph.published or "") or one.paragraph
    return of_place(place.section, corpus.documents[place.document].title)


def _of_heading(one: Reading) -> tuple[str, ...]:
    """Whom a heading addresses; and the Secretary-General where a bullet speaks of what is his."""
    his = ["Secretary-General"] if "Secretary-General's prerogative" in one.text else []
    return in_order([*(found.actor for found in named(one.heading)[:1]), *his])


def _obligation(one: Reading, asked: Asked, document: Document) -> Obligation:
    return Obligation(
        id=one.id, document=document.id, paragraph=one.paragraph.id, quote=one.text, start=one.span.start,
        end=one.span.end, actors=asked.actors, force=asked.force, voice=asked.voice,
        themes=themes_of(f"{one.lead_in} {one.text}"), year=document.year,
    )  # fmt: skip
