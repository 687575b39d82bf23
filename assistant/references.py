"""Which paragraphs a question asks for by number: "paras 16 (b), (c) and 20-22", "footnote four"."""

import re
from collections.abc import Iterator

from corpus.number_words import CARDINALS, ORDINALS, TENS

_BULLET = re.compile(rf"\b({'|'.join(ORDINALS)})\s+bullet|\bbullet\s+(?:point\s+)?(?:no\.?\s*)?(\d)\b", re.IGNORECASE)
_WORD = r"(?:paragraphs?|paras?\.?|footnotes?|fn\.?|notes?|[¶§]+)"
_ITEM = r"(?:\s*\([a-z]\)|\s*\(\d\)|\s?[a-h](?=\s*(?:$|[?.,;:)]|of\b|in\b|from\b|says?\b|does\b|and\b|&)))"
_JOINT = r"\s*(?:,?\s*and|,|&|-|–|to)\s*"
_NUMBER = rf"\d{{1,3}}{_ITEM}?(?!\d)"
_LETTER = r"[a-h](?=\s*(?:$|[?.,;:)]|of\b|in\b|from\b))"
_MORE = rf"(?:{_JOINT}(?:(?:paragraphs?|paras?\.?)\s*)?(?:{_NUMBER}|\([a-z]\)|{_LETTER}))*"
_CHAIN = re.compile(
    rf"(?:\b|(?=[¶§]))(?P<what>{_WORD})\s*(?:no\.?\s*|number\s*)?(?P<list>{_NUMBER}{_MORE})", re.IGNORECASE
)
_BARE = re.compile(rf"^\W*(?:and|what about|how about)?\W*(?P<list>{_NUMBER}{_MORE})\W*$", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<joint>-|–|\bto\b)|(?P<number>\d{1,3})(?:\s*\((?P<bullet>\d)\)|\s*\(?(?P<item>[a-z])(?![a-z])\)?)?"
    r"|\(?(?<![a-z])(?P<letter>[a-z])(?![a-z])\)?",
    re.IGNORECASE,
)
# Paragraphs of texts that ours cite ("paragraph 138 of the World Summit Outcome") are not look-ups in ours.
_INSTRUMENT = (
    r"(?:(?:world )?summit|outcome(?: document)?|wso|resolutions?|res\.?|charter|statute|covenant|conventions?|treaty"
    r"|protocol|declaration|pact|principles)"
)
_ELSEWHERE = re.compile(
    rf"\boperative\b|\b{_INSTRUMENT}(?:'s)?[\W\d]+(?:\w+\W+){{0,2}}?{_WORD}\s*\d"
    rf"|{_WORD}\s*{_NUMBER}{_MORE}\s*(?:of|in|from|to)\s+(?:the\s+|that\s+|this\s+)?"
    rf"(?:(?!(?:reports?|guide|letter|draft)\b)[\w/-]+\s+){{0,3}}?{_INSTRUMENT}\b",
    re.IGNORECASE,
)
_MOST = 60  # paragraphs of a range
_IN_WORDS = re.compile(
    rf"\b({_WORD})\s+(?:number\s+)?(?:({'|'.join(TENS[2:])})(?:[\s-]+({'|'.join(CARDINALS[1:10])}))?|({'|'.join(CARDINALS)}))\b",
    re.IGNORECASE,
)


def labels(text: str) -> tuple[str, ...]:
    """The labels a question asks for, in order: "para 16 (b)" -> "16(b)", "paras 27-30" -> "27" ... "30".

    A bare number counts only if the text is nothing else (its document's name taken out).
    """
    text = _IN_WORDS.sub(_in_digits, text)
    if _ELSEWHERE.search(text):
        return ()
    bare = _BARE.match(text)
    chains = [("", bare["list"])] if bare else [(found["what"], found["list"]) for found in _CHAIN.finditer(text)]
    found = [label for what, chain in chains for label in _labels(what.lower(), chain)]
    bullet = _BULLET.search(text)
    if bullet and len(found) == 1 and found[0].isdigit():
        order = bullet[2] or str(ORDINALS.index(bullet[1].lower()))
        return (f"{found[0]}/{order}",)
    return tuple(dict.fromkeys(found))


def _in_digits(found: re.Match[str]) -> str:
    """ "paragraph twenty-two" -> "paragraph 22"."""
    what, tens, unit, alone = (group.lower() if group else "" for group in found.groups())
    ten = 10 * TENS.index(tens) if tens else 0
    return f"{what} {ten + (CARDINALS.index(unit or alone) if unit or alone else 0)}"


def _labels(what: str, chain: str) -> Iterator[str]:
    """The labels of a chain such as "16 (a), (c) and 20-22"; a letter alone belongs to the number before it."""
    prefix = "fn/" if what.startswith("f") else ""
    number, last, ranging = "", "", False
    for token in _TOKEN.finditer(re.sub(_WORD, " ", chain, flags=re.IGNORECASE)):
        if token["joint"]:
            ranging = True
            continue
        number = token["number"] or number
        letter = token["item"] or token["letter"]
        label = (
            f"{number}/{token['bullet']}" if token["bullet"] else f"{number}({letter.lower()})" if letter else number
        )
        yield from (prefix + one for one in (_between(last, label) if ranging else [label]))
        last, ranging = label, False


def _between(first: str, last: str) -> list[str]:
    """What a range stands for, its first left out: "27", "30" -> 28, 29, 30; "71(a)", "71(c)" -> (b), (c)."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + _MOST:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if first.endswith(")") and last.endswith(")") and first[-2] < last[-2]:
        return [f"{last[:-2]}{chr(code)})" for code in range(ord(first[-2]) + 1, ord(last[-2]) + 1)]
    return [last]
