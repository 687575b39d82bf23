"""The words of an answer: what was said, where it stands, and what was looked at."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Mode = Literal["extractive", "generative"]


@dataclass(frozen=True)
class Turn:
    """One message of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True)
class Citation:
    """Marker `n` of an answer: `quote` is `text[start:end]` of the paragraph `id`, letter for letter."""

    n: int
    id: str
    document: str
    paragraph: str
    status: str
    cite: str
    section: tuple[str, ...]
    quote: str
    start: int
    end: int
    force: str | None = None


@dataclass(frozen=True)
class Retrieved:
    """A paragraph the search found, with its score (higher is better; comparable within one answer)."""

    id: str
    score: float


@dataclass(frozen=True)
class Answer:
    """What `ask` returns. `answer` is Markdown with markers [1], [2] ...; `ms` are milliseconds.

    `nearest` are the paragraphs that come nearest to what is not answered; they are no answer, and no citation of one.
    """

    question: str
    standalone_question: str
    answer: str
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    abstained: bool = False
    retrieved: tuple[Retrieved, ...] = ()
    warnings: tuple[str, ...] = ()
    ms: Mapping[str, float] = field(default_factory=dict)
    id: str | None = None
    mode: Mode = "extractive"
    model: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The answer as `r2p ask --json` prints it; the keys and their order are a contract."""
        order = (
            "id", "question", "standalone_question", "mode", "model", "abstained", "answer", "citations",
            "retrieved", "warnings", "ms",
        )  # fmt: skip
        fields = asdict(self)
        return {key: fields[key] for key in order}
