"""Questions that ask for a register are answered from it: who must do what, a country, what worked, how an ask changed.

Only a question that is nothing else is taken: any word more, and the search answers it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.mentions import named_places
from assistant.question import Question
from assistant.registers.called import actor_called
from assistant.registers.lessons import tells_outcome
from assistant.registers.themes import themes_of
from assistant.registers.types import FORCES, THEMES, Force, Lesson, Obligation, Polarity, Registers
from assistant.registers.years import across_the_years
from assistant.statement import Statement
from assistant.types import Citation
from corpus.load import Corpus

MOST = 10  # sentences quoted from a register
ENOUGH = 3  # with fewer than these of the forces asked for, weaker ones are quoted, too

# The forces that a question's verb asks for, and the weaker ones that stand in where they are few.
_ASKED: tuple[tuple[str, tuple[Force, ...], tuple[Force, ...]], ...] = (
    (r"legally|legal|binding|law", ("legal obligation",), ("commitment",)),
    (
        r"must|obliged|required|have to|need to|obligations?|duties|duty|responsibilities|strongest",
        ("legal obligation", "commitment", "demand"),
        ("recommendation",),
    ),
    (
        r"should|ought|asked|urged|expected|supposed|recommendations?|recommended",
        ("demand", "recommendation"),
        ("option",),
    ),
    (r"can|could|may|might|options?", ("option",), ("recommendation",)),
)
_MODAL = r"(?:must|should|shall|can|could|may|might|ought|does|do|is|are|has|have)"
_TEXTS = (
    r"(?:the )?(?:corpus|reports?|documents?|texts?|un|united nations|secretary-general|paragraphs?|they|it|sources?)"
)
# Words at the end of a question that narrow it to what the whole corpus is about anyway.
_ANYWAY = (
    r"(?: (?:to|for|in|under|about|with regard to|when it comes to)"
    r" (?:preventing |prevent |the |r2p|responsibility to protect|atrocit\w+|atrocity crimes?|crimes|prevention"
    r"|protect populations)+)*"
)
_WHO_MUST = (
    re.compile(
        rf"what {_MODAL} (?P<who>.+?)(?: (?:legally )?(?:have to|need to|has to|obliged to|required to|expected to"
        rf"|asked to"
        rf"|supposed to|urged to|recommended to|to))? do{_ANYWAY}(?: (?:on|about|for|regarding) (?P<theme>.+?))?"
    ),
    re.compile(
        r"(?:what are |which are |list |show |give me )?(?:all )?(?:the )?(?:strongest |main |legal |binding )*"
        r"(?:obligations|duties|responsibilities|recommendations|options)"
        rf" (?:on|of|for|to) (?P<who>.+?){_ANYWAY}(?: (?:on|about|regarding) (?P<theme>.+?))?"
    ),
)
_COUNTRY = re.compile(
    rf"(?:what|where|how|which paragraphs?) (?:do|does|is|are|did)?\s*{_TEXTS}? ?(?:say|says|said|tell us|mention"
    rf"|mentions|mentioned|named"
    r"|written|known)(?: (?:about|on|of))? #(?: (?:mentioned|named|cited|described))?"
    r"|(?:where|how|why|for what) (?:is|was) # (?:mentioned|named|cited|described)(?: in .{3,30})?"
    r"|which paragraphs (?:mention|name|cite) #"
)
_LESSONS = re.compile(
    r"what (?:has |have |had )?(?P<what>worked|failed|gone wrong|went wrong|did not work|didn't work|not worked)"
    rf"(?: (?:best|well|so far|in practice|in the past|before))?{_ANYWAY}"
)
_CHANGED = re.compile(
    r"how (?:did|has|have|does|do) (?:the |their |its )?(?:asks?|calls?|recommendations?|demands?|requests?"
    r"|positions?|language|wording|advice)"
    r" (?:on|about|for|regarding) (?:the )?(?P<theme>.+?) (?:been )?(?:changed?|evolved?|develop(?:ed)?|differ(?:ed)?"
    r"|shift(?:ed)?)"
    r"(?: (?:over|across|through) (?:the )?(?:years|time|reports)| (?:from|since|between) .{4,40})?"
)


@dataclass(frozen=True)
class _Asked:
    """What a question asks of the register of obligations."""

    actor: str
    forces: tuple[Force, ...]
    instead: tuple[Force, ...]
    theme: str | None


def from_registers(asked: Question, registers: Registers, corpus: Corpus) -> list[Statement]:
    """The statements that answer a question which plainly asks for a register; none if it is not of that kind."""
    if asked.by_place or asked.within or asked.manner or asked.context:
        return []
    text = _plain(asked.focus)
    if wanted := _who_must(text):
        return _obligations(wanted, asked, registers)
    if found := _LESSONS.fullmatch(text):
        return _lessons("worked" if found["what"] == "worked" else "failed", asked, registers)
    if (found := _CHANGED.fullmatch(text)) and (theme := _theme(found["theme"])):
        return _across_the_years(theme, asked, registers, corpus)
    return _on_country(asked, registers)


def with_force(citations: Iterable[Citation], registers: Registers) -> list[Citation]:
    """The citations, each with the force of its words."""
    return [replace(one, force=force_of(one.id, one.start, one.end, registers)) for one in citations]


def force_of(paragraph: str, start: int, end: int, registers: Registers) -> Force | None:
    """The strongest force of the sentences that a span quotes, wholly or for the most part; None if none asks."""
    quoted = [one.force for one in registers.of(paragraph) if _is_quoted(one, start, end)]
    return min(quoted, key=FORCES.index, default=None)


def _is_quoted(one: Obligation, start: int, end: int) -> bool:
    shared = min(one.end, end) - max(one.start, start)
    return 2 * shared >= min(one.end - one.start, end - start) > 0


def _plain(text: str) -> str:
    """A question in small letters, without its end, politeness and the names spelled out behind acronyms."""
    folded = " ".join(re.sub(r"\([^)]*\)", " ", text.casefold()).replace("’", "'").split())
    polite = re.sub(r"^(?:please|and|so|ok|tell me|say|according to the (?:reports?|texts?)),? ", "", folded)
    return polite.rstrip(" ?.!")


def _who_must(text: str) -> _Asked | None:
    for pattern in _WHO_MUST:
        if (found := pattern.fullmatch(text)) and (actor := actor_called(found["who"])):
            theme = _theme(found["theme"]) if found["theme"] else None
            forces = next(
                ((strong, weak) for verb, strong, weak in _ASKED if re.search(rf"\b(?:{verb})\b", text)), None
            )
            if forces and (theme or not found["theme"]):
                return _Asked(actor, *forces, theme)
    return None


def _theme(typed: str) -> str | None:
    """The theme a person names: by its name, or by words that show one theme only."""
    name = re.sub(r"^(?:the|a|an|national) ", "", typed.strip())
    listed = {one.casefold(): one for one in THEMES}
    shown = themes_of(typed)
    return (
        listed.get(name) or listed.get(typed) or (shown[0] if len(shown) == 1 and len(name.split()) < _LONG else None)
    )


_LONG = 5  # words; more than a theme's name has


def _obligations(wanted: _Asked, asked: Question, registers: Registers) -> list[Statement]:
    """The strongest first; of what is as strong, the paragraphs of reports before footnotes and a guide's notes."""
    on_it = [
        one
        for one in sorted(registers.obligations, key=lambda one: bool(re.search(r":(?:fn|note)/", one.paragraph)))
        if one.document in asked.documents and wanted.actor in one.actors
        and (wanted.theme is None or wanted.theme in one.themes) and not one.quote.endswith(":")
    ]  # fmt: skip
    strong = [one for force in wanted.forces for one in on_it if one.force == force]
    weak = [one for force in wanted.instead for one in on_it if one.force == force]
    return _statements((strong if len(strong) >= ENOUGH else [*strong, *weak])[:MOST])


def _lessons(polarity: Polarity, asked: Question, registers: Registers) -> list[Statement]:
    """One of a paragraph that tells an outcome, of every document as many as of the others; most telling ones first."""
    told = [
        one
        for one in registers.lessons
        if one.polarity == polarity and one.document in asked.documents and tells_outcome(one)
    ]
    of: dict[str, dict[str, Lesson]] = {}
    for one in told:
        of.setdefault(one.document, {}).setdefault(one.paragraph, one)
    columns = sorted((list(lessons.values()) for lessons in of.values()), key=len, reverse=True)
    kept = [one for row in zip_longest(*columns) for one in row if one][:MOST]
    return _statements([one for column in columns for one in column if one in kept])


def _across_the_years(theme: str, asked: Question, registers: Registers, corpus: Corpus) -> list[Statement]:
    cells = [cell for cell in across_the_years(theme, registers, corpus) if cell.document in asked.documents]
    return [Statement(one.paragraph, one.start or 0, one.end or 0) for one in cells if one.paragraph and one.force]


def _on_country(asked: Question, registers: Registers) -> list[Statement]:
    """Every paragraph that names the one country a question is about and says nothing else of."""
    named = tuple(named_places(asked.focus))
    if len({one.name for one in named}) != 1:
        return []
    start, end = named[0].start, named[0].end
    rest = _plain(f"{asked.focus[:start].removesuffix('the ')}#{asked.focus[end:]}")
    if rest != "#" and not _COUNTRY.fullmatch(rest):
        return []
    mentions = [one for one in registers.countries if one.country == named[0].name and one.document in asked.documents]
    return [Statement(one.paragraph, one.start, one.end) for one in mentions][:MOST]


def _statements(records: Sequence[Obligation | Lesson]) -> list[Statement]:
    return [Statement(one.paragraph, one.start, one.end) for one in records]
