"""The count of tokens: ours, the same everywhere, and never less than a tokenizer of five times the words."""

import socket
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat import tokens
from assistant.chat.tokens import VOCABULARY, budgeted, count, read_ranks, trained
from corpus.load import Corpus
from index.embedder import Embedder


def shipped() -> str:
    return files("assistant.chat").joinpath("encoding.tiktoken").read_text(encoding="ascii")


def test_the_shipped_encoding_is_the_one_the_command_makes(corpus: Corpus) -> None:
    texts = [paragraph.text for paragraph in corpus if paragraph.document not in corpus.added]
    assert trained(texts) == shipped()


def test_it_has_every_byte_and_no_token_twice() -> None:
    ranks = read_ranks(shipped())
    assert len(ranks) == len(shipped().splitlines()) == VOCABULARY
    assert all(bytes((one,)) in ranks for one in range(256))


@given(st.text(max_size=300))
def test_any_text_can_be_counted(text: str) -> None:
    assert (count(text) == 0) == (text == "")
    assert count(text) <= len(text.encode("utf-8", "replace"))
    assert budgeted(text) > count(text)


def test_no_network_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with_network = count("The responsibility to protect.")
    tokens._encoding.cache_clear()
    monkeypatch.setattr(socket, "socket", None)
    assert count("The responsibility to protect.") == with_network


def test_it_counts_no_paragraph_lower_than_the_tokenizer_of_the_embedding_model(corpus: Corpus) -> None:
    embedder = Embedder()
    assert all(count(paragraph.text) >= embedder.count(paragraph.text) for paragraph in corpus)
