"""How well a paragraph of a scan survives: the worst that is true of it.

- `opening lost`: its first words are not there (the catalog says of which).
- `number inferred`: its number is not there, or misread; its place among the others tells it (likewise).
- `damaged`: something in it shows that words are missing or misread: a misread or run-together word, a stray
  sign, an end in mid-sentence, words printed out of place, or a gap, where two or more words of the published
  text are missing. A gap may be the editors' and not the scanner's: when in doubt, damaged.
- `clean`: nothing of this is found.
"""

import re
from difflib import SequenceMatcher

from corpus.grammar import is_finished
from corpus.types import Paragraph, Quality
from corpus.wordlist import Wordlist, words

_GAP = 2  # words


def quality(paragraph: Paragraph, published: str, known: Wordlist, *, alone: bool = True) -> Quality:
    """The quality of a scanned paragraph; one that the catalog already gave it stands.

    `alone`: it became all of `published`, not one part of it.
    """
    if paragraph.quality:
        return paragraph.quality
    text = paragraph.text
    whole = is_finished(text) and not paragraph.out_of_place and not has_gap(text, published, alone=alone)
    return "clean" if whole and not _misread(text, published, known) else "damaged"


def _misread(text: str, published: str, known: Wordlist) -> bool:
    """Whether a word was misread or run together, or a sign stands where none should."""
    if re.search(r"[_~=|\\^*+<>{}]|(?:^|\s)[.,:;'‘’)\]]+(?:\s|$)", text):
        return True
    expected = frozenset(words(published))
    unknown = (word for word in words(text) if word not in known and not word.isdigit())
    return any(len(word) == 1 or _is_misread(word, expected, known) for word in unknown)


def _is_misread(word: str, expected: frozenset[str], known: Wordlist) -> bool:
    """A British "organised" is not an "organized" misread."""
    spelled_otherwise = any(_spelling(one) == _spelling(word) for one in expected)
    return not spelled_otherwise and bool(known.misread(word, expected) or known.joined(word))


def _spelling(word: str) -> str:
    return word.replace("z", "s")


def has_gap(text: str, published: str, *, alone: bool = True) -> bool:
    """Whether words of the published text are missing between words that both have (if `alone`, also at its ends)."""
    here, there = words(text), words(published)
    opcodes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    within = opcodes if alone else opcodes[1:-1]
    missing = (there[j1:j2] for _, i1, i2, j1, j2 in within if (j2 - j1) - (i2 - i1) >= _GAP)
    return any(f" {' '.join(run)} " not in f" {' '.join(here)} " for run in missing)  # not moved elsewhere
