"""The parts of the page and where they stand; page.css draws them, page.py brings them to life."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import gradio as gr

from assistant.chat.byline import footing
from assistant.chat.endpoint import Endpoint
from assistant.views.cards import legend_html
from assistant.views.examples import EXAMPLES
from corpus.types import Document

TITLE = "R2P Assistant"
ABOUT = "The responsibility to protect, in the words of the United Nations’ own texts"
INVITATION = "Ask the texts"
PROMISE_OF_A_MODEL = (
    "Answers are worded by a chat model and held to the texts: each statement carries the paragraph it rests on, each"
    " quotation is checked letter for letter. What they do not say, the answer leaves out."
)
PROMISE = (
    "Answers are their own words, letter for letter, each with the paragraph it stands in."
    " Where they do not say, the answer says so."
)
PANEL = '<section aria-labelledby="sources-title"><h2 id="sources-title">Sources</h2>${value}</section>'
DRAFT = "Include the confidential draft of the 2013 report"
DRAFT_WARNING = "It was never published and is superseded. It is always labelled; do not cite it."


@dataclass(frozen=True)
class Parts:
    """Every part of the page that something happens to."""

    talk: gr.State
    status: gr.HTML
    welcome: gr.Column
    examples: tuple[gr.Button, ...]
    conversation: gr.HTML
    told: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    again: gr.Button
    clear: gr.Button
    choices: gr.Accordion
    documents: gr.CheckboxGroup
    draft: gr.Checkbox
    panel: gr.HTML


def lay_out(documents: Mapping[str, Document], endpoint: Endpoint | None) -> Parts:
    """Builds the page inside the open Blocks and returns its parts."""
    talk = gr.State(())
    status = _header()
    with gr.Row(elem_id="rooms"):
        with gr.Column(elem_id="talk", min_width=0):
            with gr.Column(elem_id="talk-scroll", min_width=0):
                welcome, examples = _welcome(PROMISE if endpoint is None else PROMISE_OF_A_MODEL)
                conversation = _html("", "conversation")
                told = _html("", "told", '<p class="unseen" role="status">${value}</p>')
            question, ask, stop = _composer()
            with gr.Row(elem_id="below"):
                choices, chosen, draft = _choices(documents)
                again, clear = _afterwards()
            _html(f"<p>{escape(footing(endpoint))}</p>", "footing")
        with gr.Column(elem_id="sources", min_width=0):
            panel = _html(legend_html(), "panel", PANEL)
    return Parts(
        talk=talk, status=status, welcome=welcome, examples=examples, conversation=conversation, told=told,
        question=question, ask=ask, stop=stop, again=again, clear=clear, choices=choices,
        documents=chosen, draft=draft, panel=panel,
    )  # fmt: skip


def document_choices(documents: Mapping[str, Document]) -> list[tuple[str, str]]:
    """The documents one may choose between, as people call them; the draft has a box of its own."""
    return [(_called(document), document.id) for document in documents.values() if not document.confidential]


def where(documents: Sequence[str], draft: bool) -> str:
    """What a choice of documents comes to, in words that stand above it when it is closed."""
    if not documents:
        return (
            "Where to look: every text, and the confidential draft"
            if draft
            else "Where to look: every text but the draft"
        )
    chosen = "one text" if len(documents) == 1 else f"{len(documents)} texts"
    return f"Where to look: only {chosen}" + (", and the confidential draft" if draft else "")


def _called(document: Document) -> str:
    name = f"{document.short[:1].upper()}{document.short[1:]}"
    return name if document.status == document.short else f"{name} · {document.status}"


def _header() -> gr.HTML:
    with gr.Row(elem_id="masthead"):
        _html(f"<h1>{TITLE}</h1><p>{ABOUT}</p>", "title")
        return _html("Starting…", "status", '<p role="status" class="news">${value}</p>')


def _welcome(promise: str) -> tuple[gr.Column, tuple[gr.Button, ...]]:
    buttons: list[gr.Button] = []
    with gr.Column(elem_id="welcome", min_width=0) as welcome:
        _html(f"<h2>{INVITATION}</h2><p>{promise}</p>", "invitation")
        with gr.Column(elem_id="examples", min_width=0):
            for audience, questions in EXAMPLES.items():
                with gr.Column(elem_classes="audience", min_width=0):
                    _html(f"<h3>{audience}</h3>", None)
                    buttons += [gr.Button(question, elem_classes="example") for question in questions]
    return welcome, tuple(buttons)


def _composer() -> tuple[gr.Textbox, gr.Button, gr.Button]:
    with gr.Row(elem_id="composer"):
        question = gr.Textbox(
            label="Your question", placeholder="Ask a question", lines=1, max_lines=6,
            autofocus=True, container=False, scale=1, elem_id="question",
        )  # fmt: skip
        ask = gr.Button("Ask", variant="primary", scale=0, min_width=84, elem_id="ask")
        stop = gr.Button("Stop", variant="stop", scale=0, min_width=84, elem_id="stop", visible=False)
    return question, ask, stop


def _afterwards() -> tuple[gr.Button, gr.Button]:
    again = gr.Button("Ask again", size="sm", scale=0, min_width=0, visible=False, elem_id="again")
    clear = gr.Button("Clear", size="sm", scale=0, min_width=0, visible=False, elem_id="clear")
    return again, clear


def _choices(documents: Mapping[str, Document]) -> tuple[gr.Accordion, gr.CheckboxGroup, gr.Checkbox]:
    with gr.Accordion(where([], False), open=False, elem_id="choices") as choices:
        chosen = gr.CheckboxGroup(
            document_choices(documents), label="Look only in (all, unless you choose)", elem_id="documents"
        )
        draft = gr.Checkbox(label=DRAFT, info=DRAFT_WARNING, elem_id="draft")
    return choices, chosen, draft


def _html(value: str, elem_id: str | None, template: str = "${value}") -> gr.HTML:
    return gr.HTML(
        value, html_template=template, js_on_load=None, elem_id=elem_id, apply_default_css=False, padding=False
    )  # fmt: skip
