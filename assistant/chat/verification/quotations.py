"""The quotations of a sentence: found, held to the paragraphs, mended where they are near, else no quotations."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from assistant.chat.verification.evidence import Passage
from assistant.chat.verification.keys import is_clean
from assistant.chat.verification.types import Support
from assistant.chat.verification.verbatim import nearest, verbatim
from corpus.types import Span

_ONE_FORM = str.maketrans("„‟«»‹›「」『』＂″〝〞", '“““”“”“”“”""""')
_LOW_HIGH = re.compile(r"„([^„“”]*)[“”]")  # the German way
_MARKS = re.compile(r"[“”\"]|(?<![^\s(\[—–-])[‘'](?=\w)")
_SINGLE_END = re.compile(r"(?<=[^\s])[’'](?!\w)")
_DOUBLE_END = re.compile(r"[”\"]")
_TRIED = 6  # closing marks looked at for the longest quotation that is verbatim
_LEFT_OUT = re.compile(r"\[\s*(?:\.{3}|…)\s*\]|\.{3,}|…")
_EDGES = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


@dataclass(frozen=True)
class Segment:
    """A part of a sentence: prose, or, where it has a `support`, words that stand there letter for letter."""

    text: str
    support: Support | None = None

    @property
    def shown(self) -> str:
        """The part as it is shown."""
        return f"“{self.text}”" if self.support else self.text


@dataclass
class Quoted:
    """What became of the quotations of a sentence."""

    segments: list[Segment] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    unquoted: list[str] = field(default_factory=list)

    @property
    def prose(self) -> str:
        """The sentence without its quotations."""
        return " ".join("".join(" " if one.support else one.text for one in self.segments).split())

    @property
    def words(self) -> str:
        """The sentence without its quotation marks."""
        return "".join(one.text for one in self.segments)

    @property
    def supports(self) -> list[Support]:
        """Where the quoted words stand, in order."""
        return list(dict.fromkeys(one.support for one in self.segments if one.support))


def settle(words: str, cited: Sequence[Passage], others: Sequence[Passage], keys: Collection[str]) -> Quoted:
    """The sentence with its quotations held to the cited passages, and to the others that were shown."""
    result = Quoted()

    def stands(inner: str) -> bool:
        return any(_verbatim(inner, passage, keys) for passage in (*cited, *others))

    for text, is_quoted in _cut(_LOW_HIGH.sub(r"“\1”", words).translate(_ONE_FORM), stands):
        parts = _parts(text, stands) if is_quoted else [text]
        for at, part in enumerate(parts):
            result.segments += [Segment(" … ")] if at else []
            result.segments += _settled(part, cited, others, keys, result) if is_quoted else [_prose(part)]
    return result


def _cut(words: str, stands: Callable[[str], bool]) -> Iterator[tuple[str, bool]]:
    """The sentence in parts, each with whether it stood between quotation marks; marks without a partner go."""
    at = 0
    while mark := _MARKS.search(words, at):
        ends = _ends(words, mark, stands)
        yield words[at : mark.start()] + (mark[0] if ends < 0 and mark[0] in "‘'" else ""), False
        at = mark.end()
        if ends >= 0:
            yield words[at:ends], True
            at = ends + 1
    yield words[at:], False


def _ends(words: str, mark: re.Match[str], stands: Callable[[str], bool]) -> int:
    """Where the quotation that a mark opens ends: as far as it is verbatim, or at the next closing mark; or -1."""
    closing = _SINGLE_END if mark[0] in "‘'" else _DOUBLE_END
    if mark[0] == "”":
        return -1
    places = []
    for found in closing.finditer(words, mark.end()):
        places.append(found.start())
        if len(places) == _TRIED:
            break
    longest = (at for at in reversed(places) if stands(words[mark.end() : at]))
    return next(longest, next(iter(places), -1))


def _parts(inner: str, stands: Callable[[str], bool]) -> list[str]:
    """A quotation that leaves words out is as many as its parts, unless the source itself has the dots."""
    return [inner] if stands(inner) else [part for part in _LEFT_OUT.split(inner) if part.strip()] or [inner]


def _settled(
    inner: str, cited: Sequence[Passage], others: Sequence[Passage], keys: Collection[str], result: Quoted
) -> list[Segment]:
    found = _found(inner, cited, others, keys, result)
    if found is None:
        if re.search(r"\w", inner):
            result.unquoted.append(f"{_told(inner)} is no quotation: the words do not stand there like this.")
        return [_prose(inner)]
    stop = re.search(r"[.,;:!?]$", inner.strip())  # one of the sentence's own, which stood inside the marks
    return [found, *([Segment(stop[0])] if stop and not found.text.endswith(stop[0]) else [])]


def _found(
    inner: str, cited: Sequence[Passage], others: Sequence[Passage], keys: Collection[str], result: Quoted
) -> Segment | None:
    """Where the words stand, and in `result` what had to be changed for it."""
    if found := _first(_verbatim(inner, passage, keys) for passage in cited):
        return found
    if found := _first(_verbatim(inner, passage, keys) for passage in others):
        if cited:
            result.mended.append(f"{_told(found.text)} is not in the paragraph cited; it stands where it is now cited.")
        return found
    if found := _nearest(inner, cited or others, keys):
        result.mended.append(f"A quotation was altered; the paragraph's own words are {_told(found.text)}.")
        return found
    return None


def _prose(text: str) -> Segment:
    return Segment(re.sub(r"[\[\]“”\"]", "", text))


def _verbatim(inner: str, passage: Passage, keys: Collection[str]) -> Segment | None:
    span = verbatim(inner, passage.printed, Span(passage.shown.start, passage.shown.end))
    return _quotation(inner, span, passage, keys) if span else None


def _nearest(inner: str, passages: Iterable[Passage], keys: Collection[str]) -> Segment | None:
    near = [(*found, passage) for passage in passages if (found := nearest(inner, passage.meant))]
    by_distance = sorted(near, key=lambda one: one[0])
    return _first(_quotation(inner, span, passage, keys) for _, span, passage in by_distance)


def _quotation(inner: str, span: Span, passage: Passage, keys: Collection[str]) -> Segment | None:
    """The paragraph's own words at a span, with the punctuation around them that the model quoted, too."""
    text = passage.paragraph.text
    edges = _EDGES.match(inner.strip())
    before, after = (edges[1], edges[3]) if edges else ("", "")
    widened = Span(
        span.start - len(before) if text[: span.start].endswith(before) else span.start,
        span.end + len(after) if text.startswith(after, span.end) else span.end,
    )
    for one in (widened, span):
        said = text[one.start : one.end]
        if _is_balanced(said) and is_clean(said, keys) and "\n" not in said:
            return Segment(said, Support(passage.paragraph.id, one.start, one.end))
    return None


def _is_balanced(said: str) -> bool:
    """Whether the quotation marks inside a quotation are in pairs, so that nobody can read them as its own."""
    return said.count('"') % 2 == 0 and re.sub(r"[^“”]", "", said) == "“”" * said.count("“")


def _first(segments: Iterable[Segment | None]) -> Segment | None:
    return next((one for one in segments if one), None)


def _told(words: str) -> str:
    return f"“{shorten(words, 80, placeholder=' …')}”"
