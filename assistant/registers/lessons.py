"""The register of lessons: sentences that say what experience has shown, what worked or failed, what to beware of.

A sentence is a lesson if it speaks of experience, if it tells an outcome, or, in a chapter on lessons learned, if it
says what helps and what hinders. What is masked looks like an outcome and is none.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.registers.actors import OTHERS, in_order, named
from assistant.registers.force import asking
from assistant.registers.reading import Reading
from assistant.registers.themes import themes_of
from assistant.registers.types import Lesson, Polarity
from assistant.registers.voices import author
from corpus.load import Corpus

MASKED: tuple[str, ...] = (
    r"\bmanifestly fail(?:s|ing|ed)?\b|\bFailure to ensure\b|\bfailure to effectively\b|\b(?:when|Where|where|If|if"
    r"|should) they fail\b",
    r"\bperiods of instability\b|\boutline the steps\b|\bexchange of lessons\b|\blessons[ -]learning\b",
    r"\b(?:share|sharing|exchange|identify|exchange of) (?:experiences?|good practices|lessons)[\w ,]*",
    r"\bidentification of lessons\b|\bidentified a number of lessons\b|\bnever again fails\b|\bcloses? (?:the"
    r"|this) gap\b|\bhas tried\b",
    r"\bgood practices(?:,| and)|\bgood practices (?:and|in the context)|\bpositive examples\b",
)
EXPERIENCE = (
    r"\b[Hh]istory has shown\b|\b[Ee]xperience (?:shows|teaches|suggests|since|has shown)\b|\b[Pp]ast experience\b"
    r"|\bIn practice\b|, in practice,|\b[Ll]essons (?:learned show|from)\b|\b[Gg]ood practice\b|\brecord to date\b"
    r"|\bproven themselves\b"
    r"|\b[Tt]here have been instances\b|\brecurrent challenge\b|\bhistorical precedent\b"
)
# What is told of the past, in any document; the first that matches, so that a "but" comes before what it limits.
OUTCOMES: tuple[tuple[Polarity, str], ...] = (
    (
        "caution",
        r"\bno one-size-fits-all\b|\bcontext matters\b|\bcontext-specific\b|\bno straightforward\b"
        r"|\bdifficult to (?:measure|demonstrate"
        r"|assure)\b|\bchallenging to\b|\bhard to discern\b|\bdoes not always\b|\bnot synonymous\b"
        r"|\bmodel is perfect\b|\bprovide cover\b"
        r"|\bis mixed\b|\bremain cautious\b|\brecurrent challenge\b|\bchallenges (?:in|for|to) (?:implementation"
        r"|Member)|\bnot enough\b"
        r"|\bgreatest challenges\b|\bnot sufficiently understood\b|\bnot only a source\b|\bsometimes be difficult\b"
        r"|\bnot (?:processes|singular)"
        r"|\bprocesses, not singular\b|\badditional barriers\b|\bpowerful triggers\b"
        r"|\bprovides strong support for this\b",
    ),
    (
        "failed",
        r"\bfail(?:s|ed|ures?)? (?:by|of|to|in)\b|\bfailures? in\b|\bfailure to prevent\b|\b[Tt]oo often\b"
        r"|\bunheeded\b|\boften overlooked\b"
        r"|\bno improvement\b|\bnot on track\b|\bnot been (?:reversed|fulfilled)\b|\bwrong direction\b"
        r"|\bgap between\b|\bclose[sd]? when\b"
        r"|\beffect of undermining\b|\btroubling decline\b|\bdivided and circumscribed\b|\bonly a limited range\b"
        r"|\bstarted with hate\b|\bcontributed to a refugee crisis\b"
        r"|\bsharply impaired\b|\bseriously weaken\b|\bless (?:effective|well coordinated)\b|\bis undermined by\b"
        r"|\binhibits the ability\b"
        r"|\bshames us\b|\bsometimes fail\b|\bdownplay\b|\bdoes not begin before\b|\btoo late\b"
        r"|\boften not (?:acknowledged|prioritized)\b",
    ),
    (
        "worked",
        r"\b(?:has|have) (?:been (?:instrumental|key)|helped|contributed|paved|sometimes played crucial|supported"
        r"|taken decisive|set a)\b"
        r"|\bhelped (?:to )?(?:establish|build|avert)\b|\bcontributed to preventing\b|\bled to (?:the creation"
        r"|a series)\b|\bpaved the way\b"
        r"|\bmake a (?:vital )?difference\b|\bsuccesses\b|\bbest outcomes\b|\bhighest where\b|\bmost (?:effective"
        r"|successful) when\b"
        r"|\bmost likely to (?:contribute|save)\b|\bin unison\b|\bare effective when\b|\bare effective and\b"
        r"|\bless likely to resort\b"
        r"|\breinforces State\b|\bthe law is seen as\b|\bpreceded by a thorough\b|\bmembers of .{1,80} have approved\b",
    ),
)
# What helps and what hinders, in the present: a lesson only where lessons are the chapter's business.
PRESENT: tuple[tuple[Polarity, str], ...] = (
    ("caution", r"\bsometimes\b|\bHowever\b|\bdiffer from\b|\bare different\b|\bdetermined by\b|\bnot consciously\b"),
    (
        "failed",
        r"\bweaken|\bundermin|\bimpair|\bunable to\b|\bhinder|\bwindow\b|\bdisheartening\b|\btoo late\b|\btend(?:ed"
        r"|s) to be less\b",
    ),
    (
        "worked",
        r"\b(?:contribut\w+|helps?|strengthens|increases|reduces|effective (?:in|ways|restraints|and legitimate)"
        r"|conducive|preventable|essential to successful"
        r"|more likely|better able|key in|can be instrumental|can make|more active|opportunity for direct|successful"
        r"|good practice)\b",
    ),
)
_MASK = re.compile("|".join(MASKED))
_EXPERIENCE = re.compile(EXPERIENCE)
_OUTCOMES = [(polarity, re.compile(pattern)) for polarity, pattern in OUTCOMES]
_PRESENT = [(polarity, re.compile(pattern)) for polarity, pattern in PRESENT]
_CHAPTER = re.compile(r"\blessons\b", re.IGNORECASE)


def lessons(read: Iterable[Reading], corpus: Corpus) -> Iterator[Lesson]:
    """The sentences that state a lesson, in order."""
    for one in read:
        if one.paragraph.kind != "memo" and (polarity := polarity_of(one)):
            document = corpus.documents[one.paragraph.document]
            yield Lesson(
                id=one.id, document=document.id, paragraph=one.paragraph.id, quote=one.text, start=one.span.start,
                end=one.span.end, polarity=polarity,
                actors=in_order(found.actor for found in named(one.words) if found.actor != OTHERS),
                voice=author(one.paragraph, document).voice, themes=themes_of(one.text), year=document.year,
            )  # fmt: skip


def tells_outcome(one: Lesson) -> bool:
    """Whether a lesson tells what came of something, rather than what helps or hinders in general."""
    return any(polarity == one.polarity and pattern.search(one.quote) for polarity, pattern in _OUTCOMES)


def polarity_of(one: Reading) -> Polarity | None:
    """What a sentence says of experience; None if it states no lesson. A question and a heading state none."""
    if one.text.endswith("?") or len(one.words.split()) < _SHORTEST:
        return None
    text = _MASK.sub(" ", one.words)
    experienced = bool(_EXPERIENCE.search(text))
    told = next((polarity for polarity, pattern in _OUTCOMES if pattern.search(text)), None)
    if told and (experienced or not asking(one.words)):
        return told
    if any(_CHAPTER.search(heading) for heading in one.paragraph.section) and not asking(one.words):
        told = next((polarity for polarity, pattern in _PRESENT if pattern.search(text)), None)
    return told or ("worked" if experienced else None)


_SHORTEST = 5  # words
