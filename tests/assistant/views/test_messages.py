"""The conversation as HTML: the question, who worded the answer, the lines around it, what is read aloud."""

from assistant.types import Wording
from assistant.views.conversation import Exchange
from assistant.views.messages import LONGEST_SHOWN, announcement, conversation_html
from tests.assistant.views.answers import answer, worded
from tests.assistant.views.markup import EVIL, Reading


def test_what_was_changed_stands_behind_one_line_and_other_warnings_do_not() -> None:
    told = worded(warnings=("Left out <b>.", "In English."), wording=Wording("m", "h:1", notes=("Left out <b>.",)))
    html = conversation_html((Exchange("Why?", told, "done"),))
    assert "<summary>1 thing in the model’s reply was changed or left out</summary>" in html
    assert "<li>Left out &lt;b&gt;.</li>" in html
    assert '<p class="warning">In English.</p>' in html


def test_who_worded_it_stands_under_every_answer_a_model_had_to_do_with() -> None:
    assert "byline" not in conversation_html((Exchange("Why?", answer(), "done"),))
    assert "Worded by m at h:1" in conversation_html((Exchange("Why?", worded(), "done"),))
    instead = worded(mode="extractive", model=None, warnings=("It failed.", "Other."))
    html = conversation_html((Exchange("Why?", instead, "done"),))
    assert html.index("It failed.") < html.index("So it is.") < html.index("Other.")
    assert "m at h:1 was asked" in html


def test_a_question_is_text_and_nothing_else() -> None:
    html = conversation_html([Exchange(EVIL)])
    assert {"script", "img", "a"}.isdisjoint(Reading(html).tags)
    assert EVIL in Reading(html).words


def test_a_very_long_question_is_shown_in_part() -> None:
    assert Reading(conversation_html([Exchange("x" * 50_000)])).words.count("x") == LONGEST_SHOWN


def test_a_follow_up_says_how_it_was_understood() -> None:
    assert "Understood as: Why was it so?" in conversation_html(
        [Exchange("q", answer(standalone_question="Why was it so?"))]
    )
    assert "Understood as" not in conversation_html([Exchange("q", answer(question=" Why? "))])


def test_warnings_are_shown() -> None:
    assert "Two quotations were dropped." in conversation_html(
        [Exchange("q", answer(warnings=("Two quotations were dropped.",)))]
    )


def test_a_screen_reader_hears_an_answer_once_and_whole() -> None:
    assert announcement(()) == ""
    assert announcement([Exchange("q", answer(), "answering")]) == ""
    assert announcement([Exchange("q", answer(), "done")]).startswith("1 source Para. 2: “Two.” [1]")
    assert announcement([Exchange("q", stage="failed", notice="No.")]) == "No."
