"""A reply cut into sentences as it arrives.

Where a sentence ends does not depend on the pieces the reply comes in: nothing is given out before what follows it
is known to begin another sentence.
"""

import re

LONGEST = 1_500  # characters; what goes on longer without an end is cut at a space
_LONGEST_KEYS = 200  # characters of one bracket with keys
_LONGEST_QUOTATION = 800  # characters; a quotation that is still open after these was none

_CANDIDATE = re.compile(r"\n|[.!?…]+[\"”’'»)*_]*")
_KEY = r"[\[【][ \t]*(?:\^?k\w|\d)[^\[\]【】\n]{0,200}[\]】]"
_KEYS = re.compile(rf"(?:[ \t]*{_KEY})+\.?")
_KEYS_BEGIN = re.compile(rf"[ \t]*[\[【][^\[\]【】\n]{{0,{_LONGEST_KEYS}}}$")
_NEVER_AN_END = re.compile(
    r"(?:\b(?:mrs?|ms|dr|st|prof|e\.g|i\.e|u\.s|u\.n|cf|vs)|(?<![\w.])(?-i:[A-HJ-Z]))\.$", re.IGNORECASE
)
_BEFORE_A_NUMBER = re.compile(r"\b(?:paras?|arts?|nos?|vols?|pp?|fn|res|chap|sect?)\.$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[\s>*#-]*\d{1,3}\.")


class SentenceStream:
    """Sentences and list lines of a reply, each given out once it is finished.

    Each begins with the white space that stood before it and ends with the keys that belong to it; joined, they
    are the reply (white space at its very end aside).
    """

    def __init__(self) -> None:
        self._rest = ""
        self._read_to = 0  # no sentence ends before this place of the rest

    def feed(self, text: str) -> list[str]:
        """The sentences that this piece of the reply finishes."""
        self._rest += text
        return self._finished(is_over=False)

    def finish(self) -> list[str]:
        """What is left at the end of the reply."""
        finished = self._finished(is_over=True)
        rest, self._rest = self._rest, ""
        return [*finished, rest] if rest.strip() else finished

    def _finished(self, *, is_over: bool) -> list[str]:
        found = []
        while end := self._end(is_over=is_over):
            found.append(self._rest[:end])
            self._rest, self._read_to = self._rest[end:], 0
        return found

    def _end(self, *, is_over: bool) -> int:
        """Where the first sentence of the rest ends; 0 if that cannot be told yet."""
        text = self._rest
        first = len(text) - len(text.lstrip())
        for candidate in _CANDIDATE.finditer(text, max(first, self._read_to), LONGEST):
            self._read_to = candidate.start()
            end = (_line_end if candidate[0] == "\n" else _stop_end)(text, candidate, is_over=is_over)
            if end is None or end > 0:
                return end or 0
            self._read_to = candidate.end()
        if len(text) <= LONGEST + _LONGEST_KEYS * (not is_over):
            return 0
        return max(text.rfind(" ", first + 1, LONGEST), 0) or LONGEST


def _line_end(text: str, found: re.Match[str], *, is_over: bool) -> int | None:
    """The end of a line, and with it that of a sentence, unless the next line goes on; None: not told yet, 0: no."""
    following = _next(text, found.start())
    if following == len(text):
        return found.start() if is_over or following - found.start() > _LONGEST_KEYS else None
    if text[following] in "[【":
        keys = _KEYS.match(text, following)
        end = keys.end() if keys else following
        if not is_over and (_KEYS_BEGIN.match(text, end) or not text[end:].strip(" \t")):
            return None  # another key may follow
        if keys and re.match(r"[ \t]*(?:\n|$)", text[end : end + 50]):
            return end
    goes_on = text.count("\n", found.start(), following) == 1 and text[following].islower()
    return 0 if goes_on else found.start()


def _stop_end(text: str, found: re.Match[str], *, is_over: bool) -> int | None:
    """The end of a sentence after a full stop and its keys; None: not told yet, 0: it is none."""
    keys = _KEYS.match(text, found.end())
    end = keys.end() if keys else found.end()
    following = _next(text, end)
    if not is_over and (following == len(text) or _KEYS_BEGIN.match(text, end)):
        return None
    if following == len(text):
        return end
    goes_on = text[following].islower() and not keys
    if (
        goes_on
        or (following == end and not keys)
        or _is_abbreviation(text, found, following)
        or _is_quoting(text[:end])
    ):
        return 0
    return 0 if "\n" in text[end:following] else end  # the end of the line is that of the sentence


def _next(text: str, at: int) -> int:
    """Where the next sign stands that is no white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_abbreviation(text: str, found: re.Match[str], following: int) -> bool:
    stop = found.start() + 1
    before = text[max(0, stop - 12) : stop]
    if _NEVER_AN_END.search(before) or _LIST_NUMBER.fullmatch(text[:stop][:40]):
        return True
    return bool(_BEFORE_A_NUMBER.search(before)) and (text[following].isdigit() or text[following] in "(§")


def _is_quoting(text: str) -> bool:
    """Whether a quotation is still open at the end of a text."""
    opened = max(text.rfind("“"), text.rfind("«"), text.rfind("„"))
    is_open = opened > max(text.rfind("”"), text.rfind("»")) or text.count('"') % 2 == 1
    since = len(text) - max(opened, text.rfind('"'))
    return is_open and since <= _LONGEST_QUOTATION
