"""Statements to Markdown: grouped by document, each quotation with its paragraph and its marker."""

from collections.abc import Sequence
from itertools import groupby

from assistant.statement import Statement
from assistant.types import Citation
from corpus.load import Corpus


def cite_statements(statements: Sequence[Statement], corpus: Corpus) -> list[Citation]:
    """One citation a statement, numbered from 1 in the order they are read."""
    return [_citation(n, statement, corpus) for n, statement in enumerate(statements, start=1)]


def _citation(n: int, statement: Statement, corpus: Corpus) -> Citation:
    paragraph = corpus.get(statement.paragraph)
    document = corpus.documents[paragraph.document]
    return Citation(
        n=n, id=paragraph.id, document=document.id, paragraph=paragraph.label, status=document.status,
        cite=paragraph.cite, section=paragraph.section,
        quote=paragraph.text[statement.start : statement.end], start=statement.start, end=statement.end,
    )  # fmt: skip


def write(citations: Sequence[Citation], corpus: Corpus) -> str:
    """The answer: a line a document ("The 2017 report (advance copy):"), then its quotations."""
    lines: list[str] = []
    for document_id, group in groupby(citations, key=lambda citation: citation.document):
        document = corpus.documents[document_id]
        told = "" if document.short == document.status else f" ({document.status})"
        lines += ["", f"The {document.short}{told}:", ""]
        lines += [_bullet(citation, document.cite) for citation in group]
    return "\n".join(lines).strip()


def _bullet(citation: Citation, stem: str) -> str:
    """One quotation: where it stands in its document, its words, its marker."""
    place = citation.cite.removeprefix(stem).removeprefix(", ")
    return f"- {place[:1].upper()}{place[1:]}: “{citation.quote}” [{citation.n}]"
