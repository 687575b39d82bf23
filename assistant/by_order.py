"""The paragraph that a follow-up means by its order: "and the third?", "the next one", "the paragraph before that"."""

import re
from collections.abc import Sequence

from assistant.sections import telling
from corpus.load import Corpus
from corpus.number_words import ORDINALS
from corpus.types import Paragraph

_ITEM = r"(?:one|point|item|area|step|bullet|lesson|initiative|measure|factor|reason|of (?:them|these|those))\b"
_ORDINAL = rf"({'|'.join(ORDINALS)}|last|\d{{1,2}}(?:st|nd|rd|th))"
ONE_OF_THEM = re.compile(
    rf"\b(?:the\s+)?{_ORDINAL}\s+{_ITEM}|\bthe\s+{_ORDINAL}(?=\W*(?:please\W*)?$)"
    r"|\b(?:number|no\.|point|item|lesson)\s+(\d{1,2})\b",
    re.IGNORECASE,
)
_ANY = r"(one|item|point|area|step|bullet|lesson|initiative|measure|factor|reason|para(?:graph)?)"
_THAT = r"(?:\s+(?:that|it|this)(?:\s+one)?)?"
NEXT = re.compile(
    rf"\b(?:the\s+)?(?:next|following)\s+{_ANY}\b|\bthe\s+{_ANY}\s+(?:just |right )?after{_THAT}(?=\W*$)"
    r"|\bthe\s+next(?=\W*$)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"\b(?:the\s+)?(?:previous|preceding)\s+{_ANY}\b|\bthe\s+{_ANY}\s+(?:just |right )?before{_THAT}(?=\W*$)"
    r"|\bthe\s+previous(?=\W*$)",
    re.IGNORECASE,
)
_LONGEST = 9  # words; what is longer means what it says
# The items of which so many are quoted are the list that is spoken of.
_ITEMS_THAT_TELL = 2


def by_order(question: str, quoted: Sequence[str], corpus: Corpus) -> Paragraph | None:
    """The paragraph meant, told from those that the last answer quotes (in their order); None if none is."""
    if len(question.split()) > _LONGEST or not quoted:
        return None
    cited = _public([corpus.get(one) for one in quoted], corpus)
    if found := NEXT.search(question):
        return _beside(cited, 1, "para" in found[0].lower(), corpus)
    if found := BEFORE.search(question):
        return _beside(cited, -1, "para" in found[0].lower(), corpus)
    found = ONE_OF_THEM.search(question)
    members = _list_meant(cited, corpus) if found else ()
    order = order_of(found, len(members)) if found else 0
    return members[order - 1] if 0 < order <= len(members) else None


def order_of(found: re.Match[str], count: int) -> int:
    """The number that a match of ONE_OF_THEM means, of so many."""
    word = next(group for group in found.groups() if group).lower()
    if word == "last":
        return count
    return ORDINALS.index(word) if word in ORDINALS else int(re.sub(r"\D", "", word))


def asks_no_more(question: str) -> bool:
    """Whether such a question only wants to see the paragraph."""
    return not telling(BEFORE.sub(" ", NEXT.sub(" ", ONE_OF_THEM.sub(" ", question))))


def _public(cited: Sequence[Paragraph], corpus: Corpus) -> list[Paragraph]:
    """Those of no draft, if there are any: a draft has the words of the text that it became."""
    return [one for one in cited if not corpus.documents[one.document].confidential] or list(cited)


def _list_meant(cited: Sequence[Paragraph], corpus: Corpus) -> tuple[Paragraph, ...]:
    """The one list, or series, that an answer speaks of; none if it speaks of several."""
    ids = {one.id for one in cited}
    lists = {corpus.parts(one.id) or corpus.parts(one.part_of or "") for one in cited}
    series = {corpus.series(one.id) for one in cited}
    told = {one for one in lists | series if one and _is_told(one, ids)}
    return next(iter(told)) if len(told) == 1 else ()


def _is_told(items: Sequence[Paragraph], cited: set[str]) -> bool:
    """Whether an answer gives a list: what leads in to it, some of its items, or one of them and nothing else."""
    quoted = {one.id for one in items} & cited
    return (items[0].part_of or items[0].id) in cited or len(quoted) >= _ITEMS_THAT_TELL or quoted == cited


def _beside(cited: Sequence[Paragraph], step: int, by_paragraph: bool, corpus: Corpus) -> Paragraph | None:
    """The paragraph after (1) or before (-1) the only one that is cited, its notes aside; a paragraph's items, too."""
    ids = {one.id for one in cited}
    alone = [one for one in cited if one.kind != "footnote" and not (by_paragraph and one.part_of in ids)]
    if len(alone) != 1:
        return None
    here = alone[0]
    series = () if by_paragraph else corpus.series(here.id)
    near = [one for one in corpus.of(here.document) if one.kind != "footnote" and one.part_of in (None, here.part_of)]
    for row in (list(series), near):
        place = row.index(here) + step if here in row else -1
        if 0 <= place < len(row):
            return row[place]
    return None
