"""A model's Markdown as plain words: of its layout only line breaks and list marks are kept, of its markup nothing."""

import html
import re
from dataclasses import dataclass

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)
_BRACKETS = str.maketrans("［］【】〔〕⟦⟧〚〛＜＞", "[][][][][]<>")
# What stands before the words of a line: quotation, heading and list marks, in any order.
_LINE_MARK = re.compile(r"[ \t]*(?:(?P<bullet>[-*+•–](?=[ \t]))|(?P<number>\d{1,3})[.)](?=[ \t])|#{1,6}(?=\s|$)|>)")
_RULE = re.compile(r"^[\s|:=*_~-]*$")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\][ \t]?\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s[^()]{0,300})?\)")
_ADDRESS = re.compile(r"(?:\b(?:https?|ftp|file|data|javascript|mailto|vbscript):|\bwww\.)[^\s“”\"»]+", re.IGNORECASE)
_RAISED = re.compile(r"<su[pb]\b[^<>]{0,100}>[^<>]{0,100}</su[pb]>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_CODE = re.compile(r"<(script|style)\b[^<>]{0,500}>.*?(?:</\1\s*>|$)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,2000}>")
_FENCE = re.compile(r"(?:```|~~~)[\w+-]{0,20}")
_EMPHASIS = re.compile(r"[*`~\\]|(?<!\w)_+|_+(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Line:
    """A sentence taken apart: `lead` is its line breaks and list mark, `words` the rest; `heading`: it is one."""

    lead: str
    words: str
    heading: bool = False


def read_line(sentence: str) -> Line:
    """The sentence without markup."""
    breaks = sentence[: len(sentence) - len(sentence.lstrip())]
    rest = sentence.lstrip()
    mark, heading = "", False
    while found := _LINE_MARK.match(rest):
        heading = heading or "#" in found[0]
        mark = "- " if found["bullet"] else f"{found['number']}. " if found["number"] else mark
        rest = rest[found.end() :].lstrip(" \t")
    words = without_markup(rest)
    return Line(_lead(breaks, mark), words, heading and bool(words))


def _lead(breaks: str, mark: str) -> str:
    """At most one empty line; a nested list keeps one step of its indent."""
    lines = "\n" * min(breaks.count("\n"), 2)
    indented = mark and len(breaks.rpartition("\n")[2].expandtabs(4)) >= 2
    return lines + ("  " if indented else "") + mark if lines or mark else " " * bool(breaks)


def without_markup(text: str) -> str:
    """The words of a text: no HTML, links, images, code, emphasis, table or address."""
    text = _INVISIBLE.sub("", html.unescape(text).translate(_BRACKETS))
    if _RULE.match(text):
        return ""
    text = _TAG.sub("", _CODE.sub(" ", _COMMENT.sub("", _RAISED.sub("", text))))
    text = _ADDRESS.sub("", _LINK.sub(_link_words, text))
    text = re.sub(r"[<>]", "", _ESCAPED.sub(r"\1", _FENCE.sub(" ", text)))
    return tidied(re.sub(r"\s*\|\s*", "; ", _EMPHASIS.sub("", text).strip(" |\n\t")))


def _link_words(found: re.Match[str]) -> str:
    """What a link is called (an image, nothing); one that is called by a key stays the citation it was meant to be."""
    called = "" if found[0].startswith("!") else found[1].strip()
    return f"[{called}]" if re.fullmatch(r"\^?k\w{2,12}|\d+", called) else called


def tidied(text: str) -> str:
    """A text from which something was cut, without the holes: spaces, empty brackets, orphaned stops."""
    text = re.sub(r"[(\[]\s*[,;:.]*\s*[)\]]", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+(?=[,;:.!?)\]])", "", re.sub(r"(?<=[(\[])\s+", "", text))
    return re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
