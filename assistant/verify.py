"""The promise, kept by code: every citation names a paragraph, every quotation stands in it letter for letter."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Citation
from corpus.load import Corpus


def verify(citations: Sequence[Citation], corpus: Corpus) -> tuple[list[Citation], list[str]]:
    """The citations that hold, renumbered from 1, and one warning for each that was dropped."""
    held: list[Citation] = []
    warnings = []
    for citation in citations:
        if fault := _fault(citation, corpus):
            warnings.append(f"Dropped a citation of {citation.id}: {fault}.")
        else:
            held.append(replace(citation, n=len(held) + 1))
    return held, warnings


def _fault(citation: Citation, corpus: Corpus) -> str:
    """What is wrong with a citation; empty if nothing is."""
    if citation.id not in corpus:
        return "there is no such paragraph"
    paragraph = corpus.get(citation.id)
    if not citation.quote or paragraph.text[citation.start : citation.end] != citation.quote:
        return "the quoted words do not stand there"
    if citation.cite != paragraph.cite:
        return "its citation is not the paragraph's"
    return ""
