"""Numbers that jump, repeat or begin again; texts without any: told, and cited honestly."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.check import found_wrong
from corpus.load import Corpus, read_document
from corpus.oddities import oddities
from corpus.survey import Survey, survey
from corpus.types import Document

DOCUMENT = Document("x-1", "x", "X", "A/1", "2018", 2018, "official report", "x-1/text.md", "")
LINES = st.lists(
    st.sampled_from(
        [
            "1. One begins.", "2. Two goes on.", "3. Three ends it.", "4. Four.",
            "9. Nine is far away.", "(a) Item;",
            "(b) Other item;", "(i) Roman;", "(ii) Roman again.", "- Bullet", "    - Nested",
            "¹ Note.", "² Other note.",
            "# II. Heading", "# Annex I", "# Summary", "Plain words of a sentence that ends here.¹", "half a line",
            "[page 2]", "---", "Introduction ........ 3", "\\* literal", "",
        ]
    ),
    min_size=1, max_size=40,
)  # fmt: skip


def read(text: str) -> tuple[Survey, Corpus]:
    surveyed = survey(text, "x-1", "x-1/text.md")
    return surveyed, read_document(DOCUMENT, surveyed.layout, surveyed.text)


def cites(text: str) -> list[str]:
    return [paragraph.cite.removeprefix("A/1, ") for paragraph in read(text)[1]]


def told(text: str) -> list[str]:
    surveyed, corpus = read(text)
    return list(oddities(surveyed.numbering, tuple(corpus)))


def numbered(*numbers: int) -> str:
    return "\n\n".join(f"{number}. A paragraph of some words, numbered {number}." for number in numbers)


def test_a_gap_is_told_and_keeps_the_printed_numbers() -> None:
    assert cites(numbered(1, 2, 4, 5)) == ["para. 1", "para. 2", "para. 4", "para. 5"]
    assert told(numbered(1, 2, 4, 5)) == ["numbering jumps: 4 follows 2"]


def test_an_extract_begins_where_it_begins() -> None:
    assert cites(numbered(12, 13, 14)) == ["para. 12", "para. 13", "para. 14"]
    assert told(numbered(12, 13)) == ["numbering jumps: 12 follows the beginning"]


def test_a_number_printed_twice_has_two_citations() -> None:
    assert cites(numbered(1, 2, 2, 3)) == ["para. 1", "para. 2", "para. 2 [second of that number]", "para. 3"]
    assert told(numbered(1, 2, 2, 3)) == ["stands more than once: 2"]


def test_numbers_that_begin_again_are_told_apart() -> None:
    assert cites(numbered(1, 2, 3) + "\n\n" + numbered(1, 2)) == [
        "para. 1", "para. 2", "para. 3", "second numbering, para. 1", "second numbering, para. 2",
    ]  # fmt: skip
    annexed = numbered(1, 2) + "\n\n# Annex II\n\n" + numbered(1, 2) + "\n\n(a) An item;"
    assert cites(annexed)[2:] == ["annex II, para. 1", "annex II, para. 2", "annex II, para. 2 (a)"]


def test_sections_that_each_begin_at_one() -> None:
    text = "\n\n# B. Next\n\n".join([numbered(1, 2, 3), numbered(1, 2), numbered(1, 2, 3, 4)])
    assert cites(text)[3:6] == ["second numbering, para. 1", "second numbering, para. 2", "third numbering, para. 1"]


def test_a_list_in_a_paragraph_opens_none() -> None:
    text = f"{numbered(1, 2, 3)} Namely:\n1. List;\n2. List;\n\n{numbered(4, 5)}"
    assert cites(text) == ["para. 1", "para. 2", "para. 3", "para. 4", "para. 5"]
    assert read(text)[1].get("x-1:3").text.endswith("numbered 3. Namely: 1. List; 2. List;")
    assert told(text) == ["numbers that open no paragraph (lists, broken lines): 2; they stay in the text"]


def test_a_line_that_begins_with_a_number_opens_nothing() -> None:
    text = "1. As set out in paragraph\n138. And so forth, it goes.\n\n2. The next one."
    assert cites(text) == ["para. 1", "para. 2"]
    assert read(text)[1].get("x-1:1").text == "As set out in paragraph 138. And so forth, it goes."


def test_roman_numbers_inside_an_item_are_its_words() -> None:
    text = f"{numbered(1)}\n\n(a) First:\n\n(i) One;\n\n(ii) Two;\n\n(b) Second.\n\n{numbered(2)}"
    assert cites(text) == ["para. 1", "para. 1 (a)", "para. 1 (b)", "para. 2"]
    assert read(text)[1].get("x-1:1(a)").text == "First: (i) One; (ii) Two;"


def test_letters_that_begin_again_in_one_paragraph() -> None:
    text = f"{numbered(1)}\n\n(a) A;\n\n(b) B;\n\n(a) A again;\n\n{numbered(2)}"
    assert cites(text)[3] == "para. 1 (a) [second of that letter]"


def test_a_text_without_numbers_has_no_paragraph_numbers() -> None:
    points = "It has two points:\n\n1. One;\n\n2. Two."
    text = f"A letter, of no great length.\n\n{points}\n\nAnd an end of it, at last, that is longer."
    found = cites(text)
    assert found[0] == "paragraph 1 of the text"
    assert not [cite for cite in found if "para. " in cite]
    assert read(text)[1].get("x-1:text/3").text == "1. One;"
    assert read(text)[1].get("x-1:text/1").text == "A letter, of no great length."


def test_what_has_no_number_among_numbers_says_so() -> None:
    text = f"{numbered(1, 2)}\n\n# Annex\n\nWords without a number.\n\nAnd more of them."
    assert cites(text)[2:] == ["unnumbered paragraph 1", "unnumbered paragraph 2"]
    assert told(text) == ["paragraphs without a number: unnumbered/1, unnumbered/2"]


def test_footnotes_without_marks_and_marks_without_footnotes() -> None:
    text = f"{numbered(1, 2)}³\n\n¹ Nobody cites it."
    assert told(text) == ["footnotes without a mark: 1", "marks without a footnote: 3"]


def test_a_footnote_number_printed_twice_is_tied_to_nothing() -> None:
    text = f"{numbered(1)}¹\n\n¹ First.\n\n{numbered(2)}¹\n\n¹ Second."
    assert cites(text)[3] == "footnote 1 [second of that number]"
    assert read(text)[1].get("x-1:1").footnotes == ()


def test_masthead_and_contents_are_no_text() -> None:
    contents = "# Contents\n\nI. Introduction ........ 2"
    text = f"A/72/1\n\nDistr.: General\n\n{contents}\n\n# Title\n\n# I. Introduction\n\n{numbered(1, 2)}"
    surveyed, corpus = read(text)
    assert [one.section for one in corpus] == [("I. Introduction",)] * 2
    assert surveyed.layout.numbered


@example(["¹ Note.", "Introduction ........ 3"])
@example(["1. One begins.", "(a) Item;", "1. One begins.", "Introduction ........ 3", "(a) Item;"])
@given(LINES)
def test_whatever_is_added_no_word_is_lost_and_no_id_stands_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not re.search(r"\w", text):
        return
    surveyed, corpus = read(text)
    assert [problem for problem in found_wrong(corpus) if "of kind" not in problem] == []
    assert len({one.cite for one in corpus}) == len(corpus.paragraphs)
    again = survey(surveyed.text, "x-1", "x-1/text.md")
    assert again.numbering.in_lists == 0
    assert again.text == surveyed.text
