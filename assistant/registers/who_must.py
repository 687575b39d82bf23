"""Who must do what: a question that asks nothing else, read, and the sentences of the register that answer it.

"What should the Security Council do about early warning?": an actor, a strength, and a theme or none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.compose import merged
from assistant.question import Question
from assistant.registers.called import actor_called
from assistant.registers.themes import themes_of
from assistant.registers.types import THEMES, Force, Obligation, Registers, statements
from assistant.statement import Statement
from corpus.load import Corpus
from index.lexical import stems

MOST = 10  # sentences quoted, and paragraphs of proposals beside them
ENOUGH = 3  # with fewer than these of the forces asked for, weaker ones are quoted, too
PROPOSED: Force = "reported proposal"

# The forces that a question's verb asks for, and the weaker ones that stand in where they are few.
_ASKED: tuple[tuple[str, tuple[Force, ...], tuple[Force, ...]], ...] = (
    (r"legally|legal|binding|law", ("legal obligation",), ("commitment",)),
    (
        r"must|obliged|required|have to|need to|obligations?|duties|duty|responsibilities|strongest",
        ("legal obligation", "commitment", "demand"),
        ("recommendation",),
    ),
    (
        r"should|ought|asked|urged|expected|supposed|recommendations?|recommended|proposed|proposals|suggested"
        r"|called (?:up)?on|encouraged|invited",
        ("demand", "recommendation", PROPOSED),
        ("option",),
    ),
    (r"can|could|may|might|options?", ("option",), ("recommendation",)),
)
_MODAL = r"(?:must|should|shall|can|could|may|might|ought|does|do|is|are|has|have)"
# Words at the end of a question that narrow it to what the whole corpus is about anyway.
ANYWAY = (
    r"(?: (?:to|for|in|under|about|with regard to|when it comes to)"
    r" (?:preventing |prevent |the |r2p|responsibility to protect|atrocit\w+|atrocity crimes?|crimes|prevention"
    r"|protect populations)+)*"
)
_ON = r"(?: (?:on|about|for|regarding) (?P<theme>.+?))?"
_WHO_MUST = (
    re.compile(
        rf"what {_MODAL} (?P<who>.+?)(?: (?:(?:legally )?(?:have|need|has|obliged|required|expected|asked|supposed"
        rf"|urged|recommended|called upon|called on|encouraged|invited) )?to)? do{ANYWAY}{_ON}"
    ),
    re.compile(
        r"(?:what are |which are |list |show |give me )?(?:all )?(?:the )?(?:strongest |main |legal |binding )*"
        r"(?:(?:obligations|duties|responsibilities|recommendations|options) (?:on|of|for|to)|proposals (?:for|to))"
        rf" (?P<who>.+?){ANYWAY}(?: (?:on|about|regarding) (?P<theme>.+?))?"
    ),
    re.compile(
        r"what (?:is|are|was|were|has been) (?:asked|demanded|expected|required|recommended|proposed|suggested)"
        rf" (?:of|from|to|for) (?P<who>.+?){ANYWAY}(?: (?:on|about|regarding) (?P<theme>.+?))?"
    ),
)
# What is asked for the course of a meeting or the circulation of a paper is no recommendation.
_PROCEDURE = re.compile(
    r"\bgrateful if you would\b|\bdeliver (?:their |brief, |focused )*(?:remarks|statements)\b"
    r"|\bfocus their (?:interventions|statements|remarks)\b|\bin their (?:statements|interventions|remarks):"
    r"|\bwelcome suggestions\b",
    re.IGNORECASE,
)
_NOT_OF_A_REPORT = re.compile(r":(?:fn|note)/")
_LONG = 5  # words; more than a theme's name has


@dataclass(frozen=True)
class Wanted:
    """What a question asks of the register of obligations; `typed` is how it names the theme."""

    actor: str
    forces: tuple[Force, ...]
    instead: tuple[Force, ...]
    theme: str | None
    typed: str


def who_must(text: str) -> Wanted | None:
    """What a question in small letters asks of the register; None if it asks for anything else."""
    for pattern in _WHO_MUST:
        if (found := pattern.fullmatch(text)) and (actor := actor_called(found["who"])):
            theme = theme_called(found["theme"]) if found["theme"] else None
            asked = text.removesuffix(found["theme"] or "")  # "the rule of law" asks for no law
            forces = next(
                ((strong, weak) for verb, strong, weak in _ASKED if re.search(rf"\b(?:{verb})\b", asked)), None
            )
            if forces and (theme or not found["theme"]):
                return Wanted(actor, *forces, theme, found["theme"] or "")
    return None


def theme_called(typed: str) -> str | None:
    """The theme a person names: by its name, or by words that show one theme only."""
    shown = themes_of(typed)
    return _listed(typed) or (shown[0] if len(shown) == 1 and len(_bare(typed).split()) < _LONG else None)


def _listed(typed: str) -> str | None:
    listed = {one.casefold(): one for one in THEMES}
    return listed.get(_bare(typed)) or listed.get(typed)


def _bare(typed: str) -> str:
    return re.sub(r"^(?:the|a|an|national) ", "", typed.strip())


def obligations(wanted: Wanted, asked: Question, registers: Registers, corpus: Corpus) -> list[Statement]:
    """The strongest first, what others propose last; none if no sentence has the words that name the theme.

    Of what is as strong, the paragraphs of reports come before footnotes and a guide's notes.
    """
    found = sorted(
        (one for one in registers.obligations if _is_wanted(one, wanted, asked)),
        key=lambda one: bool(_NOT_OF_A_REPORT.search(one.paragraph)),
    )
    near, rest = _on_theme(found, wanted, corpus)
    return _as_strong([near, rest], wanted) + _proposed([*near, *rest], wanted, corpus)


def _is_wanted(one: Obligation, wanted: Wanted, asked: Question) -> bool:
    return (
        one.document in asked.documents and wanted.actor in one.actors
        and (wanted.theme is None or wanted.theme in one.themes)
        and not one.quote.endswith(":") and not _PROCEDURE.search(one.quote)
    )  # fmt: skip


def _on_theme(found: list[Obligation], wanted: Wanted, corpus: Corpus) -> tuple[list[Obligation], list[Obligation]]:
    """The sentences that speak of the theme as it was typed, and the rest of a theme that was called by its name.

    Those with a word of it come first, then those of paragraphs that, or whose questions, have all its words. A theme
    is wider than most words that show it: of the media, most sentences say nothing of hate speech.
    """
    if not wanted.typed or not found:
        return found, []
    typed, *told = stems([wanted.typed, *(one.quote for one in found), *(_about(one, corpus) for one in found)])
    quoted, about = told[: len(found)], told[len(found) :]
    has = [one for one, words in zip(found, quoted, strict=True) if not set(typed).isdisjoint(words)]
    is_about = [one for one, words in zip(found, about, strict=True) if set(typed) <= set(words) and one not in has]
    if not has:
        return [], []
    near = [*has, *is_about]
    return near, [one for one in found if one not in near] if _listed(wanted.typed) else []


def _about(one: Obligation, corpus: Corpus) -> str:
    return " ".join([corpus.get(one.paragraph).text, *corpus.questions.get(one.paragraph, ())])


def _as_strong(groups: Sequence[Sequence[Obligation]], wanted: Wanted) -> list[Statement]:
    """What is asked as strongly as the question wants, the weaker where that is little; the first group first."""
    strong = [one for group in groups for one in _of_forces(group, wanted.forces)]
    weak = [one for group in groups for one in _of_forces(group, wanted.instead)]
    return statements((strong if len(strong) >= ENOUGH else [*strong, *weak])[:MOST])


def _of_forces(found: Iterable[Obligation], forces: Sequence[Force]) -> list[Obligation]:
    several = list(found)
    return [one for force in forces if force != PROPOSED for one in several if one.force == force]


def _proposed(found: Iterable[Obligation], wanted: Wanted, corpus: Corpus) -> list[Statement]:
    """What others propose, where that is asked, too; what stands in a list of proposals before what is told of one."""
    of: dict[str, list[Obligation]] = {}
    for one in found if PROPOSED in wanted.forces else ():
        if one.force == PROPOSED:
            of.setdefault(one.paragraph, []).append(one)
    listed_first = sorted(of, key=lambda name: corpus.get(name).kind not in ("item", "bullet"))
    return [one for name in islice(listed_first, MOST) for one in merged(statements(of[name]), corpus)]
