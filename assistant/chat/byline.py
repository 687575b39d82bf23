"""Who words an answer: the line under each, and the line under the page, so that nobody has to guess."""

from assistant.chat.endpoint import Endpoint
from assistant.types import Answer, Wording

NOTHING_LEAVES = "Answers come from this machine only; no model is configured; nothing leaves it."


def footing(endpoint: Endpoint | None) -> str:
    """Where questions go, for the page as a whole."""
    if endpoint is None:
        return NOTHING_LEAVES
    where = "on this machine" if endpoint.on_this_machine else f"at {endpoint.host}"
    return (
        f"Answers are worded by {endpoint.model} {where}, which is sent each question and the passages found for it; "
        "every citation and quotation is checked on this machine."
    )


def byline(answer: Answer) -> str:
    """Who worded an answer, how long it took and what it cost; empty if no model was asked."""
    told = answer.wording
    if told is None:
        return ""
    return " · ".join(filter(None, [_who(answer, told), _seconds(answer), _tokens(told), _cost(told)]))


def _who(answer: Answer, told: Wording) -> str:
    named = f"{told.model} at {told.host}"
    if answer.mode == "extractive":
        return f"Quoted from the reports; {named} was asked, its reply is not shown"
    return f"{named} read the passages" if answer.abstained else f"Worded by {named}, checked here"


def _seconds(answer: Answer) -> str:
    whole, first = answer.ms.get("total"), answer.ms.get("first_word")
    if whole is None:
        return ""
    return f"{whole / 1000:.1f} s" + (f", first word after {first / 1000:.2g} s" if first else "")


def _tokens(told: Wording) -> str:
    about = "" if told.counted else "about "
    return f"{about}{told.read:,} tokens read, {told.written:,} written" if told.read or told.written else ""


def _cost(told: Wording) -> str:
    if told.cost is None:
        return ""
    about = "" if told.counted else "about "
    return f"{about}${told.cost:.4f}" if told.cost < 1 else f"{about}${told.cost:.2f}"
