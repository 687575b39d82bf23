"""Paragraph numbers in a question."""

import pytest

from assistant.references import labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does paragraph 16 (b) of the 2019 report say?", ("16(b)",)),
        ("para. 16(b)", ("16(b)",)),
        ("para 71e", ("71(e)",)),
        ("§ 13", ("13",)),
        ("paras 27-30 of the 2019 report", ("27", "28", "29", "30")),
        ("paragraphs 13 and 14", ("13", "14")),
        ("para 45, second bullet", ("45/2",)),
        ("bullet 3 of para 46", ("46/3",)),
        ("the 3rd point", ()),
        ("footnote 4 of the 2017 report", ("fn/4",)),
        ("what do paragraphs 138 and 139 of the World Summit Outcome say?", ()),
        ("Read out paragraph 90 of the 2013 report", ("90",)),
        ("paragraph 5 a day", ("5",)),
        ("71 e", ("71(e)",)),
        ("para 16(b) and 16(c)", ("16(b)", "16(c)")),
        ("16 (a), (c) and (e)", ("16(a)", "16(c)", "16(e)")),
        ("71(a)-(c)", ("71(a)", "71(b)", "71(c)")),
        ("paragraphs 3, 5 and 9", ("3", "5", "9")),
        ("footnotes 3 and 4", ("fn/3", "fn/4")),
        ("paragraph 13 and footnote 9", ("13", "fn/9")),
        ("§45(2)", ("45/2",)),
        ("para 16 (z)", ("16(z)",)),
        ("16b", ("16(b)",)),
        ("paragraphs 16 (b) and 16", ("16(b)", "16")),
        ("what happened in 71 cases", ()),
        ("44", ("44",)),
        ("What does paragraph 16 of the 2017 report say about the Charter?", ("16",)),
        ("What does para 16 say of duties in the Charter?", ("16",)),
        ("What does paragraph 4 of the Additional Protocol say?", ()),
        ("What does the Outcome say in paragraph 138?", ()),
        ("resolution 2150, operative paragraph 4", ()),
    ],
)
def test_paragraph_numbers_are_recognised(text: str, expected: tuple[str, ...]) -> None:
    assert labels(text) == expected
