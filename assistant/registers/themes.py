"""What a sentence is about: a short controlled list, each theme with the words that show it.

`ask` are the words of the ask that returns from year to year under a theme; `words` are those of the theme itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.registers.types import THEMES


@dataclass(frozen=True)
class Theme:
    """The words of a theme, and of the ask that recurs under it; regular expressions, case ignored."""

    words: str
    ask: str


TABLE: Mapping[str, Theme] = {
    "accountability": Theme(
        r"\baccountab|\bimpunity\b|\bprosecut|\binvestigat\w+ and|\bInternational Criminal Court\b|\bRome Statute\b"
        r"|\bcriminal (?:justice|responsibility)\b|\bperpetrators\b|\bamnest|\bcriminali[sz]|\banswerable\b"
        r"|\bscrutiny\b",
        r"\b(?:hold|held|ensur\w+|strengthen\w*)\b[^.;]{0,60}\baccountab|\bprosecut",
    ),
    "early warning": Theme(
        r"\bearly[ -](?:warning|action|response|identification|preventive action|engagement|stages?)\b"
        r"|\bhorizon.scanning\b"
        r"|\braise the alarm\b|\bearly prevention\b|\bwarning signs\b|\bearlier\b|\bsounding the alarm\b",
        r"\bearly warning\b",
    ),
    "rule of law": Theme(
        r"\brule[ -]of[ -]law\b|\bjudicia\w+\b|\baccess to justice\b|\bconstitution\w*\b|\bequality before the law\b"
        r"|\bcourts\b"
        r"|\bnational (?:law|legislation)\b|\bdomestic law\b|\blegal frameworks?\b|\blegislati(?:on|ve)\b"
        r"|\blegal reform\b",
        r"\brule of law\b|\bjudicia",
    ),
    "security sector": Theme(
        r"\bsecurity (?:and judiciary )?(?:sectors?|forces|apparatus)\b|\barmed forces\b|\bpolice\b"
        r"|\bchain of command\b"
        r"|\buse of force and firearms\b|\brules of engagement\b|\bmilitary statutes\b|\buniformed personnel\b",
        r"\bsecurity (?:forces|sectors?)\b",
    ),
    "civil society": Theme(
        r"\bcivil societ(?:y|ies)\b|\bnon-governmental\b|\bhuman rights (?:defenders|organizations|groups)\b"
        r"|\bgrass-?roots\b"
        r"|\blocal communities\b|\breligious (?:leaders|actors)\b|\bfaith-based\b|\bcommunity actors\b|\bacademia\b"
        r"|\bcommunity-to-community\b|\bcommunity-based\b",
        r"\bcivil society\b",
    ),
    "media and hate speech": Theme(
        r"\bmedia\b|\bhate speech\b|\bincitement\b|\bjournalis|\bfreedom of (?:the press|expression|opinion)\b"
        r"|\bpropaganda\b"
        r"|\bradio\b|\badvocacy of [^.]*hatred\b|\bonline content\b|\bright of groups to hold and express\b",
        r"\bmedia\b|\bhate speech\b|\bhatred\b",
    ),
    "education and memory": Theme(
        r"\beducation\w*\b|\bcurricul|\btextbooks\b|\bmemorial|\bcommemorat|\bremembrance\b|\bmemory\b|\bHolocaust\b"
        r"|\bteach(?:ing)?\b"
        r"|\bphysical reminders\b",
        r"\beducation|\bcurricul|\bmemor",
    ),
    "economy and livelihoods": Theme(
        r"\beconom(?:y|ic|ies)\b|\bsocioeconomic\b|\blivelihoods?\b|\binequalit|\bcorruption\b|\bpoverty\b"
        r"|\bemployment\b"
        r"|\bnatural resources\b|\bdisparities\b|\bfiscal\b|\bsafety net\b|\bredistribut",
        r"\blivelihoods?\b|\bhorizontal equality\b|\binequalit|\beconomic policies\b|\bequity\b",
    ),
    "national focal points": Theme(
        r"(?<!warning )\bfocal[ -]points?\b|\bnational (?:committees|mechanisms?) (?:for|on|to)\b|\binter-(?:agency"
        r"|ministerial)\b"
        r"|\bsenior official\b",
        r"(?<!warning )\bfocal point",
    ),
    "risk assessment": Theme(
        r"\b(?:risks?|self|national|evidence-based|regular)[ -](?:and resilience )?assessments?\b"
        r"|\bassess\w*\b[^.;]{0,40}\b(?:risk|resilien)"
        r"|\bassessments? of (?:risk|atrocity|the situation|existing structures)|\b[Ff]ramework of [Aa]nalysis\b"
        r"|\banalysis framework\b"
        r"|\brisk factors?\b|\breview of risks\b|\banalysis of (?:risk|atrocity)|\bassessments? (?:should|are)\b"
        r"|\bAll assessments\b",
        r"\bconduct\w*(?: \w+){0,3} assessments?\b|\bself-assessments?\b|\bframework of analysis\b",
    ),
    "treaties": Theme(
        r"\bratif|\btreat(?:y|ies)\b|\bConventions?\b|\bProtocols?\b|\blegal instruments?\b|\bRome Statute\b"
        r"|\bCovenant\b"
        r"|\binternational legal instruments\b|\binstruments of international\b",
        r"\bratif",
    ),
    "universal periodic review": Theme(
        r"\buniversal periodic review\b|\bUPR\b|\bpeer review\b", r"\buniversal periodic review\b|\bUPR\b"
    ),
    "veto and Council practice": Theme(
        r"\bveto\b|\bSecurity Council\b|\bCouncil(?:'s)? (?:and its|might|would|confronts|deliberations|working"
        r"|paralysis|to adopt)\b|\b(?:to|of) the Council\b"
        r"|\bthe Council(?:'s| to| in)\b|\bcode of conduct regarding\b|\bArria\b|\bCouncil members\b",
        r"\bveto\b|\bthematic debates?\b|\bSecurity Council\b",
    ),
    "peacekeeping and protection of civilians": Theme(
        r"\bpeacekeep|\bpeace operations?\b|\bprotection of civilians\b|\bprotect civilians\b|\bKigali Principles\b"
        r"|\bmandates?\b"
        r"|\bUnited Nations missions?\b|\bprotection sites\b|\bpre-deployment\b|\bvulnerability of civilian\b"
        r"|\bmissions\b",
        r"\bpeacekeep|\bpeace operations?\b|\bprotection of civilians\b",
    ),
    "regional organizations": Theme(
        r"\bregional (?:and|or|,) ?(?:sub-?regional )?\w+|\bsub-?regional\b|\bregional (?:organi[sz]ations?"
        r"|arrangements?|mechanisms?"
        r"|initiatives?|collaboration|cooperation|level|context|actors|peer)\b|\bAfrican Union\b|\bEuropean Union\b"
        r"|\bGreat Lakes\b"
        r"|\bLatin American Network\b",
        r"\bregional (?:and|or) sub-?regional\b|\bregional organi[sz]ations\b",
    ),
    "transitional justice": Theme(
        r"\btransitional justice\b|\btruth[- ](?:seeking|telling)\b|\breparations?\b|\breconciliation\b"
        r"|\bnon-recurrence\b|\bredress\b"
        r"|\bvetting\b|\bpast (?:atrocity )?crimes\b|\bpast grievances\b|\blegacy of past\b",
        r"\btransitional justice\b|\breparation|\bnon-recurrence\b",
    ),
    "women and youth": Theme(
        r"\bwom[ae]n\b|\byouth\b|\byoung people\b|\bgender\b|\bgirls\b|\bchildren\b|\bsexual\b",
        r"\bwomen\b|\byouth\b|\bgender\b",
    ),
    "development and SDG 16": Theme(
        r"\bSustainable Development\b|\b2030 Agenda\b|\bGoal 16\b|\bgoal 16\b|\bdevelopment (?:assistance|strategies"
        r"|plan|cooperation)\b"
        r"|\bsustainable development\b|\baid programmes\b|\bforeign assistance\b|\beconomic development\b"
        r"|\bDevelopment Goals?\b",
        r"\bSustainable Development Goal|\bGoal 16\b|\bdevelopment (?:assistance|strategies)\b|\baid programmes\b",
    ),
}


def themes_of(text: str) -> tuple[str, ...]:
    """The themes a text shows, in the order of the list."""
    return tuple(theme for theme in THEMES if words_of(theme).search(text))


@cache
def words_of(theme: str) -> re.Pattern[str]:
    """The words that show a theme."""
    return re.compile(TABLE[theme].words, re.IGNORECASE)


@cache
def ask_of(theme: str) -> re.Pattern[str]:
    """The words of the ask that returns under a theme."""
    return re.compile(TABLE[theme].ask, re.IGNORECASE)
