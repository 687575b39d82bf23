"""Where a sentence ends does not depend on the pieces in which a reply comes."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.verification import SentenceStream

PIECES = [
    "States must act. ", "[k7f3a2]", " [k7f3a2, k8b111]", "\n", "\n\n", "- ", "1. ", "## ", "See para. 16 (b). ", "“",
    "”", '"', "They did! ", "e.g. ", "2.5 ", "...", "Mr. Ban ", "and then ", "… ", "(a) ", "[", "]", " ", "A",
]  # fmt: skip


def cut(pieces: list[str]) -> list[str]:
    stream = SentenceStream()
    return [sentence for piece in pieces for sentence in stream.feed(piece)] + stream.finish()


def test_sentences_lists_and_keys() -> None:
    reply = (
        "In short: they differ.\n\nStates must act (see para. 16). [k7f3a2][k8b111] Mr. Ban said “No. Never.” Done?\n"
        "- The U.N. Charter holds 2.5 million words. [k7f3a2]\n- second\n[k8b111]\n\n1. Third."
    )
    assert cut([reply]) == [
        "In short: they differ.",
        "\n\nStates must act (see para. 16). [k7f3a2][k8b111]",
        " Mr. Ban said “No. Never.”",
        " Done?",
        "\n- The U.N. Charter holds 2.5 million words. [k7f3a2]",
        "\n- second\n[k8b111]",
        "\n\n1. Third.",
    ]


def test_a_sentence_is_given_out_as_soon_as_the_next_begins() -> None:
    stream = SentenceStream()
    assert stream.feed("States must act. ") == []
    assert stream.feed("[k7f3a2") == []
    assert stream.feed("] Th") == ["States must act. [k7f3a2]"]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.data())
def test_the_pieces_do_not_matter(pieces: list[str], data: st.DataObject) -> None:
    reply = "".join(pieces)
    places = sorted(data.draw(st.lists(st.integers(0, len(reply)), max_size=10)))
    chunks = [reply[start:end] for start, end in pairwise([0, *places, len(reply)])]
    assert cut(chunks) == cut([reply]) == cut(list(reply))


@pytest.mark.parametrize(
    ("reply", "sentences"),
    [
        ("States must act. \n[k7f3a2][k8b111]", 1),
        ("States must act.\n[k7f3a2] \t[k8b111]", 1),
        ("First\n[k7f3a2] \t[k8b111] Then.", 2),
        ("Prevention … [\n1. They did!]", 3),
    ],
)
def test_keys_on_a_line_of_their_own(reply: str, sentences: int) -> None:
    assert len(cut([reply])) == sentences
    assert cut(list(reply)) == cut([reply])


@given(st.text(alphabet=st.sampled_from('aB .!?\n[]k1"“”-#'), max_size=300))
def test_nothing_is_lost(reply: str) -> None:
    joined = "".join(cut([reply]))
    assert reply.startswith(joined)
    assert not reply[len(joined) :].strip()


@pytest.mark.parametrize("reply", ["a" * 50_000, "para. 1 " * 6_000, '"A. ' * 12_000])
def test_what_never_ends_is_cut(reply: str) -> None:
    sentences = cut([reply])
    assert max(map(len, sentences)) <= 1_500
    assert re.sub(r"\s", "", "".join(sentences)) == re.sub(r"\s", "", reply)
