"""A chat model's reply held to the texts, sentence by sentence, in code: no network, no model is asked.

stream = SentenceStream()
for piece in reply:
    checked += [check_sentence(one, shown, corpus, cosine) for one in stream.feed(piece)]
checked += [check_sentence(one, shown, corpus, cosine) for one in stream.finish()]
if not verdict(checked): the extractive answer replaces the reply
"""

from assistant.chat.verification.check import check_sentence
from assistant.chat.verification.cosine import cosine_of
from assistant.chat.verification.stream import SentenceStream
from assistant.chat.verification.types import Checked, Cosine, Shown, Status, Support
from assistant.chat.verification.verdict import declines, verdict

__all__ = [
    "Checked",
    "Cosine",
    "SentenceStream",
    "Shown",
    "Status",
    "Support",
    "check_sentence",
    "cosine_of",
    "declines",
    "verdict",
]
