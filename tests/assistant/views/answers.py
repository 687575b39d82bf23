"""An answer, its citation and its paragraph: small ones, of which a test says only what matters to it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Answer, Citation, Wording
from corpus.types import Paragraph


def paragraph(text: str = "One. Two. Three.", **changes: object) -> Paragraph:
    whole = Paragraph(
        "sg-2019:2", "sg-2019", "2", "paragraph", ("I. Introduction",), text, ((1, 1),), "A/73/898, para. 2"
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def citation(n: int = 1, **changes: object) -> Citation:
    whole = Citation(
        n=n, id="sg-2019:2", document="sg-2019", paragraph="2", status="official report", cite="A/73/898, para. 2",
        section=("I. Introduction",), quote="Two.", start=5, end=9,
    )  # fmt: skip
    return replace(whole, **changes)  # type: ignore[arg-type]


def answer(
    text: str = "- Para. 2: “Two.” [1]", citations: Sequence[Citation] = (citation(),), **changes: object
) -> Answer:
    whole = Answer(question="Why?", standalone_question="Why?", answer=text, citations=tuple(citations))
    return replace(whole, **changes)  # type: ignore[arg-type]


def worded(**changes: object) -> Answer:
    told = {"mode": "generative", "model": "m", "wording": Wording("m", "h:1", 1, 10, 5), **changes}
    return answer("So it is. [1]", **told)
