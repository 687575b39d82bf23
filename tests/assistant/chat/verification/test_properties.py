"""Whatever a model writes: citations resolve, quotations are verbatim, no key and no fabricated marker survives."""

import re
from collections.abc import Callable, Mapping
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.chat.verification import Checked, Cosine, SentenceStream, Shown, check_sentence, verdict
from corpus.load import Corpus

Check = Callable[[str], Checked]
MARKERS = re.compile(r"\[\^?\d|\[\s*k\w|[¹²³⁰-₉]|【|†|<|\]\(")

GOOD = [
    "At the Human Rights Council, greater emphasis could be placed on the prevention of atrocity crimes. [k7f3a2]",
    "The report says that “greater emphasis could be placed on the prevention of atrocity crimes”. [k7f3a2]",
    "Forty-seven Member States have not yet become party to the Genocide Convention [k8b111].",
    "- In Botswana, a directorate is mandated to “prevent corruption in public bodies”. [kd0444]",
    "States have “a collective responsibility” [ke5e5e], says paragraph 139, and “clear legal” duties [kadd13].",
    "It does not necessarily represent “an endorsement of certain views and proposals”. [kf6f6f]",
]
NOISE = [
    "[k7f3a2]", "[kzzzzz]", "k8b111", "[1]", "[2, 3]", "¹", "^4", "“", "”", '"', "«", "»", "'", "‘", "’", "…",
    "[...]", "must ", "not ", "no ", "47", "ninety-one", "Denmark", "para. 12", "A/73/898", "the 2013 report",
    "sg-2019:9", "<b>", "</b>", "<!--", "**", "`", "```", "](http://x.y)", "![", "|", "\n", "\n- ", "# ", "[",
    "]", "(", ")", "\\", "\u200b", "&lt;i&gt;", "【1†source】", "<sup>2</sup>", "{", "k7f[k7f3a2]3a2", "[[1]]",
    "{{k7f3a2}}", "\x00", "🙂",
]  # fmt: skip


@st.composite
def corrupted(draw: st.DrawFn) -> str:
    """A good sentence with pieces of noise put in, and pieces of it cut out or swapped."""
    sentence = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(sentence)))
        end = draw(st.integers(at, min(len(sentence), at + 12)))
        put_in = draw(st.one_of(st.sampled_from(NOISE), st.just(""), st.text(max_size=4)))
        sentence = sentence[:at] + put_in + sentence[end if draw(st.booleans()) else at :]
    return sentence


def holds(checked: Checked, corpus: Corpus, shown: Mapping[str, Shown]) -> None:
    cited = [corpus.get(one.paragraph).text for one in checked.citations]
    for support, text in zip(checked.citations, cited, strict=True):
        assert support.paragraph in {one.paragraph for one in shown.values()}
        assert 0 <= support.start < support.end <= len(text)
    for inner in re.findall(r"“([^”]*)”", checked.text):
        assert any(inner in text for text in cited), checked
    assert checked.text.count("“") == checked.text.count("”")
    assert not MARKERS.search(checked.text), checked
    assert not any(key in checked.text.lower() for key in shown), checked
    assert checked.status in ("supported", "mended", "flagged", "unsupported")
    assert bool(checked.notes) == (checked.status != "supported") or not checked.citations


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentence=corrupted())
def test_any_corruption_of_a_good_sentence(
    sentence: str, check: Check, corpus: Corpus, shown: Mapping[str, Shown]
) -> None:
    holds(check(sentence), corpus, shown)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reply=st.lists(st.one_of(corrupted(), st.text(max_size=40)), max_size=8).map(" ".join))
def test_any_reply(reply: str, check: Check, corpus: Corpus, shown: Mapping[str, Shown]) -> None:
    stream = SentenceStream()
    checked = [check(sentence) for sentence in (*stream.feed(reply), *stream.finish())]
    for one in checked:
        holds(one, corpus, shown)
    if verdict(checked):
        assert any(one.status != "unsupported" for one in checked)


@pytest.mark.parametrize("sentence", GOOD)
def test_good_sentences_are_good(sentence: str, check: Check) -> None:
    assert check(sentence).status in ("supported", "mended")


def test_nothing_shown_and_nothing_known(corpus: Corpus, cosine: Cosine) -> None:
    assert check_sentence("States must act. [k7f3a2]", {}, corpus, cosine).status == "unsupported"
    gone = {"k7f3a2": Shown("k7f3a2", "sg-1999:1", 0, 10), "k8b111": Shown("k8b111", "sg-2017:20", 90_000, 90_001)}
    for sentence in GOOD:
        assert check_sentence(sentence, gone, corpus, cosine).status == "unsupported"


@pytest.mark.parametrize(
    "piece",
    [
        *GOOD,
        "[k7f3a2]",
        "“",
        '"',
        "<",
        "![",
        "](",
        "<!--",
        "**",
        "(see para. 1, ",
        "A/1/",
        "no ",
        "1,",
        "one hundred and ",
    ],
)
def test_long_replies_are_read_quickly(piece: str, check: Check) -> None:
    reply = piece * (50_000 // len(piece))
    begun = perf_counter()
    stream = SentenceStream()
    sentences = [*stream.feed(reply), *stream.finish()]
    for sentence in dict.fromkeys(sentences):
        check(sentence)
    assert perf_counter() - begun < 5  # on a busy machine; alone it is well under a second
