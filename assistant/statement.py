"""A statement of an answer before it is written: which words of which paragraph."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """The characters `start` to `end` of a paragraph, chosen for the answer; `score` says how well they fit."""

    paragraph: str
    start: int
    end: int
    score: float
