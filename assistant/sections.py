"""The sections that a question speaks of, and whether it asks for all of them or for something in them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Paragraph

Headings = tuple[str, ...]

_SECTION = re.compile(
    r"\b(?:section|chapter|part)\s+(?P<number>(?-i:[IVX]{1,4})|[1-9])\b(?:\W{0,2}(?P<letter>(?-i:[A-D]))\b)?"
    r"|\b(?P<named>annex(?:\s+(?:[1-3]|(?-i:I{1,3})))?"
    r"|summary(?=\W*$|\s*[,;:]|\s+(?:of|in|section|on|about|says?|mentions?)\b))\b"
    r"|\b(?:section|chapter|part)\s+(?:on|about|called|titled|entitled)\s+[\W]*(?P<title>\w[\w ,-]{3,60})",
    re.IGNORECASE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LEAST_TITLE = 9  # letters; fewer stand in many a heading by chance
# "A summary of what it says on X" is one to be made, not the one that is printed.
_TO_BE_MADE = re.compile(r"\b(?:an?|brief|short|quick|one-line|your|in)\s+$", re.IGNORECASE)
# Annexes of texts that ours cite are not sections of ours.
_ELSEWHERE = re.compile(
    r"\b(?:resolutions?|charter|statute|conventions?|treat(?:y|ies)|covenant|protocol)\b", re.IGNORECASE
)
# What a question is made of that asks for a section and for nothing in it.
_FRAME = frozenset(
    [
        "a", "about", "according", "again", "all", "also", "an", "and", "any", "are", "argue", "argues", "as", "at",
        "be", "begin", "beginning", "bit", "brief", "briefly", "but", "by", "call", "called", "can", "chapter",
        "conclude", "concludes", "contain", "contained", "contains", "content", "contents", "could", "cover",
        "covered", "covers", "deal", "deals", "describe", "describes", "detail", "details", "did", "discuss",
        "discusses", "do", "document", "does", "each", "elaborate", "entire", "every", "everything", "expand",
        "explain", "find", "first", "for", "from", "full", "fully", "get", "gist", "give", "go", "had", "has",
        "have", "heading", "here", "how", "idea", "ideas", "in", "into", "is", "it", "its", "just", "key", "know",
        "learn", "letter", "like", "list", "look", "main", "me", "mean", "message", "messages", "more", "most",
        "much", "my", "need", "of", "ok", "okay", "on", "one", "or", "our", "out", "outline", "overview",
        "paragraph", "paragraphs", "part", "parts", "please", "point", "points", "present", "print", "provide",
        "quickly", "quote", "read", "recommend", "recommended", "recommends", "report", "said", "say", "says",
        "section", "sections", "see", "shall", "short", "should", "show", "so", "some", "stand", "stands", "such",
        "sum", "summarise", "summarised", "summarises", "summarize", "summarized", "summary", "take", "tell",
        "text", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things", "this",
        "through", "title", "to", "topic", "topics", "treat", "treats", "up", "us", "want", "was", "we", "were",
        "what", "where", "which", "whole", "will", "with", "word", "words", "would", "write", "written", "you",
        "your",
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Sections:
    """What a question says of sections: `all_of` those it wants whole, `within` those it asks about something in.

    Each is given by what its headings begin with or hold: ("II.", "B."), ("Annex I",). `rest` is the question without
    the words that name those it is answered `within`.
    """

    all_of: tuple[Headings, ...] = ()
    within: tuple[Headings, ...] = ()
    rest: str = ""


@dataclass(frozen=True)
class _Place:
    """Where a question names a section."""

    start: int
    end: int
    headings: Headings


def read_sections(text: str, paragraphs: Collection[Paragraph]) -> Sections:
    """The sections that a question speaks of, if it is to be answered from these paragraphs."""
    places = list(_places(text, paragraphs))
    if not places or not telling(_without(text, places)):
        return Sections(all_of=tuple(one.headings for one in places), rest=text)
    if _ELSEWHERE.search(text):
        places = [one for one in places if any(is_headed(paragraph, one.headings) for paragraph in paragraphs)]
    meant = [one for one in places if not _TO_BE_MADE.search(text[: one.start])]
    return Sections(within=tuple(one.headings for one in meant), rest=_without(text, meant))


def document_with(text: str, paragraphs: Collection[Paragraph]) -> tuple[str, ...]:
    """The id of the one document that has the annex which a question names by its number; none if others have one."""
    if _ELSEWHERE.search(text):
        return ()
    annexes = [one.headings for one in _places(text, paragraphs) if one.headings[0].startswith("Annex ")]
    having = {one.document for one in paragraphs for headings in annexes if is_headed(one, headings)}
    return tuple(having) if len(having) == 1 else ()


def telling(text: str) -> list[str]:
    """The words of a text that say more than that something be shown."""
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if len(word) > 1 and word not in _FRAME]


def called(headings: Headings) -> str:
    """What a section is called in a sentence: "section II.B", "annex I", "the summary"."""
    name = headings[0]
    if name == "Summary" or name.startswith("Annex"):
        return f"the {name.lower()}" if " " not in name else f"a{name[1:]}"
    if not name.endswith("."):
        return f"the section on {name}"
    return f"section {'.'.join(part.rstrip('.') for part in headings)}"


def within(paragraph: Paragraph, sections: Collection[Headings]) -> bool:
    """Whether a paragraph stands in one of these sections; in any, if there are none."""
    return not sections or any(is_headed(paragraph, headings) for headings in sections)


def is_headed(paragraph: Paragraph, headings: Sequence[str]) -> bool:
    """Whether each of these begins a heading above the paragraph, or (a title) stands in one."""
    return all(any(_heads(title, asked) for title in paragraph.section) for asked in headings)


def _heads(title: str, asked: str) -> bool:
    return f"{title} ".startswith(f"{asked} ") or (len(asked) >= _LEAST_TITLE and asked.lower() in title.lower())


def _places(text: str, paragraphs: Collection[Paragraph]) -> Iterator[_Place]:
    for found in _SECTION.finditer(text):
        if not found["title"]:
            yield _Place(*found.span(), _headings(found))
        elif title := _title(found["title"], paragraphs):
            yield _Place(found.start(), found.start("title") + len(title), (title,))


def _headings(found: re.Match[str]) -> Headings:
    if number := found["number"]:
        roman = _ROMAN[int(number) - 1] if number.isdigit() else number
        return tuple(f"{part}." for part in (roman, found["letter"]) if part)
    word, _, order = found["named"].partition(" ")
    roman = _ROMAN[int(order) - 1] if order.strip().isdigit() else order.strip()
    return (f"{word.capitalize()} {roman}".strip(),)


def _title(words: str, paragraphs: Collection[Paragraph]) -> str:
    """As much of these words as stands in a heading; empty if no heading has them: then they are a topic."""
    ends = [len(words), *(space.start() for space in reversed(list(re.finditer(r"\s", words))))]
    titles = (words[:end].rstrip(" ,-") for end in ends)
    return next((one for one in titles if any(is_headed(paragraph, (one,)) for paragraph in paragraphs)), "")


def _without(text: str, places: Collection[_Place]) -> str:
    for place in sorted(places, key=lambda one: -one.start):
        text = f"{text[: place.start]} {text[place.end :]}"
    return " ".join(text.split())
