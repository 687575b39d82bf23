"""What people call the actors."""

import pytest

from assistant.registers.called import CALLED, actor_called, spans_called
from assistant.registers.types import ACTORS


@pytest.mark.parametrize(
    ("typed", "actor"),
    [
        ("the press", "civil society and media"),
        ("NGOs", "civil society and media"),
        ("MPs", "parliaments"),
        ("each country", "States"),
        ("regional bodies", "regional and subregional organizations"),
        ("Security Council", "Security Council"),
        ("my aunt", None),
    ],
)
def test_an_actor_is_known_by_what_people_call_it(typed: str, actor: str | None) -> None:
    assert actor_called(typed) == actor


def test_all_are_of_the_closed_list() -> None:
    assert set(CALLED.values()) <= set(ACTORS)


def test_actors_are_found_where_they_stand() -> None:
    text = "How can parliaments keep governments to their word, and who helps the police?"
    assert [text[start:end] for start, end in spans_called(text)] == ["parliaments", "governments", "police"]
