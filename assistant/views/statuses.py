"""The status of a source, so that nobody takes one for another: official, advance, letter, guide, draft."""

from html import escape

# What each status means to someone who wants to rely on the source; the first word names its colour.
STATUSES = {
    "official report": ("official", "Issued by the United Nations under its symbol."),
    "advance copy": ("advance", "Issued before final editing; the wording may differ in the final text."),
    "letter to the Council": ("letter", "A Member State’s letter, with its annexes; not a United Nations report."),
    "study guide": ("guide", "Teaching notes by WFUNA; not a United Nations text."),
    "confidential draft, superseded": ("draft", "Never published; the final report replaced it. Do not cite it."),
}
_UNKNOWN = ("other", "")


def colour(status: str) -> str:
    """The name of the colour page.css gives to a status."""
    return STATUSES.get(status, _UNKNOWN)[0]


def badge(status: str) -> str:
    """The status in words; colour only repeats it."""
    says = STATUSES.get(status, _UNKNOWN)[1]
    return f'<span class="badge badge-{colour(status)}" title="{escape(says)}">{escape(status)}</span>'
