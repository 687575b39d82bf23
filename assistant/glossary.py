"""Other words for a question: French and Spanish glossed into English, acronyms spelled out.

The words are data (corpus/glossary.toml). They are in what is searched, never in what is shown. Its table of
everyday words widens no question: that found no more (recall@5 fell on the dev cases). It tells verification what a
model's plain words stand for.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus.errors import CorpusError

_LONGEST_PHRASE = 5  # words
# A question is in another language if this share of its words is in that language's list, and more of them
# than in the other's; English questions share few words with either.
_MOSTLY = 0.6
_LANGUAGES = ("french", "spanish")
# One of these must be there: many other words are spelled as in English.
_SMALL_WORDS = {
    "french": frozenset(
        [
            "le", "la", "les", "des", "du", "de", "que", "qui", "quel", "quelle", "quels", "quelles", "est", "sont",
            "dans", "pour", "une", "un", "et", "pas", "sur", "au", "aux", "ce", "combien", "comment", "pourquoi",
            "ils", "ont", "doit", "peut",
        ]
    ),
    "spanish": frozenset(
        [
            "el", "la", "los", "las", "del", "de", "que", "cual", "cuales", "cuanto", "cuantos", "cuantas", "es",
            "son", "en", "para", "una", "un", "por", "se", "con", "como", "quien", "hay", "al", "lo", "su", "debe",
            "pueden", "donde",
        ]
    ),
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
    return Reading(spelled_out(_glossed(question, _tables()[language])), language)


def _language(question: str) -> str:
    """The language of a question other than English, if enough of its words say so."""
    words = _words(question)
    words = [word for word in words if len(word) > 1]
    shares = {name: sum(word in _tables()[name] for word in words) / max(len(words), 1) for name in _LANGUAGES}
    shares = {name: share * bool(_SMALL_WORDS[name].intersection(words)) for name, share in shares.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if len(words) > 1 and shares[best] >= _MOSTLY else ""


def _glossed(question: str, table: Mapping[str, str]) -> str:
    """Word by word, the longest phrase first; a word the list lacks stays."""
    words = _words(question)
    english: list[str] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(words[at : at + n]) in table), 0)
        english.append(table[" ".join(words[at : at + length])] if length else words[at])
        at += length or 1
    return " ".join(part for part in english if part)


def acronym(word: str) -> str:
    """The full name that an acronym stands for, also in its plural ("MPs"); "" if the glossary has none."""
    table = _tables()["acronyms"]
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
    return re.findall(r"[^\W_]+", _folded(text))


def _folded(text: str) -> str:
    """Lower case, without accents: questions are often typed without them."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(one for one in decomposed if not unicodedata.combining(one))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    """The tables of the glossary, keyed by folded words joined with spaces."""
    data = _data()
    return {
        **{name: {" ".join(_words(key)): value for key, value in data[name].items()} for name in _LANGUAGES},
        "acronyms": {" ".join(_words(key)): values[0] for key, values in data["acronyms"].items()},
    }


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    try:
        data = tomllib.loads(files("corpus").joinpath("glossary.toml").read_text(encoding="utf-8"))
        return {name: data[name] for name in (*_LANGUAGES, "acronyms", "everyday")}
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise CorpusError(f"The glossary cannot be read ({error}): reinstall it.") from error
