"""Markdown and plain text: decoded, its marks written the grammar's way, its words and lines left as they are."""

import re
from itertools import groupby

from corpus.convert import Converted
from corpus.convert.encoding import decoded, read_as
from corpus.convert.furniture import furniture, left_out
from corpus.convert.markup import PAGE, RULE, heading, powers, raised, visible
from corpus.errors import DocumentError
from corpus.grammar import Block, Opens, is_bare_heading, is_finished, opening

_BREAKS = re.compile("\r\n|[\r\x0b\x1c-\x1e\x85\u2028\u2029]")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,})\s*$")
_BULLET = re.compile(r"^(\s*)[*•·●○▪◦‣⁃+–—]\s+(?=\S)")
_NOTE = re.compile(r"^\s*\[\^(\d{1,3})\]:\s*")
_MARK = re.compile(r"\[\^(\d{1,3})\]|<sup>\s*\[?(\d{1,3})\]?\s*</sup>")
_LONGEST = 120  # characters of a heading that nothing marks as one


def read(raw: bytes, most_pages: int) -> Converted:
    """The text of a Markdown or text file. Raises DocumentError if it is none."""
    text, encoding = decoded(raw)
    pages = _BREAKS.sub("\n", text).removesuffix("\f").split("\f")
    if len(pages) > most_pages:
        raise DocumentError(f"The text has {len(pages)} pages: R2P_LARGEST_DOCUMENT_PAGES allows {most_pages}.")
    cut = [[_line(line) for line in page.split("\n")] for page in pages]
    lines, dropped = _running(cut)
    return Converted("\n".join(_with_headings(lines)) + "\n", (*read_as(encoding), *left_out(dropped)))


def _running(pages: list[list[str]]) -> tuple[list[str], list[str]]:
    """The lines of all pages without their furniture, and the furniture."""
    lines: list[str] = []
    dropped: list[str] = []
    for number, (page, gone) in enumerate(zip(pages, furniture(pages), strict=True), start=1):
        lines += ["", PAGE.format(number), ""] if number > 1 else []
        lines += [line for at, line in enumerate(page) if at not in gone]
        dropped += [page[at] for at in sorted(gone)]
    return lines, dropped


def _line(line: str) -> str:
    """A line with the marks of other kinds of Markdown made those of ours."""
    line = visible(line.expandtabs(4)).rstrip()
    if _RULE.match(line):
        return line if _UNDERLINE.match(line) else RULE
    line = _NOTE.sub(lambda found: f"{raised(found[1])} ", _BULLET.sub(r"\1- ", line))
    return powers(_MARK.sub(lambda found: raised(found[1] or found[2]), line))


def _with_headings(lines: list[str]) -> list[str]:
    """The lines with every heading marked: the underlined ones, and those that stand alone and read as one."""
    groups = [list(group) for _, group in groupby(lines, key=lambda line: bool(line.strip()))]
    marked = []
    for at, group in enumerate(groups):
        if len(group) == 2 and _UNDERLINE.match(group[1]):
            marked += [heading(group[0]), ""]
        elif len(group) == 1 and _stands_alone(group[0], _words(groups, at - 2), _words(groups, at + 2)):
            marked.append(heading(group[0]))
        else:
            marked += group
    return marked


def _words(groups: list[list[str]], at: int) -> str:
    return " ".join(groups[at]) if 0 <= at < len(groups) else ""


def _stands_alone(line: str, before: str, after: str) -> bool:
    """Whether a line between blank ones is a heading, and no half of a sentence that a page cut."""
    opens, _, text, _ = opening(line)
    cut = (before and not is_finished(before) and not before.startswith("#") and len(before) > _LONGEST) or (
        after.strip()[:1].islower()
    )
    bare = is_bare_heading(Block(opens, "", text, 1, 1))
    return opens is Opens.NOTHING and bare and len(line) <= _LONGEST and not cut and "|" not in line
