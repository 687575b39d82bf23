"""Who says so: the author of a document or of its part, unless the sentence names another."""

import re
from dataclasses import dataclass

from assistant.registers.actors import named
from assistant.registers.types import Force
from corpus.types import Document, Paragraph

LAW = "law"
OUTCOME = "the World Summit Outcome"


@dataclass(frozen=True)
class Author:
    """Who speaks in the paragraphs of a kind; all that its patterns do not say is open."""

    voice: str
    document: str = ""
    section: str = ""
    kind: str = ""
    # What is compiled there are others' proposals, whatever their words.
    proposes: bool = False


# The first that fits. `document` is looked for in its title and its status, `section` in the outermost heading.
AUTHORS: tuple[Author, ...] = (
    Author("study guide", document=r"study guide"),
    Author("participants of the meeting", document=r"letter", section=r"^Annex I$", kind=r"bullet", proposes=True),
    Author("the Permanent Representative of Poland", document=r"Permanent Representative of Poland"),
    Author("the Special Advisers", kind=r"memo", section=r"Special Adviser"),
    Author("the Deputy Secretary-General's office", kind=r"memo"),
    Author("the Secretary-General", document=r"Report of the Secretary-General|Draft of the 2013 report"),
)
# How a speaker other than the author is called.
CALLED = {
    "States": "Member States",
    "Security Council": "the Security Council",
    "General Assembly": "the General Assembly",
    "Human Rights Council and its mechanisms": "the Human Rights Council",
    "Secretary-General": "the Secretary-General",
    "Special Advisers": "the Special Advisers",
    "United Nations system": "the United Nations system",
    "regional and subregional organizations": "regional organizations",
}
_OUTCOME = re.compile(
    r"World Summit|resolution 60/1|\b[Pp]aragraphs? 13[89]\b|\bparas\. 13[89]|Heads of State and Government"
)
_PLEDGES = re.compile(
    r"\b(?:agreed|decided|committed|pledged|commitments?|promise|affirmed|reaffirmed|expressed that)\b"
)


def author(paragraph: Paragraph, document: Document) -> Author:
    """Who speaks in a paragraph; of a document of which no rule tells, the document itself."""
    told = f"{document.title} {document.status}"
    part = paragraph.section[0] if paragraph.section else ""
    for one in AUTHORS:
        if re.search(one.document, told) and re.search(one.section, part) and re.search(one.kind, paragraph.kind):
            return one
    return Author(f"the {document.short}")


def voice(text: str, force: Force, at: int, own: str, *, about: tuple[str, ...] = (), of_outcome: bool = False) -> str:
    """Who says a sentence of this force, whose asking words end at `at`.

    `own` is the author, `about` are those whom "it" means; `of_outcome` says that the World Summit is told of.
    """
    if force == "legal obligation":
        return LAW
    if force == "reported proposal":
        return _speaker(text, at) or next((CALLED[one] for one in about if one in CALLED), own)
    if force == "commitment" and not re.search(r"\bI (?:will|intend|remain|am|offered|have a)\b", text):
        if _OUTCOME.search(text) or of_outcome:
            return OUTCOME
        return (_speaker(text, at) if _PLEDGES.search(text) else "") or own
    return own


def tells_outcome(text: str) -> bool:
    """Whether a sentence tells what was agreed at the World Summit of 2005."""
    return bool(_OUTCOME.search(text))


def _speaker(text: str, at: int) -> str:
    """Whoever is named last before the words that ask, as a speaker is called; "" if nobody is."""
    before = [one.actor for one in named(text[:at]) if one.actor in CALLED]
    return CALLED[before[-1]] if before else ""
