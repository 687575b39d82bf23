"""From the source's characters to the canonical text: marks lifted out into spans, nothing else changed."""

import re
from dataclasses import dataclass, field

from corpus.grammar import SUPERSCRIPTS, number_of
from corpus.types import Mark, Span

_MARKUP = re.compile(
    rf"(?P<mark>[{SUPERSCRIPTS}]+)"
    rf"|\\(?P<literal>[\\*\[\](){SUPERSCRIPTS}<>#.-])"
    r"|(?P<stars>\*{1,2})"
    r"|\[(?P<linked>[^\[\]]+)\]\((?P<target>[^()\s]*)\)"
    r"|<(?P<url>https?://[^<>\s]+)>"
)


@dataclass
class Canonical:
    """A text as it is quoted, and where its footnote marks and its emphasis stood (offsets into `text`)."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)


def canonical(raw: str, *, markup: bool = True) -> Canonical:
    """The canonical form of `raw`: white space folded (line breaks between blocks stay), markup lifted out.

    Markup is footnote marks (superscript digits), emphasis (asterisks), links and bare addresses in angle
    brackets; of a link the words stay. A backslash keeps the sign after it as it is. With `markup=False` (a scan) only
    white space is folded.
    """
    folded = "\n".join(" ".join(line.split()) for line in raw.split("\n"))
    if not markup:
        return Canonical(folded)
    result, opened, read_to = Canonical(), None, 0
    for found in _MARKUP.finditer(folded):
        result.text += folded[read_to : found.start()]
        read_to = found.end()
        if found["mark"]:
            result.marks.append(Mark(int(number_of(found["mark"])), len(result.text)))
        elif found["stars"]:
            opened = _toggle_emphasis(result, opened)
        else:
            result.text += found["linked"] or found["url"] or found["literal"]
    result.text += folded[read_to:]
    return result


def _toggle_emphasis(result: Canonical, opened: int | None) -> int | None:
    """Open emphasis here, or close what was opened; the new opening, if any."""
    here = len(result.text)
    if opened is None:
        return here
    if here > opened:
        result.emphasis.append(Span(opened, here))
    return None
