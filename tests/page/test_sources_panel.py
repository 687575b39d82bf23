"""The Sources panel: by mouse and by keyboard, copied from, and on a narrow screen."""

import re

from playwright.sync_api import Page, expect

from corpus.load import Corpus
from tests.page.chromium import needs_chromium
from tests.page.visitor import QUESTION, ask, card, marker

UN_CITATION = re.compile(r"^A/\d+/\d+-S/\d+/\d+, (para\.|footnote) ")


@needs_chromium
def test_a_marker_opens_the_paragraph_with_the_quoted_words_marked(page: Page, corpus: Corpus) -> None:
    exchange = ask(page, QUESTION)
    marker(exchange, 1).click()
    source = card(page, 0, 1)
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    expect(source).to_have_class(re.compile(r"\blit\b"))
    cited = source.locator("h3").inner_text()
    assert UN_CITATION.match(cited)
    whole = source.locator(".paragraph").text_content() or ""
    quoted = source.locator("mark").text_content() or ""
    assert quoted
    assert quoted in whole
    assert quoted in (exchange.text_content() or "")
    assert whole in [paragraph.text for paragraph in corpus if paragraph.cite == cited]


@needs_chromium
def test_the_sources_of_the_latest_answer_stand_open(page: Page) -> None:
    exchange = ask(page, QUESTION)
    expect(card(page, 0, 1)).to_be_visible()
    count = exchange.locator(".marker").count()
    expect(page.locator("#panel .card")).to_have_count(count)


@needs_chromium
def test_a_source_opens_by_keyboard_and_leads_back(page: Page) -> None:
    exchange = ask(page, QUESTION)
    marker(exchange, 1).focus()
    page.keyboard.press("Enter")
    expect(card(page, 0, 1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page, 0, 1).get_by_role("button", name="Copy citation")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(marker(exchange, 1)).to_be_focused()


@needs_chromium
def test_the_markers_of_an_earlier_answer_still_open_its_sources(page: Page) -> None:
    first = ask(page, QUESTION)
    ask(page, "What are the three pillars of the responsibility to protect?")
    expect(card(page, 0, 1)).to_be_hidden()
    expect(card(page, 1, 1)).to_be_visible()
    marker(first, 1).click()
    expect(card(page, 0, 1)).to_be_focused()
    expect(card(page, 1, 1)).to_be_hidden()


@needs_chromium
def test_a_citation_is_copied_as_it_is_pasted(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    ask(page, QUESTION)
    source = card(page, 0, 1)
    quoted, cited = source.locator("mark").text_content(), source.locator("h3").inner_text()
    source.get_by_role("button", name="Copy citation").click()
    expect(source.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"“{quoted}” ({cited})"


@needs_chromium
def test_on_a_narrow_screen_nothing_sticks_out(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    marker(ask(page, QUESTION), 1).click()
    expect(card(page, 0, 1)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
