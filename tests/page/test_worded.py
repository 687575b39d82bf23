"""Answers in a chat model's words on the page: streamed, checked, stopped, and replaced when the model fails."""

from collections.abc import Callable, Iterator
from pathlib import Path

import exchange
import pytest
import replies
import scripted
from playwright.sync_api import Page, expect

from corpus.load import Corpus
from tests.page.chromium import needs_chromium
from tests.page.serving import serving
from tests.page.visitor import LONG, QUESTION, ask, ask_button, card, marker, over


@pytest.fixture(scope="module")
def model() -> Iterator[scripted.Scripted]:
    """A scripted server that stands in for a chat model, called "mixed": some of what it says does not hold."""

    def mixed(request: exchange.Request) -> exchange.Reply:
        if "stalls" in request.messages[-1]["content"].rsplit("Question:", 1)[-1]:
            return replies.stalls(request)
        return exchange.Reply(f"{replies.cited(request.passages)}\n\nThe moon is made of green cheese. [k00000]")

    with scripted.serving() as served:
        served.scripts["mixed"] = mixed
        yield served


@pytest.fixture(scope="module")
def worded_address(built_data_dir: Path, model: scripted.Scripted) -> Iterator[str]:
    with serving(built_data_dir, R2P_CHAT_MODEL="openai:mixed", R2P_CHAT_BASE_URL=model.url) as served:
        yield served


@needs_chromium
def test_a_model_s_answer_names_who_worded_it_and_folds_away_what_does_not_hold(
    visit: Callable[[str], Page], worded_address: str, model: scripted.Scripted, corpus: Corpus
) -> None:
    page = visit(worded_address)
    expect(page.locator("#footing")).to_contain_text("Answers are worded by mixed on this machine")
    exchange = ask(page, QUESTION)
    expect(exchange.locator(".byline")).to_contain_text(f"Worded by mixed at {model.url.split('/')[2]}, checked here")
    expect(exchange.get_by_text("green cheese")).to_be_hidden()
    exchange.locator(".notes summary").click()
    expect(exchange.get_by_text("green cheese")).to_be_visible()
    expect(exchange.locator(".unchecked")).to_have_count(0)
    marker(exchange, 1).click()
    source = card(page, 0, 1)
    expect(source).to_be_focused()
    assert source.locator("mark").text_content() in (exchange.locator(".answer").text_content() or "")
    assert source.locator(".paragraph").text_content() in [paragraph.text for paragraph in corpus]


@needs_chromium
def test_words_come_unchecked_first_and_stop_ends_them(visit: Callable[[str], Page], worded_address: str) -> None:
    page = visit(worded_address)
    page.get_by_label("Your question").fill("What is a national focal point, if the reply stalls?")
    ask_button(page).click()
    expect(page.locator(".unchecked")).to_be_visible(timeout=LONG)
    expect(page.locator(".exchange")).to_have_attribute("aria-busy", "true")
    page.get_by_role("button", name="Stop").click()
    exchange = over(page, 0)
    expect(exchange).to_have_attribute("data-stage", "stopped")
    expect(exchange.locator(".unchecked")).to_have_count(0)
    expect(ask(page, QUESTION).locator(".byline")).to_be_visible()


@needs_chromium
def test_two_visitors_are_answered_at_once(visit: Callable[[str], Page], worded_address: str) -> None:
    first, second = visit(worded_address), visit(worded_address)
    first.get_by_label("Your question").fill("What is a national focal point, if the reply stalls?")
    ask_button(first).click()
    expect(first.locator(".unchecked")).to_be_visible(timeout=LONG)
    expect(marker(ask(second, QUESTION), 1)).to_be_visible()
    expect(first.locator(".exchange")).to_have_attribute("data-stage", "answering")


@needs_chromium
def test_a_model_that_fails_leaves_the_extractive_answer_and_says_why(
    visit: Callable[[str], Page], built_data_dir: Path, model: scripted.Scripted
) -> None:
    with serving(built_data_dir, R2P_CHAT_MODEL="openai:status-401", R2P_CHAT_BASE_URL=model.url) as url:
        exchange = ask(visit(url), QUESTION)
        expect(exchange.locator(".replaced")).to_contain_text("it refused the key")
        expect(marker(exchange, 1)).to_be_visible()
        expect(exchange.locator(".byline")).to_contain_text("Quoted from the reports")
