"""Which documents a question names, and where: by name, by symbol, or by the year of a report."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from assistant.contrast import ends_in_a_month, in_passing, is_report
from corpus.types import Document, Span

_KINDS = r"(?:(?:SG|Secretary-General|UN)(?:'?s)?\s+)?(?:reports?|documents?|texts?|papers?|version)\b"
_SEVERAL = r"(?:\s*(?:,|and|or|to|vs\.?|versus|with)\s*(?:the\s+)?20\d\d){0,4}"
# "the draft resolution" and "the letter of the Charter" are not documents of ours.
_NOT_SOMETHING_ELSE = (
    r"(?!\s+(?:resolutions?|articles?|decisions?|treat(?:y|ies)|conventions?|laws?|outcome)\b"
    r"|\s+(?:and (?:the )?spirit )?of (?:the |international )?(?:charter|laws?|treat(?:y|ies)|conventions?)\b)"
)
_ALL_OF_THEM = re.compile(r"\b(?:(?:all|the|these|our)\s+)?three\s+(?:SG\s+|UN\s+)?reports\b", re.IGNORECASE)
_NEEDS_A_SUBJECT = re.compile(r"\b(?:how|why|where) (?:does|did|do)\s+$", re.IGNORECASE)
# What a draft is compared with.
_FINAL = re.compile(
    r"\b(?:final|published|printed|official|issued|adopted)\b|\b(?:in|into) print\b|\bc[ao]me out\b|\bended up\b"
    r"|\b(?:compar\w+|versus|vs)\b|\bdiffer\w*",
    re.IGNORECASE,
)


def named_documents(text: str, documents: Collection[Document]) -> tuple[str, ...]:
    """The ids of the documents that a question names, in the order of the catalog."""
    sure = [document for document in documents if any(True for _ in mentions(text, document))]
    beside = in_passing(text, documents, sure)
    found = [document for document in documents if document in sure or document.id in beside]
    confidential = [document for document in found if document.confidential]
    if confidential and not _FINAL.search(text):
        found = confidential  # "the draft of the 2013 report" is the draft
    elif confidential:
        published = {document.year for document in confidential}
        found = [one for one in documents if one in found or (one.year in published and is_report(one))]
    return tuple(document.id for document in found)


def without_mentions(text: str, documents: Collection[Document]) -> str:
    """The question without the words that only name its documents; whole if nothing else would be left."""
    spans = _all_mentions(text, documents)
    rest, read_to = "", 0
    for span in spans:
        rest += text[read_to : span.start] if span.start >= read_to else ""
        rest += "the report" if _NEEDS_A_SUBJECT.search(rest) and span.start >= read_to else ""
        read_to = max(read_to, span.end)
    rest = _tidied(f"{rest} {text[read_to:]}")
    return rest if re.search(r"\w{3}|\d", rest) else text


def with_other_documents(text: str, names: Sequence[str], documents: Collection[Document]) -> str:
    """The question with others put for the one place where it names a document; empty if it names none, or several."""
    spans = _all_mentions(text, documents)
    if not spans or any(span.start >= spans[0].end for span in spans):
        return ""
    others = " and ".join(f"the {name}" for name in names)
    return text[: spans[0].start] + others + text[max(span.end for span in spans) :]


def _all_mentions(text: str, documents: Collection[Document]) -> list[Span]:
    of_each = {one.id: list(mentions(text, one)) for one in documents}
    beside = in_passing(text, documents, [one for one in documents if of_each[one.id]])
    return sorted(chain(*of_each.values(), *beside.values()), key=lambda span: span.start)


def _tidied(text: str) -> str:
    """A question from which names were cut, without the prepositions and stops that led to them."""
    text = re.sub(r"\b(?:in|of|from|by|according to|says?|does|do|on)\s+(?:the|this|its)?\s*(?=[?.,;:!]|$)", "", text)
    text = re.sub(r"^[\s,.:;–-]+|\s+(?=[?.,;:!])", "", text)
    return " ".join(text.split())


def mentions(text: str, document: Document) -> Iterator[Span]:
    """Where a text names a document; the same words may be found twice."""
    for found in _names(document).finditer(text):
        yield Span(*found.span())
    if is_report(document):
        yield from _years(text, document.year)


@lru_cache(maxsize=256)
def _names(document: Document) -> re.Pattern[str]:
    symbols = re.findall(r"[AS]/[\d/]+\d", document.cite)
    longest_first = sorted((document.id, document.short, *document.names, *symbols), key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w/])(?:the\s+)?(?:{names})(?:'s)?(?![\w]){_NOT_SOMETHING_ELSE}", re.IGNORECASE)


def _years(text: str, year: int) -> Iterator[Span]:
    """Where a year stands for a report: "the 2017 and 2019 reports", "2019: ...", "..., 2013", "25a 2019"."""
    patterns = [
        rf"(?:the\s+)?(?:20\d\d\s*(?:,|and|or)\s*(?:the\s+)?){{0,4}}\b{year}\b{_SEVERAL}\s+{_KINDS}",
        rf"(?:the\s+)?\breports?\s+(?:of|from|in|for)\s+(?:the\s+)?(?:20\d\d,?\s*(?:and|or|to)?\s*){{0,4}}{year}\b",
        rf"^\s*{year}\s*[:,–-]",
        rf"[,(–-]\s*{year}\s*(?:\)?\s*[?.!]*$|\s[–-]\s)",
    ]
    if len(text.split()) <= 3:
        alone = re.fullmatch(rf"\W*(?:(?:and|but|or|then)\s+)?in\s+{year}\W*", text, re.IGNORECASE)
        patterns.append(rf"\b{year}\b" if alone else rf"(?<!\bin )\b{year}\b")  # but "Kenya in 2013"
    for found in _ALL_OF_THEM.finditer(text):
        yield Span(*found.span())
    for pattern in patterns:
        for found in re.finditer(pattern, text, re.IGNORECASE):
            if not ends_in_a_month(text[: found.start()]):
                yield Span(*found.span())
