"""Invariants: no word is lost in lifting markup out, in joining halves, or in cutting into sentences."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.canonical import canonical
from corpus.grammar import blocks, join
from corpus.load import Corpus
from corpus.sentences import sentences

WORDS = st.lists(st.text(alphabet="abcXYZ019", min_size=1, max_size=8), min_size=1, max_size=12)
LINES = st.lists(st.sampled_from(["", "1. One", "(a) Item", "- Bullet", "¹ Note", "plain words", "## Heading", " x "]))


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@given(WORDS, st.sampled_from(["*", "**", ""]), st.sampled_from(["¹²", "⁷", ""]))
def test_canonical_text_keeps_every_word(words: list[str], stars: str, mark: str) -> None:
    raw = f"{stars}{' '.join(words)}{stars}{mark}."
    read = canonical(raw)
    assert read.text == " ".join(words) + "."
    assert len(read.marks) == bool(mark)
    assert len(read.emphasis) == bool(stars)


@given(st.text())
def test_canonical_text_of_a_scan_only_folds_white_space(raw: str) -> None:
    assert letters(canonical(raw, markup=False).text) == letters(raw)


@given(WORDS, WORDS)
def test_joining_two_halves_keeps_every_letter(half: list[str], rest: list[str]) -> None:
    assert letters(join(" ".join(half), " ".join(rest))) == letters("".join(half + rest))


@given(LINES)
def test_every_line_that_is_not_blank_stands_in_one_block(lines: list[str]) -> None:
    covered = [number for block in blocks(lines) for number in range(block.first, block.last + 1)]
    assert covered == [number for number, line in enumerate(lines, start=1) if line.strip()]


@given(st.text(alphabet="aB .?!;\n”)", max_size=900))
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(letters(text[span.start : span.end]) for span in spans) == letters(text)


def test_sentences_of_the_corpus_cover_it(corpus: Corpus) -> None:
    for paragraph in corpus:
        cut = "".join(letters(paragraph.text[span.start : span.end]) for span in sentences(paragraph.text))
        assert cut == letters(paragraph.text), paragraph.id


def test_an_abbreviation_ends_no_sentence(corpus: Corpus) -> None:
    text = corpus.get("sg-2017:27").text
    cut = [text[span.start : span.end] for span in sentences(text)]
    assert sum("(paras. 138-139)" in sentence for sentence in cut) == 1
