"""The register of obligations: every sentence that asks, with whom it asks, how strongly, and who says so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.registers.actors import OTHERS, in_order, named, topic
from assistant.registers.addressees import EVERYBODY, addressees, engaged, of_list, of_place
from assistant.registers.force import Asking, asking
from assistant.registers.reading import Reading
from assistant.registers.themes import themes_of
from assistant.registers.types import Force, Obligation
from assistant.registers.voices import author, tells_outcome, voice
from corpus.load import Corpus
from corpus.types import Document

# A sentence that opens its paragraph with one of these, and has no subject, recommends.
IMPERATIVE = re.compile(
    r"(?:Accept|Address|Adopt|Appoint|Assess|Conduct|Consider|Cooperate|Develop|Encourage|Enact|Engage|Ensure"
    r"|Establish|Guarantee"
    r"|Identify|Implement|Improve|Include|Integrate|Issue|Join|Participate|Prevent|Promote|Protect|Provide|Ratify"
    r"|Sign|Strengthen"
    r"|Support|Take|Train|Use)\b(?! (?:for|of|to)\b)"
)


@dataclass(frozen=True)
class _Asked:
    """What a sentence asks."""

    force: Force
    actors: tuple[str, ...]
    voice: str


@dataclass
class _Context:
    """What is known when the next sentence of a paragraph is read."""

    paragraph: str = ""
    last: _Asked | None = None
    latest: _Asked | None = None
    about: tuple[str, ...] = ()
    of_outcome: bool = False
    before: str = ""
    body: tuple[str, ...] = ()


def obligations(read: Iterable[Reading], corpus: Corpus) -> Iterator[Obligation]:
    """The sentences that ask, in order."""
    context = _Context()
    for one in read:
        if one.paragraph.id != context.paragraph:
            context = _Context(one.paragraph.id)
        asked = _asked(one, corpus, context)
        _go_on(context, one, asked)
        if asked:
            yield _obligation(one, asked, corpus.documents[one.paragraph.document])


def _asked(one: Reading, corpus: Corpus, context: _Context) -> _Asked | None:
    speaks = author(one.paragraph, corpus.documents[one.paragraph.document])
    if speaks.proposes:
        return _Asked("reported proposal", _of_heading(one), speaks.voice)
    if context.last and _quoted_on(one.text, context.before):
        return context.last
    found = asking(one.words, context.about)
    if found is None:
        return _hanging(one, corpus, context, speaks.voice)
    default = _default(one, corpus, context) or (engaged(one, found) if found.where == "nobody" else ()) or EVERYBODY
    actors = addressees(one, found, context.about, default)
    if actors == EVERYBODY and re.search(r"\b[Ww]e\b", one.words) and re.search(r"\bsystem$", one.heading):
        actors = default  # "we" in the chapter on the Organization's own house
    of_outcome = (context.of_outcome and one.words.startswith("This ")) or tells_outcome(one.words)
    said = voice(one.words, found.force, found.end, speaks.voice, about=context.about, of_outcome=of_outcome)
    return _Asked(found.force, tuple(actor for actor in actors if actor != OTHERS), said)


def _hanging(one: Reading, corpus: Corpus, context: _Context, own: str) -> _Asked | None:
    """What a sentence without asking words asks by what it hangs on: its own first clause, a lead-in, or nothing."""
    if one.text.endswith("?"):
        return None
    if one.opening:
        return context.last
    above = asking(one.lead_in) if one.lead_in and one.in_list else None
    if above:
        return _Asked(above.force, _of_lead_in(one, above, corpus), own)
    if one.order == 1 and not one.lead_in and IMPERATIVE.match(one.words):
        return _Asked("recommendation", _default(one, corpus, context) or EVERYBODY, own)
    return None


def _of_lead_in(one: Reading, above: Asking, corpus: Corpus) -> tuple[str, ...]:
    parent = Reading(one.paragraph, 0, one.span, one.lead_in)
    told = of_list(one.lead_in) or addressees(parent, above, (), _of_place(one, corpus) or EVERYBODY)
    through = named(one.words)[:1] if one.words.startswith("Through ") else []
    return in_order((*told, *(also.actor for also in through)))


def _default(one: Reading, corpus: Corpus, context: _Context) -> tuple[str, ...]:
    """Who acts where a sentence names nobody: whom its lead-in, its place or the paragraph so far is about."""
    above = asking(one.lead_in or _lead_in_of(one, corpus))
    if above:
        return _of_lead_in(
            Reading(one.paragraph, 0, one.span, "", one.lead_in or _lead_in_of(one, corpus)), above, corpus
        )
    if one.words.startswith("This "):  # "This responsibility includes ..."
        before = in_order(found.actor for found in named(context.before)[:1])
        return context.last.actors if context.last else before or _of_place(one, corpus)
    if re.search(r"\bbodies\b", one.heading):  # the body the paragraph is about
        return context.latest.actors if context.latest else context.body
    return _of_place(one, corpus)


def _lead_in_of(one: Reading, corpus: Corpus) -> str:
    """The lead-in of the item that a later sentence stands in."""
    parent = corpus.paragraphs.get(one.paragraph.part_of or "")
    return parent.text.rsplit(". ", 1)[-1] if parent and one.paragraph.kind in ("item", "bullet") else ""


def _of_place(one: Reading, corpus: Corpus) -> tuple[str, ...]:
    published = corpus.paragraphs.get(one.paragraph.published or "")
    place = published or one.paragraph
    return of_place(place.section, corpus.documents[place.document].title)


def _of_heading(one: Reading) -> tuple[str, ...]:
    """Whom a heading addresses; and the Secretary-General where a bullet speaks of what is his."""
    his = ["Secretary-General"] if "Secretary-General's prerogative" in one.text else []
    return in_order([*(found.actor for found in named(one.heading)[:1]), *his])


def _quoted_on(text: str, before: str) -> bool:
    """Whether a sentence goes on with a quotation that the one before it opened."""
    return before.count('"') % 2 == 1 and text.count('"') % 2 == 1


def _go_on(context: _Context, one: Reading, asked: _Asked | None) -> None:
    context.last = asked
    context.latest = asked or context.latest
    context.of_outcome = tells_outcome(one.words) or (context.of_outcome and one.words.startswith("This "))
    context.before = one.text
    if not re.match(r"(?:They|It|These|This|Those)\b", one.words):
        context.about = topic(one.words) or (asked.actors if asked else ())
    context.body = context.body or context.about


def _obligation(one: Reading, asked: _Asked, document: Document) -> Obligation:
    return Obligation(
        id=one.id, document=document.id, paragraph=one.paragraph.id, quote=one.text, start=one.span.start,
        end=one.span.end, actors=asked.actors, force=asked.force, voice=asked.voice,
        themes=themes_of(f"{one.lead_in} {one.text}"), year=document.year,
    )  # fmt: skip
