"""What a visitor does on the page, and where they look."""

import re

from playwright.sync_api import Locator, Page, expect

LONG = 90_000  # milliseconds; loading the model on a busy machine takes its time
QUESTION = "Does international law oblige a State to prevent atrocity crimes?"


def ask_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Ask", exact=True)


def ask(page: Page, question: str) -> Locator:
    """Asks as a person would and returns the exchange once it is over."""
    before = page.locator(".exchange").count()
    page.get_by_label("Your question").fill(question)
    page.get_by_label("Your question").press("Enter")
    return over(page, before)


def over(page: Page, number: int) -> Locator:
    exchange = page.locator(".exchange").nth(number)
    expect(exchange).to_have_attribute("data-stage", re.compile("done|failed|stopped"), timeout=LONG)
    return exchange


def marker(exchange: Locator, n: int) -> Locator:
    return exchange.get_by_role("button", name=re.compile(rf"^Source {n}: "))


def card(page: Page, turn: int, n: int) -> Locator:
    return page.locator(f"#source-{turn}-{n}")
