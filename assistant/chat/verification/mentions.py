"""References in a model's prose: a paragraph, a symbol or a document that is not one of those cited is taken out."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.chat.verification.evidence import Passage
from assistant.chat.verification.plain import tidied
from assistant.naming import mentions
from assistant.references import labels
from corpus.load import Corpus
from corpus.types import Document

_NUMBER = r"\d{1,4}(?:\s?\([a-z0-9]\)|[a-h]\b)?"
_PARAGRAPH = (
    rf"(?:(?<!\w)(?:paragraphs?|paras?\b\.?|footnotes?|fn\b\.?|pages?|pp?\.)|[¶§]+)\s*(?:no\.?\s*|numbers?\s+)?{_NUMBER}"
    rf"(?:\s*(?:,|and|or|to|&|-|–|,\s*and)\s*(?:paras?\.?\s*)?(?:{_NUMBER}|\([a-z]\)))*"
)
_SYMBOL = r"(?<![\w/])(?:[ASE]|HRC|ST)/[A-Z0-9][\w./()-]*\d"
_ID = r"(?<![\w-])[a-z]+-\d{4}:[\w/()-]*\w\)?"
_OF = (
    r"(?:,?\s*(?:of|in)\s+(?:the|that|this|its|his)?\s*(?:same\s+)?(?:20\d\d\s+)?"
    r"(?:reports?|documents?|texts?|letters?|drafts?)\b)?"
)
# Beside the sentence: "(see para. 5)", ", para. 5,". What stands there can go without leaving a hole.
_BESIDE = r"(?P<open>[(,]\s*(?:(?:see(?:\s+also)?|cf\.?|in|at|under|ibid\.?,?)\s+)?)?"
_CLOSE = r"(?P<close>\s*\)|\s*,|(?=\s*(?:[.;:]|$)))?"
_SHAPES = (
    re.compile(rf"{_BESIDE}(?P<what>{_PARAGRAPH}{_OF}){_CLOSE}", re.IGNORECASE),
    re.compile(rf"{_BESIDE}(?P<what>{_SYMBOL}){_CLOSE}"),
    re.compile(rf"{_BESIDE}(?P<what>{_ID}){_CLOSE}"),
)
_PARAGRAPHS_THERE = re.compile(r"\bparas?(?:graphs?)?\.?\s+(\d[\d\s,()a-z–-]{0,60})", re.IGNORECASE)


@dataclass
class Referring:
    """Prose without the references that do not hold: those that were `dropped`, a line each, and how many hold."""

    words: str
    dropped: list[str] = field(default_factory=list)
    kept: int = 0


def without_references(prose: str, corpus: Corpus) -> str:
    """The prose without any reference, whether it holds or not: its numbers are no facts."""
    for shape in _SHAPES:
        prose = shape.sub(" ", prose)
    for document in corpus.documents.values():
        dated = [(start, end) for start, end in _spans(prose, document) if re.search(r"\d", prose[start:end])]
        prose = _replaced(prose, dated, "it")
    return prose


def hold(prose: str, cited: Sequence[Passage], corpus: Corpus) -> Referring:
    """The prose with its references held to the cited passages."""
    result = Referring(prose)
    for shape, holds in zip(_SHAPES, (_is_cited, _is_symbol, _is_id), strict=True):
        _cut(result, shape, holds, cited)
    _cut_documents(result, cited, corpus)
    result.words = tidied(result.words)
    return result


def _cut(
    result: Referring,
    shape: re.Pattern[str],
    holds: Callable[[str, Sequence[Passage]], bool],
    cited: Sequence[Passage],
) -> None:
    def kept_or_cut(found: re.Match[str]) -> str:
        if cited and holds(found["what"], cited):
            result.kept += 1
            return found[0]
        result.dropped.append(f"The reference to {found['what'].strip()} was taken out: it is not what is cited.")
        return _instead(found)

    result.words = shape.sub(kept_or_cut, result.words)


def _instead(found: re.Match[str]) -> str:
    """Nothing for what stands beside the sentence; else words that keep it whole."""
    opened, closed = (found["open"] or "").strip(), (found["close"] or "").strip()
    if opened[:1] == "(" and closed == ")":
        return " "
    if opened[:1] == "," and found["close"] is not None and closed != ")":
        return closed + " "
    several = "s" if re.match(r"para\w*s\b", found["what"], re.IGNORECASE) else ""
    stands = "The passage" if found.start("what") == 0 else "the passage"
    return f"{found['open'] or ''}{stands}{several}{found['close'] or ''}"


def _is_cited(reference: str, cited: Sequence[Passage]) -> bool:
    """Whether every paragraph of a reference is cited, or is spoken of in what is cited."""
    if re.match(r"p", reference, re.IGNORECASE) and not re.match(r"para", reference, re.IGNORECASE):
        return False  # a page
    asked = labels(reference) or tuple(re.findall(r"\d+", reference))
    ours = {part for passage in cited for part in _labels(passage)}
    there = {number for passage in cited for number in _spoken_of(passage)}
    return all(one in ours or one.partition("(")[0] in there for one in asked)


def _labels(passage: Passage) -> Iterator[str]:
    """The label of a passage and of the paragraph that it is an item of: "16(b)" and "16"."""
    label = passage.paragraph.label
    yield label
    yield re.split(r"[(/]", label)[0]
    if passage.paragraph.kind == "note":
        yield label.split("/")[1]


def _spoken_of(passage: Passage) -> Iterator[str]:
    for found in _PARAGRAPHS_THERE.finditer(passage.text):
        yield from re.findall(r"\d+", found[1])


def _is_symbol(symbol: str, cited: Sequence[Passage]) -> bool:
    """Whether a symbol is that of a cited document, or stands in what is cited."""
    stripped = symbol.rstrip("().-")
    return any(
        re.search(
            rf"(?<![\w/]){re.escape(stripped)}(?![\w/])", f"{passage.document.cite} {passage.text} {passage.lead_in}"
        )
        for passage in cited
    )


def _is_id(reference: str, cited: Sequence[Passage]) -> bool:
    return reference in {passage.paragraph.id for passage in cited}


def _cut_documents(result: Referring, cited: Sequence[Passage], corpus: Corpus) -> None:
    """Names of documents that are neither cited nor spoken of in what is cited become "the document"."""
    there = " ".join(f"{passage.text} {passage.lead_in}" for passage in cited)
    ours = {passage.document.id for passage in cited}
    for document in corpus.documents.values():
        spans = _spans(result.words, document)
        if spans and (document.id in ours or _spans(there, document)):
            result.kept += 1
        elif spans:
            named = result.words[spans[0][0] : spans[0][1]].strip()
            result.dropped.append(f"“{named}” was taken out: it is not the document cited.")
            result.words = _replaced(result.words, spans, "the document")


def _spans(text: str, document: Document) -> list[tuple[int, int]]:
    return sorted({(one.start, one.end) for one in mentions(text, document)})


def _replaced(text: str, spans: Sequence[tuple[int, int]], instead: str) -> str:
    """The text with `instead` for each span; of spans that overlap, the first."""
    parts, at = [], 0
    for start, end in spans:
        if start >= at:
            parts += [text[at:start], instead.capitalize() if start == 0 else instead]
            at = end
    return "".join([*parts, text[at:]])
