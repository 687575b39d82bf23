"""Everyday words for what the texts say (corpus/glossary/english.toml): a sentence with them says the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.chat.verification.words import canonical, read, stem, stems
from assistant.glossary import everyday
from corpus.wordlist import words

Phrase = tuple[str, ...]  # its stems, in order
Wordings = tuple[frozenset[str], ...]  # the stems of each


def said_plainly(sentence: str, there: frozenset[str]) -> frozenset[str]:
    """The stems of a sentence that stand, in everyday words, for words whose stems are `there`."""
    return frozenset(one for phrase, wordings in _phrases_in(sentence) if _any(wordings, there) for one in phrase)


def _any(wordings: Wordings, there: frozenset[str]) -> bool:
    return any(wording and wording <= there for wording in wordings)


@lru_cache(maxsize=1024)
def _phrases_in(sentence: str) -> tuple[tuple[Phrase, Wordings], ...]:
    spoken = [word.stem for word in read(sentence)]
    begun = ((at, phrase) for at, one in enumerate(spoken) for phrase in _by_first().get(one, {}))
    found = {phrase for at, phrase in begun if tuple(spoken[at : at + len(phrase)]) == phrase}
    return tuple((tuple(map(canonical, phrase)), _by_first()[phrase[0]][phrase]) for phrase in sorted(found))


@lru_cache(maxsize=1)
def _by_first() -> Mapping[str, Mapping[Phrase, Wordings]]:
    """The everyday phrases by their first stem."""
    table: dict[str, dict[Phrase, Wordings]] = defaultdict(dict)
    for key, wordings in everyday().items():
        phrase = tuple(stem(word) for word in words(key))
        table[phrase[0]][phrase] = _stems_of(wordings)
    return table


def _stems_of(wordings: Sequence[str]) -> Wordings:
    return tuple(stems(wording) for wording in wordings)
