"""How strongly a sentence asks: a table of the words that bind, commit, demand, recommend, offer and propose.

A sentence is read without what NOT_ASKING masks. The rules are tried from the top, and the first whose words are
there says the force: the strongest of a sentence's own words holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.registers.actors import subject
from assistant.registers.types import Force

# Who is to act: the subject of the words ("they" is whoever was spoken of); whom the words after them name; nobody in
# the sentence, or plainly everybody; the speaker; whoever the law binds; or whoever a proposal is made to.
Where = Literal["subject", "after", "nobody", "everybody", "speaker", "bound", "reported"]


@dataclass(frozen=True)
class Rule:
    """Words that ask: with what force, and where the actor stands; `of_actors` if only of what an actor may do."""

    force: Force
    where: Where
    pattern: re.Pattern[str]
    of_actors: bool = False


@dataclass(frozen=True)
class Asking:
    """A rule that matched, and the characters of the sentence that it matched."""

    force: Force
    where: Where
    start: int
    end: int


# What looks like asking and does not: relative clauses, suppositions, facts, obligations that are only mentioned.
NOT_ASKING: tuple[str, ...] = (
    r"(?<!show )(?<!shows )(?<!affirmed )(?<!agreed )(?<!expressed )\b(?:that|which|who)"
    r"(?: (?!should\b|must\b|that\b)\w+){0,4}? (?:can|could|may|might|would)\b",
    r"\b(?:how|what|where|whether|why|when|since|because)(?: (?!should\b|must\b|that\b)[\w-]+){0,8}?"
    r" (?:can|could|may|might|would)\b",
    r"\bwhich, [^,]{1,40}, (?:can|could|may|might)\b|\bmust be weighed\b",
    r"\b(?:that|which|who|what) (?:should|must|needs?)\b",
    r"\b(?:was|were) (?:also )?(?:invited|requested|asked|recommended)\b",
    r"\b[Ss]hould (?:the need arise|peaceful means)\b",
    r"\bshould (?:also )?be (?:noted|acknowledged|recogni[sz]ed|recalled)\b|\bimportant to (?:recogni[sz]e|note"
    r"|recall)\b",
    r"\b(?:when|where|if|as) (?:required|necessary|needed|judged necessary|appropriate)\b",
    r"\b(?:everything|all|all that) (?:we|they|it) can\b|\b[Nn]o [Ss]tate can\b|\bmay (?:also )?be held\b",
    r"\bcommitments and legal obligations\b|\bneeds? (?:to know|they)\b|\bresponsibility to do so\b",
)

_MODAL = r"(?:can|could|may|might)"
_ALSO = r"(?: (?:also|then|now|already|actively|effectively|better|further|always))*"
_RESPONSIBILITY = r"(?:\w+[, ] ?(?:and )?){0,3}responsibilit(?:y|ies)"
_SAYING = (
    r"(?:proposed|suggested|called (?:up)?on|called for|urged|(?<!are )(?<!is )(?<!were )(?<!was )invited|requested"
    r"|recommended|emphasi[sz]ed|underscored the (?:need|importance)|stressed|expressed support|demanding|appealed"
    r"|raised different proposals|(?:indicated|acknowledged|appreciate) the need|reminded"
    r"|issued a Political Declaration)"
)
_OTHERS = (
    r"(?:States|[Ss]ubmissions|[Pp]articipants|[Dd]elegations|interlocutors|interventions|reviews|Council|Assembly"
    r"|Parliament|Declaration|Special Advisers?|[Oo]rgani[sz]ations|Mexico"
    r"|[Ii]t(?= (?:has )?(?:called|urged|reminded|invited)))"
)
_OUTCOME = r"(?:World Summit(?: Outcome)?|resolution 60/1|paragraphs? 13[89]|paras\. 138)"


def _rules(force: Force, where: Where, *patterns: str, of_actors: bool = False) -> Iterator[Rule]:
    return (Rule(force, where, re.compile(pattern), of_actors) for pattern in patterns)


RULES: tuple[Rule, ...] = (
    *_rules("commitment", "after", r"\b(?:Assembly|Council) decided that\b"),
    *_rules(
        "reported proposal",
        "reported",
        rf"\b{_OTHERS}\b(?:(?![.;:]\s)[^\n]){{0,130}}?\b{_SAYING}",
        r"\b[Tt]hese include calls for\b|\bhence the appeal of the Secretary-General\b",
    ),
    *_rules(
        "legal obligation",
        "bound",
        r"\b(?:legal|binding|extraterritorial) (?:obligation|dut)(?:y|ies|s)? (?:of States|to|for|under|on States)\b",
        r"\b(?:has|have) (?:\w+ )?(?:an? |the )?(?:\w+ ){0,2}(?:obligations?|dut(?:y|ies)) (?:to|under)\b",
        r"\b(?:entails|established) a duty\b|\bpoints to an obligation\b|\b[Tt]he duty to\b",
        r"\bobligations? (?:of|on) (?:all |the )?[Ss]tates?\b|\bimposes on States\b|\bbinding on\b",
        r"\b(?:prohibits|(?:is|are) prohibited under|requires? that State parties|no derogation)\b",
        r"\bconferring a responsibility\b|\bobligation has its basis\b",
    ),
    *_rules("legal obligation", "after", r"\bconfers on\b"),
    *_rules(
        "commitment",
        "speaker",
        r"\bI (?:will|shall|intend to|remain committed to|am committed to|offered to|pledge"
        r"|have a responsibility to)\b",
    ),
    *_rules("commitment", "subject", r"(?<=United Nations )will\b"),
    *_rules(
        "commitment",
        "subject",
        r"\b(?:have|has|had) (?:\w+ )?(?:committed (?:themselves )?to|pledged|agreed to|undertaken to"
        r"|expressed that they are prepared)\b",
        r"(?<=States |sembly |ouncil |ations )(?:committed to (?!\w+ing\b)|(?:have )?agreed\b|pledged\b|undertook\b"
        r"|reaffirmed its intention\b"
        r"|made a bold promise)",
        r"\bmade a bold promise\b|\b(?:made|adopted) (?:political|explicit) commitments?\b"
        r"|\bindicated their commitment\b",
        r"\b(?:has|have|had|bears?) (?:(?:an?|the) (?:\w+[, ] ?(?:and )?){0,3}|special )?responsibilit(?:y"
        r"|ies)(?: under [^.;]{0,80}?)? "
        r"[“\"]?(?:to|for)\b",
        rf"\bthere is an? {_RESPONSIBILITY} to\b",
        r"\b(?:agreed|affirmed|recogni[sz]ed|recogni[sz]es?) that\b[^.;]*\b(?:responsibilit|prepared to)"
        r"|\bclear commitment to\b",
        r"\b[Tt]his responsibility (?:entails|includes)\b|\bresponsibility (?:to protect )?(?:includes taking"
        r"|also extends)\b",
    ),
    *_rules(
        "commitment",
        "after",
        r"\bcommitment of\b(?=[\w ]+ to \w+ and assist)|\bexplicit commitment (?=States have made)",
        rf"\backnowledgement by (?=Member States of their {_RESPONSIBILITY} to\b)",
        rf"\bgives? (?=(?:\w+ ){{1,2}}an? {_RESPONSIBILITY} to\b)",
        r"\bresponsibility of (?=(?:each|individual|the) States? to\b)|\bshared responsibility to protect held by\b",
    ),
    *_rules(
        "demand",
        "after",
        r"\bI (?:\w+ )?(?:urge|call (?:up)?on|demand|appeal to)\b",
        r"\b(?:imperative|essential|vital|crucial)(?:, therefore,)? that\b|\bincumbent on\b|\bdemands that\b",
    ),
    *_rules(
        "demand",
        "nobody",
        r"\b(?:[Ii]t|that it|this) (?:\w+ ){0,2}?(?:is|remains|was) (?:\w+ )?(?:imperative|essential|vital"
        r"|crucial)(?:, therefore,)? to\b",
        r"\b[Tt]here is an? (?:\w+ )?need to\b",
    ),
    *_rules("demand", "everybody", r"\breport\b[^.]*\bcalled for\b"),
    *_rules(
        "demand",
        "subject",
        r"\b(?:is|are) called upon to\b",
        r"\bmust\b",
        r"(?<!the )(?<!a )(?<!urgent )\bneeds? to \w+",
    ),
    *_rules(
        "demand",
        "after",
        r"\b[Cc]ommitment (?:by|of)\b(?=[^.;]{0,80}\b(?:is|are) (?:imperative|required)\b)",
        r"\brequires?\b(?=[^.;]{0,90}\b(?:by (?:the )?(?:States|international community)|engagement of)\b)",
    ),
    *_rules(
        "recommendation",
        "after",
        r"\bI (?:\w+ )?(?:recommend(?: that)?|encourage|invite|suggest|propose|have proposed)\b",
        r"\b[Ii]t is (?:\w+ )?important(?:, therefore,)? that\b",
    ),
    *_rules(
        "recommendation",
        "nobody",
        r"\b[Ii]t is (?:\w+ ){0,2}important(?:, therefore,)? to\b",
        r"\bI would welcome\b|\bI should be grateful\b",
    ),
    *_rules(
        "recommendation",
        "subject",
        r"\bshould\b",
        r"\b(?:is|are) (?:\w+ )?(?:invited|encouraged|recommended)\b",
    ),
    *_rules("recommendation", "everybody", r"\b[Ii]t is time to\b|\blet us\b|\bRecommended actions\b"),
    *_rules("recommendation", "after", r"\bmerit the careful consideration\b"),
    *_rules(
        "option",
        "subject",
        rf"\b{_MODAL}{_ALSO} (?:wish to )?consider\b",
        rf"\b(?!may be used){_MODAL}{_ALSO} be{_ALSO} (?:done|achieved|used|utilized|taken|incorporated|tailored"
        rf"|extended|undertaken|placed|adopted"
        r"|applied|established|focused|strengthened)\b",
        r"\b(?:could|might|can also)(?: also)? include\b|\bOne option could be\b|\b[Tt]here could also be\b"
        r"|\b[Mm]ore could be done\b",
    ),
    *_rules(
        "option",
        "subject",
        rf"\b{_MODAL}{_ALSO} (?!be\b|not\b|have\b|help to manage"
        rf"|play an? (?:\w+ )?role(?! in (?:\w+ ){{0,2}}\w+ing\b))\w+",
        rf"\b{_MODAL}(?=[,:])",
        of_actors=True,
    ),
)
# These offer a measure, although their modal stands in a relative clause.
_OFFERED = re.compile(
    r"^[Tt]here are (?:\w+ ){0,3}(?:steps|measures|things|ways) (?:that|in which) [^.;]{1,40}? (?=can\b)"
    r"|\bis an? (?:step|measure|option) that (?=can be\b)"
)
_MASK = re.compile(rf"\b(?:{'|'.join(NOT_ASKING)})")
# A sentence without any of these falls under no rule; most have none, and need not be tried against each.
_HINTS = re.compile(
    r"can\b|could|may\b|might|must|should|need|shall|will\b|intend|dut(?:y|ies)|obligation|binding|prohibit|derogation"
    r"|impose|confer|responsibilit|commit|agreed|pledge|undert|promise|affirm|recogni[sz]|decided|urge|call|demand|appeal"
    r"|imperative|essential|vital|crucial|incumbent|important|requir|recommend|encourag|invit|suggest|propos|welcome"
    r"|grateful|time to|let us|merit|emphasi|underscored|stressed|support|indicated|acknowledge|appreciate|remind"
    r"|issued|express|offered"
)


def asking(text: str, about: tuple[str, ...] = ()) -> Asking | None:
    """The rule a sentence falls under by its own words; None if it does not ask. A question asks nothing.

    `about` are the actors whom "they" means.
    """
    if text.rstrip().endswith("?") or not _HINTS.search(text):
        return None
    if found := _OFFERED.search(text):
        return Asking("option", "subject", found.end(), found.end() + len("can"))
    read = _MASK.sub(lambda found: "_" * len(found[0]), text)
    for rule in RULES:
        for found in rule.pattern.finditer(read):
            if not rule.of_actors or doer(text, found.start(), about):
                force = "commitment" if found[0] == "should" and re.search(_OUTCOME, text) else rule.force
                return Asking(force, rule.where, *found.span())
    return None


_PRONOUN = re.compile(
    r"^(?:They|It|Those|These (?:bodies|mechanisms|institutions|organi[sz]ations|entities)"
    r"|Some mechanisms)\b[^,;]{0,60}$"
)


def doer(text: str, at: int, about: tuple[str, ...]) -> tuple[str, ...]:
    """The actors that are the subject of the verb at `at`, themselves or by a pronoun."""
    return subject(text, at) or (about if _PRONOUN.search(text[:at].rstrip()) else ())
