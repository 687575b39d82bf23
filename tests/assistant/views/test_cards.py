"""The cards of the Sources panel: the whole paragraph, the quoted words marked, and none of it markup."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from assistant.views.cards import NO_ANSWER, card_html, marked, panel_html, pasted
from assistant.views.conversation import Exchange
from assistant.views.messages import conversation_html
from assistant.views.statuses import badge
from tests.assistant.views.answers import answer, citation, paragraph
from tests.assistant.views.markup import EVIL, Reading


def test_a_card_shows_the_whole_paragraph_with_the_quoted_words_marked() -> None:
    html = card_html(citation(), 0, lambda _: paragraph())
    assert '<p class="paragraph">One. <mark>Two.</mark> Three.</p>' in html
    assert "A/73/898, para. 2" in html
    assert "I. Introduction" in html
    assert badge("official report") in html


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_marking_changes_no_letter(text: str, start: int, length: int) -> None:
    html = marked(text, start, start + length)
    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == text
    assert Reading(html).tags == ["mark"]


def test_nothing_in_a_card_becomes_markup() -> None:
    html = card_html(citation(cite=EVIL, section=(EVIL,), status=EVIL, force=EVIL), 0, lambda _: paragraph(EVIL))
    assert {"script", "img", "a"}.isdisjoint(Reading(html).tags)
    assert "onerror" not in Reading(html).attributes


def test_an_item_stands_under_its_lead_in_and_a_footnote_does_not() -> None:
    paragraphs = {"up": paragraph("The lead-in:"), "sg-2019:2": paragraph(part_of="up", kind="item")}
    assert '<p class="lead-in">The lead-in:</p>' in card_html(citation(), 0, paragraphs.__getitem__)
    paragraphs["sg-2019:2"] = paragraph(part_of="up", kind="footnote")
    assert "lead-in" not in card_html(citation(), 0, paragraphs.__getitem__)


def test_a_draft_is_unmistakable_and_names_what_became_of_it() -> None:
    paragraphs = {"sg-2019:2": paragraph(published="out"), "out": paragraph(cite="A/67/929, para. 2")}
    html = card_html(citation(status="confidential draft, superseded"), 0, paragraphs.__getitem__)
    assert 'class="card card-draft"' in html
    assert "confidential draft, superseded</span>" in html
    assert "Published as A/67/929, para. 2: cite that." in html


def test_the_force_of_a_statement_is_shown_when_it_is_known() -> None:
    assert "force" not in card_html(citation(), 0, lambda _: paragraph())
    assert ">call</span>" in card_html(citation(force="call"), 0, lambda _: paragraph())


def test_a_citation_is_ready_to_paste() -> None:
    assert pasted(citation()) == "“Two.” (A/73/898, para. 2)"


def test_the_panel_shows_the_latest_answer_and_keeps_the_earlier_ones() -> None:
    talk = (Exchange("One?", answer(), "done"), Exchange("Two?", answer(), "done"), Exchange("Three?", stage="failed"))
    html = panel_html(talk, lambda _: paragraph())
    assert '<section class="turn" data-turn="0" hidden>' in html
    assert '<section class="turn" data-turn="1">' in html
    assert 'id="source-0-1"' in html


def test_an_abstention_has_no_card_and_says_so() -> None:
    talk = (Exchange("Why?", answer("The reports do not say.", (), abstained=True), "done"),)
    html = panel_html(talk, lambda _: paragraph())
    assert NO_ANSWER in html
    assert "card" not in html
    assert 'class="answer abstention"' in conversation_html(talk)
