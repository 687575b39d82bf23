"""What the small words of questions tell: what is asked of a thing."""

import pytest

from index.small_words import likeness, small_words, telling_words


def test_small_words_could_stand_in_a_text_on_anything() -> None:
    assert small_words("Who has founded the Network, and since when?") == {"who", "has", "the", "and", "since", "when"}
    assert telling_words("Who has founded the Network, and since when?") == ["founded", "network"]


def test_those_who_ask_the_same_put_it_alike() -> None:
    asked = "Who founded the network?"
    assert likeness(asked, ["who set up the forum"]) > likeness(asked, ["when was the network founded"])


@pytest.mark.parametrize(
    ("others", "share"), [([], 0.0), (["who is it"], 1 / 3), (["who", "when"], 0.5), (["budget"], 0.0)]
)
def test_likeness_is_the_mean_share_of_what_both_have(others: list[str], share: float) -> None:
    assert likeness("who", others) == pytest.approx(share)


def test_of_two_without_small_words_nothing_is_known() -> None:
    assert likeness("genocide", ["memorials"]) == 0.5
