"""The page itself: the real app.py in a process of its own, driven through a headless Chromium."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import exchange
import pytest
import replies
import scripted
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from corpus.load import Corpus

CHROMIUM = Path(os.environ.get("R2P_CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
REPOSITORY = Path(__file__).parents[1]
LONG = 90_000  # milliseconds; loading the model on a busy machine takes its time
QUESTION = "Does international law oblige a State to prevent atrocity crimes?"
UN_CITATION = re.compile(r"^A/\d+/\d+-S/\d+/\d+, (para\.|footnote) ")
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

needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}: install it, or name one in R2P_CHROMIUM"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """The machine's own, without what a developer has set, and as on a machine behind a proxy that is down."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("R2P_", "GRADIO_"))}
    proxy = {"HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    return {**kept, **proxy, "PYTHONPATH": str(REPOSITORY), "R2P_DATA_DIR": str(data_dir), **more}


@contextmanager
def serving(data_dir: Path, *command: str, **more: str) -> Iterator[str]:
    """The address of a page served by a process of its own, which ends with the block."""
    env = environment(data_dir, GRADIO_SERVER_PORT=str(free_port()), **more)
    arguments = [sys.executable, *(command or (str(REPOSITORY / "app.py"),))]
    with subprocess.Popen(arguments, env=env, cwd=data_dir, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = re.search(r"http://\S+", said)
            assert found, f"the page did not come up: {said!r}"
            yield found[0]
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def address(built_data_dir: Path) -> Iterator[str]:
    with serving(built_data_dir) as served:
        yield served


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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
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


def test_a_port_in_use_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ended = run_app(environment(tmp_path, GRADIO_SERVER_PORT=str(port)), tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == f"Port {port} is in use: set GRADIO_SERVER_PORT to another one.\n"


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "²"])
def test_a_port_that_is_none_is_one_line_with_the_remedy(port: str, tmp_path: Path) -> None:
    ended = run_app(environment(tmp_path, GRADIO_SERVER_PORT=port), tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == f"GRADIO_SERVER_PORT is {port!r}: set it to a port number such as 7860.\n"


def run_app(env: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, str(REPOSITORY / "app.py")]
    return subprocess.run(arguments, env=env, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def test_nothing_heavy_is_imported_before_the_page_is_up(tmp_path: Path) -> None:
    code = "import app, sys; print({'torch', 'sentence_transformers', 'chromadb'} & set(sys.modules))"
    arguments = [sys.executable, "-c", code]
    ended = subprocess.run(
        arguments, env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout == "set()\n"
