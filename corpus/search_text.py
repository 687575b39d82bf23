"""What a damaged paragraph says to a search: never quoted, never shown, never kept.

Recognition errors stay in a paragraph's text, so that a quotation is verbatim. A question does not know them:
here joined words are parted ("Itis"), misread ones read again ("gen001de"), stray signs dropped, wherever the
published text or the wordlist of the corpus shows how. What neither shows stays as it is.
"""

import re
import unicodedata
from difflib import get_close_matches

from corpus.load import Corpus
from corpus.types import Paragraph, Span
from corpus.wordlist import Wordlist, words

_CLOSE = 0.85  # how alike a word must be to one of the published text (difflib's ratio)
_SHORTEST_CLOSE = 5  # letters; shorter words are alike by chance


def search_text(paragraph: Paragraph, corpus: Corpus, span: Span | None = None) -> str:
    """The text of `paragraph` (or of its `span`) as a search should read it; of a clean source, as it is."""
    text = paragraph.text if span is None else paragraph.text[span.start : span.end]
    if paragraph.quality is None:
        return text
    published = corpus.get(paragraph.published).text if paragraph.published else ""
    return normalised(text, corpus.wordlist, published)


def normalised(text: str, known: Wordlist, published: str = "") -> str:
    """`text` with its words as `known` and `published` show them."""
    expected = frozenset(words(published))
    pieces = (_read_again(piece, known, expected) for piece in unicodedata.normalize("NFKC", text).split())
    return " ".join(piece for piece in pieces if piece)


def _read_again(piece: str, known: Wordlist, expected: frozenset[str]) -> str:
    """One piece between spaces: each of its words read again, its punctuation kept; a stray sign is dropped."""
    if not any(character.isalnum() for character in piece):
        return ""
    if "/" in piece:  # a symbol: A/RES/60/1
        return piece
    return re.sub(r"[^\W_]+(?:-[^\W_]+)*", lambda found: _word(found[0], known, expected), piece)


def _word(word: str, known: Wordlist, expected: frozenset[str]) -> str:
    if "-" in word:
        return _hyphenated(word, known, expected)
    if word in known or word.isdigit():
        return word
    if alike := known.misread(word, expected):
        return alike
    if parts := known.joined(word):
        return " ".join(parts)
    close = get_close_matches(word.lower(), expected, n=1, cutoff=_CLOSE) if len(word) >= _SHORTEST_CLOSE else []
    return close[0] if close else word


def _hyphenated(word: str, known: Wordlist, expected: frozenset[str]) -> str:
    """One word where the corpus writes it as one ("sub-regional" -> "subregional"), else each part read again."""
    whole = word.replace("-", "")
    return whole if whole in known else "-".join(_word(part, known, expected) for part in word.split("-"))
