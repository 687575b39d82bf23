"""How a person wants the last answer again: shorter, in full, with its sources, or as it was."""

import re
from typing import Literal, cast

_POLITE = r"(?:please|can you|could you|say (?:it|that)|make (?:it|that)|now|again|just|ok|give me|tell me|show me|and)"
_ANSWER = r"(?:\s+(?:it|that|this|them|please|then|version|answer|again|for me))*"
# How a person wants the last answer again; each is the whole of what they type.
_MANNERS = {
    "brief": r"(?:(?:much |a bit |even |a )?(?:short(?:er)?|brief(?:er|ly)?|simpler)|tl;?dr|summari[sz]e"
    r"|in (?:short|brief|(?:one|a single) sentence|plain words|a nutshell))",
    "full": r"(?:(?:much |a bit |a |the )?(?:long(?:er)?|full(?:er)?|whole|entire|complete)"
    r"(?: (?:text|quote|paragraphs?))?|in full|(?:the )?(?:exact )?(?:wording|words)|verbatim|quote (?:it|that)"
    r"|more details?|more|go on)",
    "sources": r"(?:(?:the |your )?(?:exact )?(?:sources?|citations?|references?|symbols?|paragraph numbers?|paras?)"
    r"|(?:in )?(?:which|what) (?:exact )?(?:paragraphs?|paras?|reports?|documents?|sources?)"
    r"(?: (?:is|was|says?|said|are))?"
    r"|where (?:is|does|did|was) (?:it|that|this|they|he|she)(?: (?:say|stand|come|said|written|from|taken)\b.{0,20})?"
    r"|where\??|says who|who (?:says|said|wrote) (?:so|that|this|it)"
    r"|(?:cite|source) (?:it|that|this))",
    "again": r"(?:again|repeat|once more)",
}
Manner = Literal["", "brief", "full", "sources", "again"]
_MANNER = {
    name: re.compile(rf"^\W*(?:{_POLITE}\W+)*{pattern}{_ANSWER}\W*$", re.IGNORECASE)
    for name, pattern in _MANNERS.items()
}


def manner(question: str) -> Manner:
    """How a question wants the last answer again ("shorter please", "which paragraph?"); "" if it asks for more."""
    return next((cast(Manner, name) for name, pattern in _MANNER.items() if pattern.match(question)), "")
