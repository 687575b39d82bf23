"""How the converters write: the grammar's marks, and a backslash before a sign that only looks like one."""

import re
from collections.abc import Iterable

from corpus.grammar import SUPERSCRIPTS, Block, Opens, is_bare_heading, opening, plain_title

RULE = "---"
PAGE = "[page {}]"
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_BULLET = re.compile(r"^(?:\\[*]|[•·●○▪■◦‣⁃+–—\uf0b7\uf0a7-])\s+(?=\S)")
# A number or letter printed bold by itself: "**12.** In my report".
_BOLD_OPENING = re.compile(r"^(\*{1,2})\s*(\d{1,3}\.|\([a-z]\))\s*\1\s*")
_ALL_EMPHASIS = re.compile(r"^(\*{1,2})([^*]+)\1$")
_LEADING_MARK = re.compile(rf"^([{SUPERSCRIPTS}]+)\s*(?=\S)")


def raised(number: int | str) -> str:
    """A footnote mark: 12 -> "¹²"."""
    return str(number).translate(_RAISED)


def visible(text: str) -> str:
    """The text without signs that cannot be seen but change how it is read or found."""
    return _NOT_TEXT.sub("", text.replace("\u00a0", " "))


def literal(text: str) -> str:
    """Words of the document itself, so that none of their signs is taken for markup."""
    return re.sub(r"([\\*<])|(?<=\])(\()", r"\\\1\2", visible(text))


def powers(text: str) -> str:
    """ "km²" has no footnote 2."""
    return re.sub(r"\b([ckm]?m)([²³])", r"\1\\\2", text)


def emphasised(text: str, stars: str) -> str:
    """Words set in bold (two stars) or italics (one), the space around them left outside."""
    bare = text.strip()
    if not bare or not stars:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{stars}{bare}{stars}{after}"


def heading(text: str) -> str:
    """A heading's line; nothing if it has no words."""
    title = plain_title(text).replace("\\", "")
    return f"# {title}" if re.search(r"\w", title) else ""


def line(text: str, prefix: str = "") -> str:
    """One block as a line; `prefix` is what opens it, unless the words open the same themselves."""
    words = _BOLD_OPENING.sub(r"\2 ", powers(" ".join(text.split())))
    words = _LEADING_MARK.sub(r"\1 ", _BULLET.sub("- ", words))
    if words.startswith("#"):
        words = f"\\{words}"
    if not prefix:
        return heading(words) if _is_heading(words) else words
    opens = opening(f"{prefix}x")[0]
    is_typed = opens is not Opens.NOTHING and opening(words)[0] is opens
    return words if is_typed else f"{prefix}{words}"


def _is_heading(words: str) -> bool:
    """A line all in bold or italics that reads as a heading; "Summary" needs neither."""
    found = _ALL_EMPHASIS.match(words)
    title = found[2] if found else ""
    opens = opening(title)[0]
    return words == "Summary" or opens is Opens.HEADING or is_bare_heading(Block(opens, "", title, 1, 1))


def text_of(lines: Iterable[str]) -> str:
    """The lines as one text, a blank line between them."""
    return "\n\n".join(one for one in lines if one.strip()) + "\n"
