"""The words of verification: what the model was shown, and what a sentence of its reply became."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.statement import Statement

Status = Literal["supported", "mended", "flagged", "unsupported"]

# The cosine of a text with each of several others, in their order.
Cosine = Callable[[str, Sequence[str]], Sequence[float]]

# The words of a paragraph that a sentence rests on; `cite_statements` takes them as they are.
Support = Statement


@dataclass(frozen=True)
class Shown:
    """A passage the model was shown under an opaque `key`: the characters `start` to `end` of a paragraph."""

    key: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True)
class Checked:
    """One sentence, or line of a list, of a model's reply after it was checked.

    `text` is Markdown of paragraphs and lists only, without keys and markers, and begins with the line breaks or
    the space that stood before the sentence: texts are joined as they are. Quotation marks (always “ ”) stand only
    around words that are verbatim in a cited paragraph. `citations` resolve; a sentence without facts of its own
    ("In short:") is "supported" with none. `notes` say what was dropped or changed, one line each.

    - supported: as the model wrote it.
    - mended: shown, supported after a change that `notes` tell.
    - flagged: shown with its notes: the passage is on the matter, but says it less strongly, or in other words.
    - unsupported: folded away.
    """

    text: str
    citations: tuple[Support, ...]
    status: Status
    notes: tuple[str, ...] = ()
