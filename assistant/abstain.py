"""When the reports do not answer: each reason is a rule that can be stated, and is stated to the reader."""

import re
from collections.abc import Sequence

from assistant.places import countries, is_named, name
from assistant.question import Question
from corpus.load import Corpus
from index.types import Hit

# Below this cosine, with passages and questions alike, nothing found is about the question.
LEAST_SIMILARITY = 0.28
# The same for a question of which the texts share no word at all.
LEAST_WITHOUT_A_WORD = 0.45
# How many of the paragraphs found must be looked at for what the question turns on.
EVIDENCE = 6
# A number that answers stands in one of the very first.
NUMBERS_AMONG = 2

NOT_FOUND = "The reports do not answer this: nothing in them comes near enough to the question."
ASK_SOMETHING = "Ask about the responsibility to protect: who must do what, what was learned, which paragraph says it."
OPINION = "This asks for an opinion or for advice; the reports, which is all that is quoted here, give neither."

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_REPORT_OF = re.compile(r"\b(20[0-2]\d)\s+(?:SG\s+|UN\s+)?reports?\b", re.IGNORECASE)
_SMALL_TALK = re.compile(
    r"^\W*(?:hi|hello|hey|thanks?|thank you|ok|okay|bye|good (?:morning|evening|day))\b[\w\s,!.]{0,12}$", re.IGNORECASE
)
_OPINION = re.compile(
    r"\byou\s+(?:personally|think|believe|prefer|feel|like (?:best|most))\b"
    r"|\byour\s+(?:own\s+)?(?:opinion|view|favou?rite|verdict|advice)\b"
    r"|\b(?:my|our)\s+(?:cousin|brother|sister|father|mother|son|husband|wife|friend|uncle|client|lawyer|boss)\b"
    r"|\bshould (?:I|he|she) (?:plead|sue|vote|confess|testify)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\b(?:how (?:many|much|old|big|large)|what (?:percentage|share)|budget|death toll)\b", re.IGNORECASE
)
_WHEN = re.compile(r"\b(?:(?:what|which) (?:year|date|day|month)|when (?:did|was|were)|how long)\b", re.IGNORECASE)
# A count: digits that are not part of a symbol, a year or a reference, or a number in words.
_COUNT = re.compile(
    r"(?<![\d/(.-])(?<!article )(?<!articles )(?<!resolution )(?<!resolutions )(?<!para\. )"
    r"\b(?!(?:1[5-9]|20)\d\d\b)\d[\d,.]*\b(?![/\d])|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)


def reason_to_abstain(asked: Question, hits: Sequence[Hit], corpus: Corpus) -> str:
    """Why the reports do not answer; empty if they may."""
    if _SMALL_TALK.match(asked.text) or not re.search(r"[^\W\d_]{3}", asked.text):
        return ASK_SOMETHING
    if _OPINION.search(asked.text):
        return OPINION
    if unknown := unknown_report(asked, corpus):
        return unknown
    evidence = " ".join(_read(hit, corpus) for hit in hits[:EVIDENCE])
    return (
        _unknown_country(asked, evidence, corpus)
        or _unknown_year(asked, corpus)
        or _no_number(asked, " ".join(_read(hit, corpus) for hit in hits[:NUMBERS_AMONG]))
        or _nothing_near(hits, known=_knows_a_word(asked, corpus))
    )


def unknown_report(asked: Question, corpus: Corpus) -> str:
    """A report of a year that is neither in the corpus nor spoken of in it, or of which a paragraph is asked."""
    for year in _REPORT_OF.findall(asked.text):
        in_corpus = any(str(document.year) == year for document in corpus.documents.values())
        spoken_of = any(re.search(rf"\b{year}\b[^.]{{0,25}}\breport", one.text, re.IGNORECASE) for one in corpus)
        if not in_corpus and (asked.labels or not spoken_of):
            known = ", ".join(f"the {document.short}" for document in corpus.documents.values())
            return f"The {year} report is not in the corpus, which has {known}."
    return ""


def _read(hit: Hit, corpus: Corpus) -> str:
    """A paragraph with its lead-in and its footnotes."""
    paragraph = corpus.get(hit.paragraph)
    others = [paragraph.part_of, *paragraph.footnotes]
    return " ".join([paragraph.text, *(corpus.get(one).text for one in others if one)])


def _unknown_country(asked: Question, evidence: str, corpus: Corpus) -> str:
    """A country that the question turns on and that no paragraph found is about."""
    named = countries(asked.focus)
    missing = [code for code in named if not is_named(code, evidence)]
    if not named or len(missing) < len(named):
        return ""
    missed = name(missing[0])
    if any(is_named(missing[0], one.text) for one in corpus if one.document in asked.documents):
        return f"The reports name {missed}, but nothing in them answers this about it."
    return f"The reports do not answer this: {missed} is nowhere in them."


def _unknown_year(asked: Question, corpus: Corpus) -> str:
    """A year that stands in none of the texts asked."""
    documents = [corpus.documents[one] for one in asked.documents]
    known = {str(document.year) for document in documents}
    for year in _YEAR.findall(asked.focus):
        if year not in known and not any(year in one.text for one in corpus if one.document in asked.documents):
            return f"The reports do not answer this: they say nothing of {year}."
    return ""


def _no_number(asked: Question, evidence: str) -> str:
    """A number or a date is asked for, and what was found has none."""
    if _HOW_MANY.search(asked.focus) and not _COUNT.search(evidence):
        return "The reports do not answer this: they give no such number."
    if _WHEN.search(asked.focus) and not re.search(r"\d", evidence):
        return "The reports do not answer this: they give no such date."
    return ""


def _nothing_near(hits: Sequence[Hit], *, known: bool) -> str:
    best = max((max(hit.similarity, hit.asked) for hit in hits), default=0.0)
    return NOT_FOUND if best < (LEAST_SIMILARITY if known else LEAST_WITHOUT_A_WORD) else ""


def _knows_a_word(asked: Question, corpus: Corpus) -> bool:
    """Whether any word of the question, short ones aside, stands in the texts or in the questions they answer."""
    texts = (f"{one.text} {' '.join(corpus.questions.get(one.id, ()))}".lower() for one in corpus)
    words = re.findall(r"\w{4,}", asked.focus.lower())
    return not words or any(word in text for text in texts for word in words)
