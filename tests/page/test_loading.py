"""The page while its sources are on their way, and when they cannot be opened."""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.page.chromium import needs_chromium
from tests.page.serving import serving
from tests.page.visitor import LONG, QUESTION, ask, ask_button, marker, over

# The page, with sources that are opened only once someone writes into the pipe named last.
GATED = """
import sys
import app, assistant.sources
from assistant.settings import read_settings
open_at_once = assistant.sources.open_sources
def open_when_let(settings, progress):
    open(sys.argv[1]).read()
    return open_at_once(settings, progress)
assistant.sources.open_sources = open_when_let
app.main(read_settings())
"""


@needs_chromium
def test_the_page_is_up_before_its_sources_and_keeps_a_question_for_them(
    visit: Callable[[str], Page], built_data_dir: Path, tmp_path: Path
) -> None:
    os.mkfifo(gate := tmp_path / "gate")
    with serving(built_data_dir, "-c", GATED, str(gate)) as url:
        page = visit(url)
        expect(page.locator("#status")).to_have_text("Loading the language model…")
        page.get_by_label("Your question").fill(QUESTION)
        ask_button(page).click()
        expect(page.locator(".notice-waiting")).to_contain_text("Your question waits and will be answered.")
        page.get_by_role("button", name="Stop").click()
        expect(over(page, 0)).to_contain_text("Stopped.")
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(".notice-waiting")).to_contain_text("Your question waits and will be answered.")
        gate.write_text("")
        expect(marker(over(page, 0), 1)).to_be_visible()
        expect(page.locator("#status")).to_have_text("Ready")


@needs_chromium
def test_sources_that_cannot_be_opened_are_one_line_on_the_page(visit: Callable[[str], Page], tmp_path: Path) -> None:
    with serving(tmp_path, R2P_EMBEDDING_MODEL=str(tmp_path / "nothing-here")) as url:
        page = visit(url)
        expect(page.locator("#status .failed")).to_be_visible(timeout=LONG)
        line = page.locator("#status").inner_text()
        assert line
        assert "Traceback" not in line
        assert "\n" not in line
        expect(ask(page, QUESTION).locator(".notice-failed")).to_have_text(line)
