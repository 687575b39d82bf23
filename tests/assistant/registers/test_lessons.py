"""The register of lessons."""

import pytest

from assistant.registers.types import Registers


@pytest.mark.parametrize(
    ("paragraph", "begins", "polarity"),
    [
        ("sg-2013:7", "Beyond moral", "worked"),
        ("sg-2013:38", "Although the 2006", "worked"),
        ("sg-2013:72", "Since the beginning", "failed"),
        ("sg-2017:27", "Experience teaches", "worked"),
        ("sg-2017:29", "In practice", "failed"),
        ("sg-2019:19", "There have been instances", "worked"),
        ("sg-2019:20", "On the negative side", "failed"),
        ("sg-2019:22", "However, actors may", "caution"),
        ("sg-2019:27", "In practice", "caution"),
        ("sg-2019:28", "Second, the best outcomes", "worked"),
    ],
)
def test_what_experience_has_shown(registers: Registers, paragraph: str, begins: str, polarity: str) -> None:
    found = [one for one in registers.lessons if one.paragraph == paragraph and one.quote.startswith(begins)]
    assert [one.polarity for one in found] == [polarity]


def test_most_lessons_stand_in_the_report_on_lessons(registers: Registers) -> None:
    assert sum(one.document == "sg-2019" for one in registers.lessons) > len(registers.lessons) / 3


def test_a_supposition_is_no_failure(registers: Registers) -> None:
    assert not any(one.paragraph == "sg-2013:2" for one in registers.lessons)
