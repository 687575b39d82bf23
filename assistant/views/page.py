"""The page: what happens when someone asks, stops, asks again or clears."""

from collections.abc import AsyncIterator
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.chat.endpoint import Endpoint
from assistant.views.asking import Choice, conversing
from assistant.views.cards import legend_html, panel_html
from assistant.views.conversation import Conversation, stopped
from assistant.views.layout import TITLE, Parts, document_choices, lay_out, where
from assistant.views.loading import Loading
from assistant.views.messages import announcement, conversation_html
from corpus.catalog import read_catalog

Updates = dict[Any, Any]
# A listener of the page is not an API of the project; and the page draws its own progress.
PRIVATE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": None}


def build(loading: Loading, endpoint: Endpoint | None = None) -> gr.Blocks:
    """The page over sources that may still be loading; `endpoint` is the chat model that words its answers."""
    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        parts = lay_out(read_catalog().documents, endpoint)
        _keep_told(page, parts, loading)
        _say_where(parts)
        _take_questions(parts, loading)
    return page


def head() -> str:
    """The style and the script of the page, as they go into its head.

    Gradio's own `css` parameter rewrites selectors and drops the rules it does not know.
    """
    here = Path(__file__)
    css, js = (here.with_name(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    return f"<style>{css}</style><script>{js}</script>"


def view(parts: Parts, talk: Conversation, loading: Loading) -> Updates:
    """What the page shows of a conversation."""
    running = bool(talk) and talk[-1].stage in ("waiting", "answering")
    updates: Updates = {
        parts.talk: talk,
        parts.conversation: conversation_html(talk),
        parts.told: announcement(talk),
        parts.welcome: gr.update(visible=not talk),
        parts.ask: gr.update(visible=not running),
        parts.stop: gr.update(visible=running),
        parts.again: gr.update(visible=bool(talk) and not running),
        parts.clear: gr.update(visible=bool(talk) and not running),
    }
    if not running and loading.sources is not None:
        updates[parts.panel] = panel_html(talk, loading.sources.corpus.get)
    return updates


def status_html(loading: Loading) -> str:
    """How loading goes, in a word or a line."""
    how = "loading" if not loading.over else "failed" if loading.error else "ready"
    return f'<span class="{how}">{escape(loading.status)}</span>'


def _keep_told(page: gr.Blocks, parts: Parts, loading: Loading) -> None:
    """Shows how loading goes, until it is over."""

    async def tell() -> AsyncIterator[Updates]:
        async for _ in loading.news():
            yield {parts.status: status_html(loading)}
        yield {parts.status: status_html(loading)}
        if loading.sources is not None:
            yield {parts.documents: gr.update(choices=document_choices(loading.sources.corpus.documents))}

    page.load(tell, outputs=[parts.status, parts.documents], **PRIVATE)


def _say_where(parts: Parts) -> None:
    """Keeps the line above the closed choices true."""

    def say(documents: list[str], draft: bool) -> Any:
        return gr.update(label=where(documents, draft))

    for choice in (parts.documents, parts.draft):
        choice.input(say, [parts.documents, parts.draft], parts.choices, **PRIVATE)


def _take_questions(parts: Parts, loading: Loading) -> None:
    """Ask, the examples and Ask again all lead to one answer; Stop ends any of them."""
    options = [parts.talk, parts.documents, parts.draft]
    outputs = [*view(parts, (), loading), parts.panel, parts.question]

    async def ask(question: str, talk: Conversation, documents: list[str], draft: bool) -> AsyncIterator[Updates]:
        choice = Choice(documents or None, draft)
        async for now in conversing(question.strip(), talk, choice, loading):
            yield view(parts, now, loading)

    async def take(question: str, talk: Conversation, documents: list[str], draft: bool) -> AsyncIterator[Updates]:
        yield {parts.question: ""}
        if question.strip():
            async for updates in ask(question, talk, documents, draft):
                yield updates

    async def repeat(talk: Conversation, documents: list[str], draft: bool) -> AsyncIterator[Updates]:
        if talk:
            async for updates in ask(talk[-1].question, talk[:-1], documents, draft):
                yield updates

    typed = [parts.question.submit, parts.ask.click]
    running = [gr.on(typed, take, [parts.question, *options], outputs, **PRIVATE)]
    running += [example.click(take, [example, *options], outputs, **PRIVATE) for example in parts.examples]
    running += [parts.again.click(repeat, options, outputs, **PRIVATE)]
    _stop_and_clear(parts, loading, outputs, running)


def _stop_and_clear(parts: Parts, loading: Loading, outputs: list[Any], running: list[Any]) -> None:
    def stop(talk: Conversation) -> Updates:
        return view(parts, stopped(talk), loading)

    def clear() -> Updates:
        return {**view(parts, (), loading), parts.panel: legend_html()}

    parts.stop.click(stop, [parts.talk], outputs, cancels=running, **PRIVATE)
    parts.clear.click(clear, None, outputs, cancels=running, **PRIVATE)
