"""HTML: its words and lists in the order of the page; scripts and all that is not shown are dropped."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, Tag

from corpus.convert import Converted
from corpus.convert.encoding import decoded, read_as
from corpus.convert.markup import RULE, emphasised, heading, line, literal, raised, text_of
from corpus.convert.ordinals import FORMATS, listed

_DROPPED = (
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet", "svg", "math", "canvas",
    "audio", "video", "form", "button", "input", "select", "textarea", "nav", "title", "link", "meta", "rt", "rp",
)  # fmt: skip
_BLOCKS = (
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
)  # fmt: skip
_STARS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*"}
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
_REFERENCE = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_BACK = re.compile(r"[↩↑⤴^\ufe0e\ufe0f\s]+")


def read(raw: bytes, most_pages: int) -> Converted:  # noqa: ARG001  (HTML has no pages)
    """The text of an HTML file. Raises DocumentError if its encoding cannot be told."""
    declared = EncodingDetector.find_declared_encoding(raw, is_html=True) or ""
    text, encoding = decoded(raw, declared)
    soup = BeautifulSoup(text, "lxml")
    scripts = len(soup.find_all("script"))
    for element in [one for one in soup.find_all(True) if one.name in _DROPPED or _is_hidden(one)]:
        element.extract()
    reader = _Reader(_footnotes(soup))
    reader.walk(soup)
    reader.flush()
    remarks = (f"{scripts} script{'s' * (scripts > 1)} dropped.",) if scripts else ()
    return Converted(text_of(reader.lines), (*read_as(encoding, declared), *remarks))


def _is_hidden(element: Tag) -> bool:
    style = str(element.get("style") or "").replace(" ", "").lower()
    return element.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style


def _footnotes(soup: BeautifulSoup) -> dict[int, str]:
    """The elements that marks link to (by their identity), and the number of the mark."""
    found: dict[int, str] = {}
    for link in soup.find_all("a", href=re.compile("^#.")):
        number = _REFERENCE.fullmatch(link.get_text(strip=True))
        target = soup.find(id=str(link["href"])[1:])
        if number and isinstance(target, Tag) and target.name in ("li", "p", "div", "dd", "aside"):
            found.setdefault(id(target), number[1])
    return found


class _Reader:
    """The lines so far, and the line under way: its words, and what opens it."""

    def __init__(self, footnotes: dict[int, str]) -> None:
        self.footnotes = footnotes
        self.lines: list[str] = []
        self.words: list[str] = []
        self.prefix = ""
        self.depth = 0

    def flush(self, *, is_heading: bool = False) -> None:
        """End the line under way."""
        text, self.words = "".join(self.words), []
        if text.strip():
            self.lines.append(heading(text) if is_heading else line(text, self.prefix))
            self.prefix = ""

    def walk(self, parent: Tag) -> None:
        """Read the children of an element, in order."""
        for child in parent.children:
            if isinstance(child, Tag):
                self._element(child)
            elif type(child) is NavigableString:  # no comment, no declaration
                self.words.append(literal(str(child)))

    def _element(self, element: Tag) -> None:
        if element.name not in _BLOCKS:
            self._inline(element)
            return
        self.flush()
        self.prefix += f"{raised(self.footnotes[id(element)])} " if id(element) in self.footnotes else ""
        if element.name in ("ol", "ul"):
            self._list(element)
        elif element.name == "hr":
            self.lines.append(RULE)
        elif element.name == "tr" and not element.find(("p", "div", "table", "ol", "ul")):
            self._row(element)
        else:
            self.walk(element)
        self.flush(is_heading=bool(re.fullmatch("h[1-6]", element.name)))

    def _inline(self, element: Tag) -> None:
        bare = element.get_text(strip=True)
        is_link = element.name == "a" and str(element.get("href") or "").startswith("#")
        number = _REFERENCE.fullmatch(bare)
        if element.name == "br":
            self._line_break(element)
        elif number and (element.name == "sup" or is_link):
            self.words.append(raised(number[1]))
        elif is_link and _BACK.fullmatch(bare):
            return
        elif element.name in _STARS and not element.find(_BLOCKS):
            self.words.append(self._emphasised(element))
        else:
            self.walk(element)

    def _line_break(self, element: Tag) -> None:
        """Two line breaks are a paragraph's end; one is a space."""
        after = element.next_sibling
        while after is not None and not isinstance(after, Tag) and not str(after).strip():
            after = after.next_sibling
        if isinstance(after, Tag) and after.name == "br":
            self.flush()
        self.words.append(" ")

    def _emphasised(self, element: Tag) -> str:
        before, self.words = self.words, []
        self.walk(element)
        inner, self.words = "".join(self.words), before
        return emphasised(inner.replace("*", ""), _STARS[element.name]) if "\\*" not in inner else inner

    def _row(self, row: Tag) -> None:
        for cell in row.find_all(("td", "th"), recursive=False):
            if self.words and "".join(self.words).strip():
                self.words.append(" | ")
            self.walk(cell)

    def _list(self, listing: Tag) -> None:
        self.depth += listing.name == "ul"
        for item, prefix in _items(listing, self.depth):
            if id(item) in self.footnotes:
                prefix = f"{raised(self.footnotes[id(item)])} "
            self.flush()
            self.prefix = prefix.lstrip() if self.prefix else prefix
            self.walk(item)
            self.flush()
        self.depth -= listing.name == "ul"


def _items(listing: Tag, depth: int) -> Iterator[tuple[Tag, str]]:
    """The items of a list, each with what opens it."""
    style = _style(listing)
    number = _number(listing.get("start"), 1)
    for item in listing.find_all("li", recursive=False):
        number = _number(item.get("value"), number)
        bullet = "    " * (depth - 1) + "- "
        yield item, "" if not style else bullet if listing.name == "ul" else listed(number, style)
        number += 1


def _style(listing: Tag) -> str:
    css = str(listing.get("style") or "")
    if re.search(r"list-style(?:-type)?:\s*none", css):
        return ""
    named = next((kind for name, kind in _CSS.items() if name in css), str(listing.get("type") or "1"))
    return _STYLES.get(named, FORMATS[0])


def _number(value: object, default: int) -> int:
    return int(str(value)) if re.fullmatch(r"\d{1,4}", str(value)) else default
