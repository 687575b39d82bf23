"""Invariants: no word is lost in lifting markup out, in joining halves, or in cutting into sentences."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.canonical import canonical
from corpus.catalog import Layout
from corpus.grammar import SUPERSCRIPTS, blocks, join, number_of
from corpus.load import Corpus
from corpus.parse import parse
from corpus.sentences import sentences
from corpus.types import Paragraph
from corpus.units import Account

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


# -- no word lost, none invented ---------------------------------------------------------------------


def words_and_marks(printed: str) -> tuple[Counter[str], Counter[str]]:
    """The words of a text as it is printed, link targets left out, and its footnote marks."""
    plain = re.sub(r"\]\([^()\s]*\)", "]", printed)
    marks = re.findall(f"[{SUPERSCRIPTS}]+", plain)
    return Counter(re.findall(r"[^\W_]+", re.sub(f"[{SUPERSCRIPTS}]+", " ", plain))), Counter(map(number_of, marks))


def accounted(accounts: Iterable[Account], paragraphs: Iterable[Paragraph]) -> tuple[Counter[str], Counter[str]]:
    """The words and marks of the units' texts, of the marks that open them, and of all that is no unit."""
    words, marks = words_and_marks("")
    pieces = [f"{one.mark} {'' if one.role == 'unit' else one.text}" for one in accounts]
    for piece in pieces:
        more_words, more_marks = words_and_marks(piece)
        words, marks = words + more_words, marks + more_marks
    for paragraph in paragraphs:
        words.update(re.findall(r"[^\W_]+", paragraph.text))
        marks.update(str(mark.number) for mark in paragraph.marks)
    return words, marks


@pytest.mark.parametrize("name", ["draft-2013.txt", "guide-2025.txt", "letter-2019.txt", "sg-2017.txt", "sg-2019.txt"])
def test_the_words_of_units_furniture_and_repeats_are_the_words_of_the_file(corpus: Corpus, name: str) -> None:
    source = corpus.sources[name]
    of_it = [one for one in corpus if corpus.documents[one.document].source == name]
    assert accounted(source.accounts, of_it) == words_and_marks(source.text)


def test_every_tracked_change_is_printed_and_every_one_printed_is_kept(corpus: Corpus) -> None:
    printed = [one.text for one in corpus.sources["draft-2013.txt"].accounts if one.role == "tracked change"]
    kept = letters("".join(change.text for one in corpus.of("draft-2013") for change in one.tracked_changes))
    labels = re.sub("Deleted:|peleted:|Formatted:|oy e", "", " ".join(printed))
    assert Counter(kept) == Counter(letters(labels))


RUNNING = st.lists(st.sampled_from(["peace", "States", "sixty-", "prevent,", "law.¹", "**risk**", "[a link](#)"]),
                   min_size=1, max_size=9).map(" ".join)  # fmt: skip
PIECES = st.one_of(
    RUNNING,
    RUNNING.map("- {}".format),
    RUNNING.map(" - {}".format),
    RUNNING.map("(a) {}".format),
    RUNNING.map("¹² {}".format),
    RUNNING.map("## {}".format),
    RUNNING.map("3 Did you know that...\n\n{}".format),
    st.tuples(st.integers(1, 4), RUNNING).map(lambda pair: f"{pair[0]}. {pair[1]}"),
    st.sampled_from(["", "2.", "-", "---", "II. Policy options", "7 Did you know that..."]),
)
UN_TEXTS = st.lists(PIECES, max_size=30).flatmap(
    lambda pieces: st.lists(st.sampled_from(["\n", "\n\n"]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "Begin\n\n" + "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)
LAYOUTS = st.builds(
    Layout,
    source=st.just("text.txt"),
    body=st.just("text"),
    begins=st.sampled_from(["Begin", "1. peace"]),
    numbered=st.booleans(),
    printed_again=st.booleans(),
    rule=st.sampled_from([None, re.compile("^---$")]),
    boxes=st.just("boxes"),
    box=st.just(re.compile(r"^(\d{1,2}) Did you know that\.\.\.$")),
)


@settings(max_examples=300)
@given(UN_TEXTS, LAYOUTS)
def test_the_parser_loses_and_invents_no_word_of_any_text(text: str, layout: Layout) -> None:
    parsed = parse(text, layout)
    assert accounted(parsed.accounts, [unit.paragraph() for unit in parsed.units]) == words_and_marks(text)
    owned = [number for one in parsed.accounts for number in range(one.first, one.last + 1)]
    assert owned == [number for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
