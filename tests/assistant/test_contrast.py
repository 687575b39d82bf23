"""Documents named in passing, and years counted from one that is named."""

import pytest

from assistant.contrast import with_years_counted
from assistant.question import understand
from assistant.types import Turn
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Indigenous peoples: grim in 2013, and what does the guide say now?", ("sg-2013", "guide-2025")),
        ("Ban's words on Libya versus what the guide adds", ("sg-2013", "guide-2025")),
        ("Did Guterres in 2017 still want what Ban wanted on the press?", ("sg-2013", "sg-2017")),
        ("focal points then and now: the Arria outcome against 2017", ("sg-2017", "letter-2019")),
        ("booklet's definition vs the 2017 footnote's", ("guide-2025", "sg-2017")),
        ("Was it a duty in 2013, and is it still one in 2019?", ("sg-2013", "sg-2019")),
        ("guide vs 2017 on the veto", ("sg-2017", "guide-2025")),
        ("What did the UN praise in Australia, and what does the guide say?", ("sg-2013", "guide-2025")),
        ("2013 v 2019 on regional bodies", ("sg-2013", "sg-2019")),
    ],
)
def test_a_contrast_names_both_documents(question: str, named: tuple[str, ...], corpus: Corpus) -> None:
    assert set(understand(question, (), corpus).named) == set(named)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What happened in Kenya in 2013?", ()),
        ("What does the guide say about South Sudan in 2013?", ("guide-2025",)),
        ("Did the ban on arms work?", ()),
        ("Does the guide address South Sudan in 2013?", ("guide-2025",)),
        ("What does the guide say about crimes against humanity in 2013?", ("guide-2025",)),
        ("is there a guide for troops, and does it change anything?", ()),
        ("What does Guterres say about hate speech?", ()),
        ("What does the guide say about UN failures?", ("guide-2025",)),
        ("the letter of 14 January 2019 and the 2017 report on the veto", ("sg-2017", "letter-2019")),
    ],
)
def test_a_year_or_an_author_alone_names_no_report(question: str, named: tuple[str, ...], corpus: Corpus) -> None:
    assert set(understand(question, (), corpus).named) == set(named)


@pytest.mark.parametrize(
    ("text", "before", "counted"),
    [
        ("How many in 2013, and how many four years on?", "", "How many in 2013, and how many in the 2017 report?"),
        ("What happened two years after the 2017 report?", "", "What happened two years after the 2017 report?"),
        ("and two years later?", "What did the 2017 report want?", "and in the 2019 report?"),
        ("and four years earlier?", "What did the 2017 report want?", "and in the 2013 report?"),
        ("and three years later?", "What did the 2017 report want?", "and three years later?"),
        ("Was anybody tried two years later?", "", "Was anybody tried two years later?"),
    ],
)
def test_years_are_counted_from_the_one_that_is_told(text: str, before: str, counted: str, corpus: Corpus) -> None:
    assert with_years_counted(text, before, corpus.documents.values()) == counted


def test_a_follow_up_that_counts_years_asks_the_other_report(corpus: Corpus) -> None:
    history = (Turn("user", "What did the 2017 report want of parliaments?"), Turn("assistant", "..."))
    assert understand("and two years on?", history, corpus).named == ("sg-2019",)
