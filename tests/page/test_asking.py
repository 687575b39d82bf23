"""Asking on the page: what is asked and what is not, where it looks, and that each visitor has their own."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.page.chromium import needs_chromium
from tests.page.visitor import QUESTION, ask, ask_button, over


@needs_chromium
def test_markup_in_a_question_is_shown_as_text(page: Page) -> None:
    evil = (
        "What is a pillar? <script>window.hurt = 1</script><img src=x onerror='window.hurt = 2'> **b** {{7*7}} ${7*7}"
    )
    exchange = ask(page, evil)
    expect(exchange.locator(".question p")).to_have_text(evil)
    expect(page.locator(".exchange").locator("script, img, a, b, strong")).to_have_count(0)
    assert page.evaluate("window.hurt") is None


@needs_chromium
def test_a_paragraph_that_does_not_exist_is_a_calm_abstention_without_sources(page: Page) -> None:
    exchange = ask(page, "What does paragraph 999 of the 2019 report say?")
    expect(exchange.locator(".abstention")).to_be_visible()
    expect(page.locator("#panel .card")).to_have_count(0)
    expect(page.locator("#panel")).to_contain_text("No source is cited: the reports do not answer this.")


@needs_chromium
def test_a_question_that_is_far_too_long_gets_one_line(page: Page) -> None:
    exchange = ask(page, "x" * 50_000)
    expect(exchange.locator(".notice-failed")).to_contain_text("shorten it")
    assert "\n" not in exchange.locator(".notice-failed").inner_text()


@needs_chromium
def test_a_blank_question_is_not_asked(page: Page) -> None:
    page.get_by_label("Your question").fill("   ")
    ask_button(page).click()
    expect(page.get_by_label("Your question")).to_have_value("")
    expect(page.locator(".exchange")).to_have_count(0)


@needs_chromium
def test_an_example_is_asked_by_a_click_asked_again_and_cleared(page: Page) -> None:
    page.get_by_role("button", name=QUESTION).click()
    over(page, 0)
    page.get_by_role("button", name="Ask again").click()
    over(page, 0)
    expect(page.locator(".exchange")).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page.locator("#panel .card")).to_have_count(0)
    expect(page.get_by_role("button", name=QUESTION)).to_be_visible()


@needs_chromium
def test_only_the_chosen_documents_and_the_draft_are_searched(page: Page) -> None:
    opener = page.get_by_role("button", name=re.compile("Where to look"))
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.get_by_label("2019 report").check()
    expect(opener).to_contain_text("only one text")
    expect(page.get_by_label("2019 report")).to_be_visible()
    ask(page, QUESTION)
    assert set(page.locator("#panel .card .badge").all_inner_texts()) == {"official report"}
    for cited in page.locator("#panel .card h3").all_inner_texts():
        assert cited.startswith("A/73/898")
    page.get_by_label("2019 report").uncheck()
    page.get_by_label("Include the confidential draft").check()
    expect(opener).to_contain_text("every text, and the confidential draft")
    ask(page, "What did the confidential draft say about the risk of atrocity crimes?")
    expect(page.locator("#panel .card:visible.card-draft").first).to_be_visible()


@needs_chromium
def test_visitors_do_not_see_each_other(page: Page, visit: Callable[[str], Page], address: str) -> None:
    other = visit(address)
    ask(page, QUESTION)
    expect(other.locator(".exchange")).to_have_count(0)
    ask(other, "What are the three pillars of the responsibility to protect?")
    expect(page.locator(".exchange")).to_have_count(1)
    expect(page.locator(".question")).to_contain_text(QUESTION)
