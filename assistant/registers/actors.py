"""Who is named in a sentence, and who of them is to act: the corpus's own spellings, mapped to a closed list."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.registers.types import ACTORS

NOBODY = ""
OTHERS = "others"  # who acts, and is on no list
_REGIONAL = r"(?:cross-)?(?:[Rr]egional,? (?:and|or) )?(?:[Ss]ub-?)?[Rr]egional(?: and international)?"
_ADVISERS_ON = r"(?:the )?(?:Prevention of Genocide|Genocide Prevention|Responsibility to Protect)"
# Read from the top at each place of a text, so that what is special stands above what it contains.
# A form with NOBODY is a name that is made of an actor's, and is none.
SPELLINGS: tuple[tuple[str, str], ...] = (
    (
        NOBODY,
        r"Charter of the United Nations|United Nations (?:Charter|Headquarters)|President of the Security Council",
    ),
    (NOBODY, r"non-State actors?|United States of America|[Hh]eads? of [Ss]tates?|Heads of State and Governments?"),
    (
        NOBODY,
        r"State(?= (?:structures?|sovereignty|capacity|authority|officials?|borders|policies|institutions?|services))",
    ),
    (NOBODY, r"(?:Security Council|General Assembly|Human Rights Council|Assembly) (?:R|r)esolutions?"),
    (NOBODY, r"(?:Constituent|territorial) Assembly|National Peace Council|Council of Human Rights Ombudsmen"),
    (NOBODY, r"[Ss]ecurity sector reform"),
    (OTHERS, r"[Pp]olitical parties|[Ee]lectoral management bodies"),
    (
        NOBODY,
        r"Human Rights Due Diligence [Pp]olicy|Human Rights [Uu]p Front|freedom of the press|Media and Information",
    ),
    (NOBODY, r"[Rr]eports? of the Secretary-General|Secretary-General's (?:20\d\d report|Human Rights)"),
    ("regional and subregional organizations", r"Assembly of the African Union"),
    ("States", r"States Members of the United Nations|[Ss]tates? [Pp]arties|(?:[Mm]ember )?[Ss]tates|[Pp]articipants"),
    (
        "States",
        r"(?:[Ee]ach|[Ee]very|[Tt]he|[Aa]ny?) (?:individual |Member )?[Ss]tate\b|[Ii]ndividual States?|[Gg]overnments?",
    ),
    ("States", r"(?:national|State|those) authorities|[Cc]ountries(?: under review)?|State parties|[Cc]onstitutions\b"),
    (
        "Security Council",
        r"(?:United Nations )?Security Council(?: members)?|(?<=[Tt]he )Council(?: and its members)?(?!s)",
    ),
    ("Security Council", r"Council members|Informal Expert Working Groups"),
    ("States", r"(?:Special Adviser's )?interlocutors"),
    ("General Assembly", r"(?:United Nations )?General Assembly|(?<=[Tt]he )Assembly"),
    (
        "national human rights institutions",
        r"(?:[Nn]ational )?[Hh]uman [Rr]ights (?:[Ii]nstitutions?|[Cc]ommissions?)|[Nn]ational human rights mechanisms?"
        r"|[Oo]mbuds(?:person|m[ae]n)s?|national mechanisms that exist",
    ),
    (
        "regional and subregional organizations",
        rf"{_REGIONAL} (?:human rights )?(?:organi[sz]ations?|arrangements?|mechanisms?|actors|bodies|groupings)"
        r"|(?:African|European) Union|European (?:Commission|Parliament)|African Commission",
    ),
    (
        "Human Rights Council and its mechanisms",
        r"(?:United Nations )?Human Rights Council|[Uu]niversal [Pp]eriodic [Rr]eview|\bUPR\b|[Ss]pecial [Pp]rocedures?"
        r"|(?:human rights )?[Tt]reaty [Bb]odies|Special Rapporteurs?"
        r"|(?:United Nations )?[Hh]uman [Rr]ights [Mm]echanisms?",
    ),
    ("Economic and Social Council", r"(?:United Nations )?Economic and Social Council|ECOSOC"),
    (
        "Special Advisers",
        rf"Special Advisers?(?: to the Secretary-General)?(?: on {_ADVISERS_ON}(?: and on {_ADVISERS_ON})?)?"
        rf"|Office (?:on|for) {_ADVISERS_ON}(?: and {_ADVISERS_ON})?",
    ),
    ("Secretary-General", r"Secretary-General(?!'s)|Secretary-General's prerogative"),
    ("national focal points", r"(?:[Nn]ational )?(?:responsibility to protect )?[Ff]ocal [Pp]oints?"),
    (
        "parliaments",
        r"(?:[Nn]ational )?[Pp]arliament(?:s|arians)?\b|[Pp]arliamentary (?:processes|debates?|working groups)"
        r"|all-party working"
        r"|[Ll]egislative (?:chambers|bodies)",
    ),
    (
        "security forces and justice sector",
        r"[Ss]ecurity (?:and judiciary )?(?:forces|sectors?)|[Jj]udiciar(?:y|ies)|(?:domestic |national )?courts"
        r"|\b[Pp]olice\b",
    ),
    (
        "civil society and media",
        r"(?:[Vv]ibrant )?[Cc]ivil (?:society|societies)(?: (?:organi[sz]ations?|actors?|groups?))?|[Mm]edia outlets"
        r"|[Nn]on-governmental organi[sz]ations?|\b[Mm]edia\b|academia|journalists|women's groups",
    ),
    (
        "communities and religious leaders",
        r"[Rr]eligious (?:leaders|actors)|(?:[Ll]ocal|[Vv]ulnerable) (?:communities|actors)|[Cc]ommunity actors"
        r"|[Nn]ational and local actors",
    ),
    ("international community", r"[Ii]nternational community|\b[Ww]e\b|\b[Uu]s\b|[Cc]ollective action"),
    (
        "United Nations system",
        r"United Nations (?:system|entities|offices|[Cc]ountry [Tt]eams|field (?:presences?|operations)"
        r"|peace operations"
        r"|missions|peacekeeping(?: operations)?|Secretariat|intergovernmental bodies)|[Cc]ountry [Tt]eams|Secretariat"
        r"|[Ii]nter-?governmental (?:bodies|mechanisms|organi[sz]ations)|[Pp]eace operations|[Pp]eacekeepers"
        r"|(?:Office of the )?(?:United Nations )?High Commissioners?(?: for Human Rights| for Refugees)?"
        r"|(?<=[Tt]he )Organization\b|[Tt]hose with mandates for protection|United Nations",
    ),
)
# Between two actors that act together: "the Security Council, the Human Rights Council and the General Assembly".
_AND = re.compile(
    r"(?: as a whole)?(?:(?:'s)?\s*(?:,|\band\b|\bor\b|\bas well as\b|\bincluding\b|\bwith\b|\bboth\b|/))+\s*"
    r"(?:(?:the|all|my|its|other|both|in|on|also|relevant|interested|national|independent|vibrant|their)\s+)*"
)
_MODIFIER = re.compile(
    r"\b(?<!number )(?<!most )(?<!Most )(?:of|beyond|in|for|by|to|with|from|between|among|on|at|upon|against|into"
    r"|within|across|through|towards?|under|vis-à-vis)\s+"
    r"(?:(?:an?|the|all|these|those|our|its|their|such|other|both|national|each|any|own|individual|many|robust"
    r"|independent"
    r"|active|diverse|local|relevant|host|concerned|several|more|than|and)\s+)*$",
    re.IGNORECASE,
)
# What may stand between a subject and its verb.
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|comply|complies|that)\b|[;:]")
_HELPS = re.compile(r"\s*\b(?:has|have|had)\b(?: \w+)?\s*$")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|can|could|may|might|should|must|will|would|do|does|did)\b")
_ONE_OF = re.compile(r"\b(?:[Mm]ost|[Mm]any|[Ss]ome|[Aa]ll|[Oo]ne|[Ee]ach) of (?:the )?$")
_RELATIVE = re.compile(r"\b(?:that|which)\s+(?:(?:the|all|our|its)\s+)?(?:\w+\s+)?$")
_GOES_ON = re.compile(r"\s*(?!of\b|on\b|in\b|for\b|and\b|can\b|,)\w")
_NEAR = 130  # characters


@dataclass(frozen=True)
class Named:
    """An actor named in a text, and where."""

    actor: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def named(text: str) -> tuple[Named, ...]:
    """The actors a text names, in its order."""
    found = ((SPELLINGS[int((one.lastgroup or "")[1:])][0], one) for one in _finder().finditer(text))
    return tuple(Named(actor, *one.span()) for actor, one in found if actor)


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rf'(?P<a{n}>{pattern})' for n, (_, pattern) in enumerate(SPELLINGS))})")


def together(mentions: Sequence[Named], text: str) -> tuple[str, ...]:
    """The first of some mentions, and those that act with it, in the order of the list."""
    joined = list(mentions[:1])
    for one in mentions[1:]:
        if not _AND.fullmatch(text[joined[-1].end : one.start]):
            break
        joined.append(one)
    return in_order(one.actor for one in joined)


def subject(text: str, end: int) -> tuple[str, ...]:
    """Who is the subject of the verb at `end` of a text; nobody if no actor is."""
    for run in reversed(_runs(named(text[:end]), text)):
        opening = text[: run[0].start]
        if _MODIFIER.search(opening):
            continue
        gap = _HELPS.sub("", text[run[-1].end : end])
        of_a_clause = _RELATIVE.search(opening) and _GOES_ON.match(gap)  # "the choices that communities make can ..."
        far = len(gap) > _NEAR or _FINITE.search(gap) or of_a_clause
        return () if far else in_order(one.actor for one in run)
    return ()


def _runs(mentions: Sequence[Named], text: str) -> list[list[Named]]:
    """The mentions, those together that act together; a comma alone joins only what an "and" joins as well."""
    runs: list[list[Named]] = []
    for at, one in enumerate(mentions):
        if _continues(mentions, at, text):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [part for run in runs for part in ([run] if _joined(run, text) else [[one] for one in run])]


def _joined(run: Sequence[Named], text: str) -> bool:
    return bool(re.search(r"\b(?:and|or|as well as|including|with|both)\b", text[run[0].end : run[-1].start]))


def topic(text: str) -> tuple[str, ...]:
    """Whom a sentence is about: who is named before its first verb, or else at its very end."""
    mentions = named(text)
    if not mentions:
        return ()
    opening = _ONE_OF.sub("", text[: mentions[0].start])
    if not _VERB.search(opening) and not _MODIFIER.search(opening):
        return together(mentions, text)
    return (mentions[-1].actor,) if mentions[-1].end >= len(text) - 1 else ()


def _continues(mentions: Sequence[Named], at: int, text: str) -> bool:
    """Whether a mention acts together with the one before it."""
    return at > 0 and bool(_AND.fullmatch(text[mentions[at - 1].end : mentions[at].start]))


def in_order(actors: Iterable[str]) -> tuple[str, ...]:
    """Each actor once, in the order of the closed list."""
    found = set(actors)
    return tuple(one for one in (*ACTORS, OTHERS) if one in found)
