"""The keys by which a model cites, taken out of its sentence; and marks that only look like citations."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from assistant.chat.verification.plain import tidied

_GROUP = re.compile(r"[\[(]\s*([^\[\]()]{0,300})\s*[\])]")
_SEPARATOR = re.compile(r"[\s,;/&+|]+|\band\b")
_LIKE_A_KEY = re.compile(r"\^?k[0-9a-z]{3,11}", re.IGNORECASE)
_BARE = re.compile(r"\bk(?=[0-9a-f]{0,11}\d)[0-9a-f]{4,11}\b", re.IGNORECASE)  # "k7f3a2" without its brackets
_PARAGRAPH_ID = r"[a-z]+-\d{4}:[\w/()-]+"
_FAKE = re.compile(
    rf"\[\s*\^?\d[\d\s,;–-]{{0,40}}\]|\[\s*{_PARAGRAPH_ID}\s*\]"
    r"|\[\s*(?:passages?|sources?|refs?|references?|citations?|notes?|documents?|docs?|fn|footnotes?|paras?)\b[^\[\]]{0,80}\]"
    r"|\[\s*[^\[\]]{0,40}†[^\[\]]{0,40}\]"
    r"|\^\s?\{?\[?\d{1,3}\]?\}?|[⁰¹²³⁴-⁹₀-₉①-⓿❶-➓†‡]+|[⁽₍][^⁾₎]{0,20}[⁾₎]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cited:
    """A sentence without its keys: those that were shown, each once and in order, and those that were not."""

    words: str
    known: tuple[str, ...]
    unknown: tuple[str, ...] = field(default=())


def take_keys(words: str, keys: Collection[str]) -> Cited:
    """The sentence without keys and without any other mark that could pass for a citation."""
    by_name = {key.lower(): key for key in keys}
    found: list[str] = []
    cut = _GROUP.sub(lambda group: _taken(group, by_name, found), words)
    before = ""
    while cut != before:  # what is cut may bring together what is a mark again
        before = cut
        cut = _BARE.sub(lambda bare: _taken_bare(bare[0], found), _without(by_name, cut, found))
        cut = tidied(_FAKE.sub(" ", cut))
    known = tuple(dict.fromkeys(by_name[key] for key in found if key in by_name))
    unknown = tuple(dict.fromkeys(key for key in found if key not in by_name))
    return Cited(cut.strip(), known, unknown)


def _taken(group: re.Match[str], by_name: Collection[str], found: list[str]) -> str:
    """A bracket that holds keys, noted and cut; any other is left for what reads it next."""
    parts = [part.lstrip("^") for part in _SEPARATOR.split(group[1].lower()) if part]
    known = [part for part in parts if part in by_name]
    like_keys = [
        part for part in parts if _LIKE_A_KEY.fullmatch(part) and (group[0][0] == "[" or _BARE.fullmatch(part))
    ]
    if not known and (not parts or len(like_keys) < len(parts)):
        return group[0]
    found += [part for part in parts if part in by_name or part in like_keys]
    return " "


def _without(by_name: Collection[str], text: str, found: list[str]) -> str:
    """The text without the keys that stand in it bare, long ones even inside a word."""
    for key in by_name:
        pattern = re.escape(key) if len(key) > 4 else rf"\b{re.escape(key)}\b"
        text, times = re.subn(pattern, " ", text, flags=re.IGNORECASE)
        found += [key] * bool(times)
    return text


def _taken_bare(key: str, found: list[str]) -> str:
    found.append(key.lower())
    return " "


def is_clean(text: str, keys: Collection[str]) -> bool:
    """Whether nothing in a text could pass for a key or for a marker."""
    cited = take_keys(text, keys)
    return not cited.known and not cited.unknown and not _FAKE.search(text)
