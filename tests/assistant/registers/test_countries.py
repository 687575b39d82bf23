"""The register of countries, and the names it knows them by."""

import pytest

from assistant.mentions import named_places, place_named, un_name
from assistant.registers.types import ROLES, Registers


def test_kenya_stands_in_each_of_its_roles(registers: Registers) -> None:
    roles = {one.paragraph: one.role for one in registers.countries if one.iso == "KE" and one.document == "sg-2013"}
    assert roles == {
        "sg-2013:52": "example",
        "sg-2013:59": "example",
        "sg-2013:fn/5": "signatory",
        "sg-2013:72": "warning",
    }


@pytest.mark.parametrize(
    ("country", "paragraph", "role"),
    [
        ("Poland", "letter-2019:annex-1/introduction/1", "co-host"),
        ("Poland", "sg-2013:64", "example"),
        ("France", "sg-2017:29", "signatory"),
        ("Bangladesh", "sg-2019:25(e)", "setting"),
        ("Democratic Republic of the Congo", "sg-2019:23(a)", "setting"),
        ("Rwanda", "sg-2013:30", "warning"),
        ("Great Lakes region", "sg-2013:59", "example"),
        ("Western Balkans", "sg-2019:16(d)", "example"),
        ("Indonesia", "sg-2013:51", "example"),
    ],
)
def test_a_country_is_named_for_something(registers: Registers, country: str, paragraph: str, role: str) -> None:
    found = {one.role for one in registers.countries if one.country == country and one.paragraph == paragraph}
    assert found == {role}


def test_every_role_is_on_the_list_and_groups_have_no_code(registers: Registers) -> None:
    assert {one.role for one in registers.countries} == set(ROLES)
    assert {one.country for one in registers.countries if one.iso is None} >= {"Great Lakes region", "Western Balkans"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the Democratic Republic of the Congo and the Republic of the Congo", ["CD", "CG"]),
        ("South Sudan and the Sudan", ["SS", "SD"]),
        ("Côte d’Ivoire, Viet Nam and Tanzania", ["CI", "VN", "TZ"]),
        ("Papua New Guinea", ["PG"]),
        ("the Syrian forces", ["SY"]),
        ("turkey and chad", []),
    ],
)
def test_the_un_s_forms_and_others_are_told_apart(text: str, codes: list[str]) -> None:
    assert [one.iso for one in named_places(text)] == codes


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("kenya", "Kenya"),
        ("KE", "Kenya"),
        ("the Sudan", "Sudan"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("tanzania", "United Republic of Tanzania"),
        ("great lakes", "Great Lakes region"),
        ("Atlantis", None),
    ],
)
def test_people_may_type_a_country_as_they_like(typed: str, name: str | None) -> None:
    assert place_named(typed) == name


def test_names_are_those_the_un_prints() -> None:
    assert [un_name(code) for code in ("BO", "CD", "US", "VN")] == [
        "Plurinational State of Bolivia",
        "Democratic Republic of the Congo",
        "United States of America",
        "Viet Nam",
    ]
