"""What a damaged paragraph says to a search, and that a quotation never sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.load import Corpus
from corpus.search_text import normalised, search_text
from corpus.types import Span
from corpus.wordlist import Wordlist

KNOWN = Wordlist(
    ["As a result, it is the genocide of being; distribution, income, warning, building, failure in 2008."]
)


@pytest.mark.parametrize(
    ("misread", "read"),
    [
        ("Asaresult, while", "as a result, while"),
        ("Itis", "it is"),
        ("In2008, Australia", "in 2008, Australia"),
        ("risk of gen001de.", "risk of genocide."),
        ("bemg dlstrlbutlon mcome wamlng bu11d1ng", "being distribution income warning building"),
        ("_____ there =~ be | the", "there be the"),
        ("ﬁne reﬂect", "fine reflect"),
        ("A/RES/60/1 1325 zzz", "A/RES/60/1 1325 zzz"),
    ],
)
def test_a_word_is_read_again_where_the_wordlist_shows_how(misread: str, read: str) -> None:
    assert normalised(misread, KNOWN) == read


def test_the_published_text_shows_what_the_wordlist_does_not() -> None:
    assert normalised("cun lecal recognise sub-regional", KNOWN, "can legal recognize") == (
        "can legal recognize sub-regional"
    )


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("15", "the risk of genocide."),
        ("13", "as a result, while conflict prevention"),
        ("32", "it is important to recognize"),
        ("45", "perceived equity in the distribution of resources, assets, income and opportunities"),
        ("57", "creation of a network and"),
        ("41", "when the State legal obstacles"),
    ],
)
def test_a_damaged_paragraph_is_found_by_its_words(corpus: Corpus, paragraph: str, words: str) -> None:
    damaged = corpus.get(f"draft-2013:{paragraph}")
    assert words in search_text(damaged, corpus)
    assert words not in damaged.text


def test_a_part_of_a_paragraph_can_be_asked_for(corpus: Corpus) -> None:
    paragraph = corpus.get("draft-2013:15")
    at = paragraph.text.index("gen001de")
    assert search_text(paragraph, corpus, Span(at, at + len("gen001de."))) == "genocide."


def test_what_is_no_scan_is_left_as_it_is(corpus: Corpus) -> None:
    assert all(search_text(one, corpus) == one.text for one in corpus if one.document != "draft-2013")


def test_a_clean_paragraph_keeps_its_words(corpus: Corpus) -> None:
    paragraph = corpus.get("draft-2013:58")
    assert search_text(paragraph, corpus) == paragraph.text


@given(st.text())
def test_any_text_can_be_read_again_and_again(text: str) -> None:
    once = normalised(text, KNOWN)
    assert normalised(once, KNOWN).split() == once.split()
