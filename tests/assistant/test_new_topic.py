"""Follow-ups that only name another topic."""

import pytest

from assistant.new_topic import with_new_topic


@pytest.mark.parametrize(
    ("before", "topic", "meant"),
    [
        ("What did Kenya do?", "Ghana?", "What did Ghana do?"),
        ("What should parliaments do?", "what about the media?", "What should the media do?"),
        ("How can parliaments hold governments to it?", "the press?", "How can the press hold governments to it?"),
        ("What did Denmark do at home?", "the Americans?", "What did the Americans do at home?"),
        ("What must the Security Council do on the veto?", "States?", "What must States do on the veto?"),
        ("What will the UN do about it?", "what must States do?", "What must States do about it?"),
        ("How can parliaments help?", "how could the media help with this?", "How could the media help?"),
        ("What does it say about hate speech?", "about women?", "What does it say about women?"),
        ("How did the call on the veto evolve?", "hate speech?", "How did the call on hate speech evolve?"),
        ("What does it say on arms?", "who has joined?", ""),
        ("What is pillar three?", "two?", "What is pillar two?"),
        ("What is pillar three?", "pillar II?", "What is pillar II?"),
        ("Who joined the Arms Trade Treaty?", "for the refugee treaty?", "Who joined the refugee treaty?"),
    ],
)  # fmt: skip
def test_the_topic_is_replaced(before: str, topic: str, meant: str) -> None:
    assert with_new_topic(before, topic) == meant


@pytest.mark.parametrize("topic", ["why is that so difficult to do?", "memorials", "", "?"])
def test_a_topic_of_another_kind_replaces_nothing(topic: str) -> None:
    assert with_new_topic("What did Kenya do?", topic) == ""


def test_an_order_takes_no_count_s_place() -> None:
    assert with_new_topic("What five initiatives does the 2017 report list?", "the fourth?") == ""
    assert with_new_topic("What is the third pillar?", "the second?") == "What is the second pillar?"
    assert with_new_topic("What is the third pillar?", "two?") == "What is the second pillar?"
    assert with_new_topic("What is pillar three?", "the second?") == "What is pillar two?"
