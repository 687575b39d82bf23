"""What a question names and the texts do not: a country, a year, a report, a person, a treaty, a body."""

import re
from collections.abc import Iterator

from assistant.contrast import is_report
from assistant.demonyms import countries_meant, is_spoken_of, spans_meant
from assistant.glossary import acronym
from assistant.phrases import documents_called
from assistant.places import name, spans_of_countries
from assistant.question import Question
from corpus.load import Corpus

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_REPORT_OF = re.compile(r"\b(20[0-2]\d)\s+(?:SG\s+|UN\s+|R2P\s+|RtoP\s+)?reports?\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"\bres(?:olutions?|\.)?\s+(?:no\.?\s*)?(\d{1,3}/\d{1,4}|\d{3,4})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEGINS_A_SENTENCE = re.compile(r"(?:^|[.?!:;“\"(])\W*$")
_SHOUTED = re.compile(r"\b[A-Z]{3,}(?:\W+[A-Z]{3,})+\b")
# Before a country that is only an example: "in, say, Spain"; "can a Spanish judge try him?".
_EXAMPLE = re.compile(
    r"(?:\b(?:say|such as|e\.g\.|for (?:example|instance))[\s,:(]*(?:in\s+)?"
    r"|\b(?:can|could|may|might|would)\s+an?\s+)$",
    re.IGNORECASE,
)
_STYLE = re.compile(r"\bin (?:(?:plain|simple|easy|clear|good) )?(?:English|French|Spanish)\b", re.IGNORECASE)
# What many names end in; the words before tell them apart.
GENERIC = frozenset(
    [
        "act", "agreement", "board", "centre", "charter", "code", "commission", "committee", "compact", "conference",
        "convention", "council", "court", "covenant", "declaration", "fund", "group", "initiative", "institute", "law",
        "mission", "network", "office", "organization", "pact", "plan", "principles", "programme", "protocol", "report",
        "rules", "statute", "summit", "treaty", "tribunal", "union",
    ]
)  # fmt: skip
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
# Towns that stand for the organizations that sit there.
_SEATS = frozenset(["addis", "ababa", "brussels", "geneva", "hague", "strasbourg", "vienna", "washington", "york"])

# Peoples, faiths and seas: written with a capital, and no more a name than "indigenous" or "religious".
_NO_NAMES = frozenset(
    [
        "aboriginal", "arab", "atlantic", "buddhist", "catholic", "christian", "hindu", "islam", "islamic", "jewish",
        "kurdish", "mediterranean", "muslim", "orthodox", "pacific", "protestant", "roma", "shia", "sikh", "sunni",
        "western",
    ]
)  # fmt: skip


def unknown(asked: Question, evidence: str, corpus: Corpus) -> str:
    """What the question turns on and the texts do not have, or not in the `evidence`, as a reader is told it."""
    return (
        unknown_report(asked, corpus)
        or _unknown_country(asked, evidence, corpus)
        or _unknown_year(asked, evidence, corpus)
        or _unknown_resolution(asked, corpus)
        or _unknown_name(asked, corpus)
    )


def unknown_report(asked: Question, corpus: Corpus) -> str:
    """A report of a year that is neither in the corpus nor spoken of in it, or of which a paragraph is asked."""
    for year in _REPORT_OF.findall(asked.text):
        in_corpus = any(is_report(document) and str(document.year) == year for document in corpus.documents.values())
        spoken_of = any(re.search(rf"\b{year}\b[^.]{{0,25}}\breport", one.text, re.IGNORECASE) for one in corpus)
        if not in_corpus and (asked.labels or not spoken_of):
            known = ", ".join(f"the {document.short}" for document in corpus.documents.values())
            return f"The {year} report is not in the corpus, which has {known}."
    return ""


def _unknown_country(asked: Question, evidence: str, corpus: Corpus) -> str:
    """A country that the question turns on and that no paragraph found is about."""
    named = countries_meant(_without_examples(asked.focus))
    missing = [code for code in named if not is_spoken_of(code, evidence)]
    if not named or len(missing) < len(named):
        return ""
    missed = name(missing[0])
    if any(is_spoken_of(missing[0], one.text) for one in corpus if one.document in asked.documents):
        return f"The reports name {missed}, but nothing in them answers this about it."
    some = len(asked.documents) < len(corpus.documents) - 1
    where = documents_called(asked.documents, corpus) if some else "them"
    return f"The reports do not answer this: {missed} is nowhere in {where}."


def _without_examples(text: str) -> str:
    """The text without the countries that it names as an example only: "could a judge in, say, Spain ...?"."""
    for start, end in reversed(spans_meant(text)):
        if _EXAMPLE.search(text[:start]):
            text = text[:start] + text[end:]
    return text


def _unknown_year(asked: Question, evidence: str, corpus: Corpus) -> str:
    """A year that stands in none of the texts, or in nothing that was found and is no report's."""
    known = {str(document.year) for document in corpus.documents.values()}
    years = [year for year in _YEAR.findall(asked.focus) if year not in known]
    for year in years:
        if not any(year in one.text for one in corpus):
            return f"The reports do not answer this: they say nothing of {year}."
    if years and not asked.named and not any(year in evidence for year in years):
        return f"The reports do not answer this: what they say of it is not of {years[0]}."
    return ""


def _unknown_resolution(asked: Question, corpus: Corpus) -> str:
    """A resolution that no text cites."""
    for number in _RESOLUTION.findall(asked.text):
        if not any(re.search(rf"(?<!\d){re.escape(number)}(?!\d)", one.text) for one in corpus):
            return f"The reports do not answer this: they cite no resolution {number}."
    return ""


def _unknown_name(asked: Question, corpus: Corpus) -> str:
    """A name, told by its capitals, of which no word stands in the texts."""
    text = "" if asked.language else _SHOUTED.sub(" ", _STYLE.sub(" ", asked.focus))
    for run in _names(text):
        telling = [word for word in run if word.lower() not in GENERIC]
        # "Oslo" stands for a country, which has a rule above; "Oslo Accords" does not.
        known = any(_is_known(word, corpus) for word in telling) or countries_meant(" ".join(run))
        if telling and not known:
            return f"The reports do not answer this: “{' '.join(run)}” is nowhere in them."
    return ""


def _is_known(word: str, corpus: Corpus) -> bool:
    """Whether a word, its singular, or what it stands for, is in the texts."""
    parts = [part for part in (word, *word.split("-")) if len(part) > 1]
    forms = {form.lower() for part in parts for form in (part, part.removesuffix("s"), part.removesuffix("es"))}
    spelled_out = [meaning for form in forms if (meaning := acronym(form))]
    return (
        len(word) < 3
        or bool(forms & (_MONTHS | _SEATS | _NO_NAMES | corpus.vocabulary))
        or any(meaning.lower() in one.text.lower() for meaning in spelled_out for one in corpus)
    )


def _names(text: str) -> Iterator[list[str]]:
    """Runs of words with a capital that no sentence begins with, countries aside: ["Gareth", "Evans"]."""
    countries = spans_of_countries(text)
    run: list[str] = []
    end = -1
    for found in _WORD.finditer(text):
        named = found[0][0].isupper() and len(found[0]) > 1 and not _BEGINS_A_SENTENCE.search(text[: found.start()])
        if named and not any(start <= found.start() < stop for start, stop in countries):
            if run and found.start() > end + 1:
                yield run
                run = []
            run.append(re.sub(r"['’]s?$", "", found[0]))
            end = found.end()
    if run:
        yield run
