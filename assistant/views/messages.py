"""The conversation as HTML: what was asked, what was answered, and the calm lines in between."""

from collections.abc import Sequence
from html import escape

from assistant.types import Answer
from assistant.views.conversation import Exchange
from assistant.views.prose import answer_html, answer_text

# A question longer than this is shown in part; `ask` refuses it anyway and says so.
LONGEST_SHOWN = 2_000


def conversation_html(exchanges: Sequence[Exchange]) -> str:
    """The exchanges in order."""
    return "".join(exchange_html(exchange, turn) for turn, exchange in enumerate(exchanges))


def exchange_html(exchange: Exchange, turn: int) -> str:
    """A question and what came back."""
    return (
        f'<article class="exchange" id="exchange-{turn}" data-turn="{turn}" data-stage="{exchange.stage}">'
        f"{_question(exchange.question)}{_reply(exchange, turn)}{_notice(exchange)}</article>"
    )


def announcement(exchanges: Sequence[Exchange]) -> str:
    """What a screen reader is told of the latest exchange, once it is over: the answer, or why there is none."""
    if not exchanges or exchanges[-1].stage in ("waiting", "answering"):
        return ""
    latest = exchanges[-1]
    if latest.answer is None or latest.stage != "done":
        return latest.notice
    return f"{_count(latest.answer)} {answer_text(latest.answer)}"


def _question(question: str) -> str:
    shown = question if len(question) <= LONGEST_SHOWN else f"{question[:LONGEST_SHOWN]} …"
    return f'<div class="question"><h2 class="unseen">You asked</h2><p>{escape(shown)}</p></div>'


def _reply(exchange: Exchange, turn: int) -> str:
    answer = exchange.answer
    if answer is None:
        return ""
    kind = "abstention" if answer.abstained else "said"
    return (
        f'<div class="answer {kind}"><h2 class="unseen">Answer</h2>{_understood(answer)}'
        f"{answer_html(answer, turn)}{_warnings(answer)}{_tools(exchange, answer, turn)}</div>"
    )


def _understood(answer: Answer) -> str:
    if answer.standalone_question == " ".join(answer.question.split()):
        return ""
    return f'<p class="understood">Understood as: {escape(answer.standalone_question)}</p>'


def _warnings(answer: Answer) -> str:
    return "".join(f'<p class="warning">{escape(warning)}</p>' for warning in answer.warnings)


def _tools(exchange: Exchange, answer: Answer, turn: int) -> str:
    """The line under an answer. While the answer still grows there is none, so nothing jumps about."""
    if exchange.stage == "answering":
        return ""
    opens = _count(answer) if answer.citations else "Show the nearest"
    sources = f'<button type="button" class="open" data-turn="{turn}">{opens}</button>'
    copy = f'<button type="button" data-copy="{escape(answer_text(answer))}">Copy answer</button>'
    return f'<p class="tools">{sources if answer.citations or answer.nearest else ""}{copy}</p>'


def _count(answer: Answer) -> str:
    if not answer.citations:
        return "No source is cited."
    return "1 source" if len(answer.citations) == 1 else f"{len(answer.citations)} sources"


def _notice(exchange: Exchange) -> str:
    if not exchange.notice:
        return ""
    return f'<p class="notice notice-{exchange.stage}">{escape(exchange.notice)}</p>'
