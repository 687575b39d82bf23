"""What the tests of the page share: the real app.py in a process of its own, and visitors in a headless Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.page.chromium import CHROMIUM, FLAGS
from tests.page.serving import serving
from tests.page.visitor import LONG, ask_button


@pytest.fixture(scope="session")
def address(built_data_dir: Path) -> Iterator[str]:
    """Of one page for every module: its process has the model to load."""
    with serving(built_data_dir) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of each module its own: while Playwright runs, no other test of this process may run an event loop."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens the page as a new visitor. At the end: no script failed, and nothing was asked of anyone else."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(url: str) -> Page:
        contexts.append(browser.new_context(viewport={"width": 1400, "height": 900}))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: _note_if_outside(request.url, wrong))
        page.goto(url)
        expect(ask_button(page)).to_be_visible(timeout=LONG)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _note_if_outside(url: str, wrong: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        wrong.append(f"asked of the outside: {url}")


@pytest.fixture
def page(visit: Callable[[str], Page], address: str) -> Page:
    return visit(address)
