"""A statement of an answer before it is written: which words of which paragraph."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """The characters `start` to `end` of a paragraph, chosen for the answer."""

    paragraph: str
    start: int
    end: int
