"""Which paragraphs a question asks for by number."""

import re

_ITEM = r"(?:\s*\((?P<item>[a-h])\)|\s?(?P<bare>[a-h])(?=\s*(?:$|[?.,;:)]|of\b|in\b|from\b|says?\b|does\b|and\b)))?"
_RANGE = r"(?:\s*(?P<joint>-|–|to|and|&)\s*(?P<last>\d{1,3})(?!\d))?"
_REFERENCE = re.compile(
    r"(?:\b(?P<what>paragraphs?|paras?\.?|footnotes?|fn\.?)|[¶§]+)\s*(?:no\.?\s*|number\s*)?"
    rf"(?P<first>\d{{1,3}}){_ITEM}{_RANGE}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^\W*(?P<first>\d{{1,3}}){_ITEM}{_RANGE}\W*$", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_BULLET = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+bullet|\bbullet\s+(?:point\s+)?(?:no\.?\s*)?(\d)\b", re.IGNORECASE)
# Paragraphs of texts that ours cite ("paragraph 138 of the World Summit Outcome") are not look-ups in ours.
_ELSEWHERE = re.compile(r"\b(?:world summit|outcome document|resolution|charter|statute|convention)\b", re.IGNORECASE)
_LONGEST_RANGE = 20


def labels(text: str) -> tuple[str, ...]:
    """The labels a question asks for: "para 16 (b)" -> "16(b)", "paras 27-30" -> "27" ... "30", "71 e" -> "71(e)".

    A bare number counts only if the text is nothing else (its document's name taken out).
    """
    if _ELSEWHERE.search(text):
        return ()
    found: dict[str, None] = {}
    bare = _BARE.match(text)
    for reference in [bare] if bare else _REFERENCE.finditer(text):
        found.update(dict.fromkeys(_labels(reference, _BULLET.search(text))))
    return tuple(found)


def _labels(reference: re.Match[str], bullet: re.Match[str] | None) -> list[str]:
    parts = reference.groupdict()
    first, item, last = parts["first"], parts["item"] or parts["bare"], parts["last"]
    if (parts.get("what") or "").lower().startswith("f"):
        return [f"fn/{first}"]
    if item:
        return [f"{first}({item.lower()})"]
    if last and parts["joint"] in ("and", "&"):
        return [first, last]
    if last and int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return [str(number) for number in range(int(first), int(last) + 1)]
    if bullet:
        order = bullet[2] or str(_ORDINALS.index(bullet[1].lower()) + 1)
        return [f"{first}/{order}"]
    return [first]
