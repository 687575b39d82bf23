"""Other words for a question: French and Spanish glossed into English, acronyms spelled out.

The words are data (corpus/glossary). They are in what is searched, never in what is shown. Its table of
everyday words widens no question: that found no more (recall@5 fell on the dev cases). It tells verification what a
model's plain words stand for.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus.errors import CorpusError
from corpus.wordlist import words

_GLOSSARY = files("corpus").joinpath("glossary")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_PHRASE = 8  # words
# Of plurals, and of the pronouns that Spanish hangs on verbs ("contarle").
_ENDINGS = tuple(re.compile(one) for one in ("s$", "es$", "(?:(?<=[aei]r)|(?<=ndo))(?:me|te|se|l[aoe]s?|nos){1,2}$"))
_LANGUAGES = ("french", "spanish")
# A question is in the language of most of its small words, if this share of its words is in that language's list.
_MOSTLY = 0.6
# "UN" is no small word where it stands for the United Nations, nor is "s" or "t" after an apostrophe.
_SMALL_WORDS = {
    "english": frozenset(words(
        "about an and any are as at be been but by can could did do does for from get give had has have how if in into "
        "is it its list many me much must my not of on or our should so that the their them there these they this "
        "those to under us was we were what when where which who whom whose why will with would you your"
    )),
    "french": frozenset(words(
        "ai aux avec ce ces cette combien comment contre d dans de des doit donc du elle elles en est et eux il ils "
        "je l la le les leur leurs mais mon n ne nos notre nous on ont ou par pas peut pour pourquoi qu quand que quel "
        "quelle quelles quels qui quoi sa se ses si son sont sous sur une vos vous y"
    )),
    "spanish": frozenset(words(
        "al como con cual cuales cuando cuanta cuantas cuanto cuantos de debe deben del desde donde el ella ellos en "
        "entre es esta estan este esto fue fueron ha han hay la las le les lo los me mi muy ni o para pero por porque "
        "pueden puede que quien quienes se ser si sin sobre son su sus tiene tienen una uno y ya"
    )),
}  # fmt: skip
_ALSO_WORDS = frozenset({"act", "au", "car", "cat", "ms", "un"})  # acronyms only when written in capitals


@dataclass(frozen=True)
class Reading:
    """A question as it is searched: `text` in English; `language` is "" for an English one."""

    text: str
    language: str = ""


def read_in_english(question: str) -> Reading:
    """The question with its acronyms spelled out; word for word in English if it is in French or Spanish."""
    language = _language(question)
    if not language:
        return Reading(spelled_out(question))
    return Reading(spelled_out(_glossed(question, _table(language))), language)


def _language(question: str) -> str:
    """The language of a question other than English, if enough of its words say so."""
    asked = _words(question)
    small = {name: sum(word in known for word in asked) for name, known in _SMALL_WORDS.items()}
    known = {name: _share_known(asked, name) for name in _LANGUAGES if small[name] > small["english"]}
    best = max(known, key=lambda name: (small[name], known[name]), default="")
    return best if best and known[best] >= _MOSTLY else ""


def _share_known(asked: Sequence[str], language: str) -> float:
    """The share of the words that the language's list has; 0 of a single one."""
    long = [word for word in asked if len(word) > 1]
    return sum(word in _table(language) for word in long) / len(long) if len(long) > 1 else 0.0


def _glossed(question: str, table: Mapping[str, str]) -> str:
    """Word by word, the longest phrase first; a word the list lacks stays as it was typed."""
    typed = _WORD.findall(unicodedata.normalize("NFC", question))
    asked = [_listed(_folded(word), table) for word in typed]
    english: list[str] = []
    at = 0
    while at < len(asked):
        length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(asked[at : at + n]) in table), 0)
        english.append(table[" ".join(asked[at : at + length])] if length else typed[at])
        at += length or 1
    return " ".join(part for part in english if part)


def _listed(word: str, table: Mapping[str, str]) -> str:
    """The word, or the first form of it without an ending that the list has; as it was if it has none."""
    return next((form for form in (word, *(one.sub("", word) for one in _ENDINGS)) if form in table), word)


def acronym(word: str) -> str:
    """The full name that an acronym stands for, also in its plural ("MPs"); "" if the glossary has none."""
    table = _acronyms()
    return table.get(_folded(word)) or (table.get(_folded(word[:-1]), "") if re.fullmatch("[A-Z]+s", word) else "")


def everyday() -> Mapping[str, list[str]]:
    """Everyday words and phrases, in base form, each with the wordings of the texts that mean the same."""
    return _data()["everyday"]


def spelled_out(text: str) -> str:
    """A text with the full name behind each acronym."""

    def spelled(found: re.Match[str]) -> str:
        word = found[0]
        name = acronym(word)
        ambiguous = _folded(word) in _ALSO_WORDS and not word.isupper()
        return f"{word} ({name})" if name and not ambiguous else word

    return re.sub(r"[^\W_]+", spelled, text)


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    """Lower case, without accents: questions are often typed without them."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(one for one in decomposed if not unicodedata.combining(one))


@lru_cache(maxsize=1)
def _acronyms() -> dict[str, str]:
    """The full names of acronyms, by their folded words joined with spaces."""
    return {" ".join(_words(key)): values[0] for key, values in _data()["acronyms"].items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    try:
        data = tomllib.loads(_GLOSSARY.joinpath("english.toml").read_text(encoding="utf-8"))
        return {name: data[name] for name in ("acronyms", "everyday")}
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise CorpusError(f"The glossary cannot be read ({error}): reinstall it.") from error


@lru_cache(maxsize=len(_LANGUAGES))
def _table(language: str) -> dict[str, str]:
    """The English of words and phrases, by their folded words joined with spaces."""
    try:
        lines = _GLOSSARY.joinpath(f"{language}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        folded = _folded("\n".join(key for key, _ in rows)).splitlines()
    except (OSError, ValueError) as error:
        raise CorpusError(f"The glossary cannot be read ({error}): reinstall it.") from error
    return {" ".join(_WORD.findall(key)): english for key, (_, english) in zip(folded, rows, strict=True)}
