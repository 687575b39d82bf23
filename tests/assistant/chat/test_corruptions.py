"""Good replies, corrupted at random: no citation and no quotation that is not right gets through."""

import random
import re

from exchange import Request
from hypothesis import given, settings
from hypothesis import strategies as st
from replies import honest, quoting

from assistant.chat.passages import Showing
from assistant.chat.reply import Reply
from corpus.load import Corpus, load_corpus

MARKS = [
    "“",
    "”",
    '"',
    "[",
    "]",
    "[1]",
    "[99]",
    " [k00000]",
    "\n",
    "\n- ",
    "†",
    "<b>",
    "para. 7",
    "2019",
    "not ",
    "must ",
]


def corrupted(text: str, seed: int, many: int) -> str:
    """The text with so many letters, words or marks dropped, doubled, moved or put in."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(many):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + 30)
        text = chance.choice((
            text[:at] + text[to:],
            text[:at] + chance.choice(MARKS) + text[at:],
            text[:to] + text[at:],
            text[:at] + text[at:to][::-1] + text[to:],
        ))  # fmt: skip
    return text


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), many=st.integers(1, 12), at=st.integers(0, 390), size=st.integers(1, 60))
def test_nothing_unverified_gets_through(seed: int, many: int, at: int, size: int) -> None:
    corpus = load_corpus()
    showing = Showing(corpus, 20_000)
    text = showing.add([paragraph.id for paragraph in corpus][at : at + 4])
    request = Request([{"role": "user", "content": text}], 0)
    written = corrupted(f"{honest(request).text} {quoting(request).text}", seed, many)
    reply = Reply(showing.shown, corpus, lambda _text, others: [1.0] * len(others))  # as generous as can be
    for start in range(0, len(written), size):
        for _ in reply.feed(written[start : start + size]):
            _holds(reply, corpus)
        assert not re.search(r"[\[\]“”\"]", reply.unchecked)
    for _ in reply.finish():
        pass
    _holds(reply, corpus)
    assert not any(key in reply.text for key in showing.shown)


def _holds(reply: Reply, corpus: Corpus) -> None:
    shown = {one.paragraph for one in reply.shown.values()}
    for citation in reply.citations:
        assert citation.id in shown
        assert citation.quote
        assert corpus.get(citation.id).text[citation.start : citation.end] == citation.quote
    markers = re.findall(r"\[(\d+)\]", reply.text)
    assert list(dict.fromkeys(map(int, markers))) == [citation.n for citation in reply.citations]
    texts = [corpus.get(citation.id).text for citation in reply.citations]
    for quotation in re.findall(r"“([^”]*)”", reply.text):
        assert any(quotation.rstrip(" .,;:") in text for text in texts), quotation
