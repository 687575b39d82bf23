"""Statements to Markdown: a line a document that says what it is, then its quotations with place and marker."""

from collections.abc import Sequence

from assistant.lead_ins import lead_ins
from assistant.phrases import listed
from assistant.statement import Statement
from assistant.types import Citation
from corpus.load import Corpus
from corpus.number_words import CARDINALS
from corpus.types import Document

_IN_WORDS = 10  # numbers up to this one
_MOST_PLACES = 4  # that the line above the quotations names


def cite_statements(statements: Sequence[Statement], corpus: Corpus) -> list[Citation]:
    """One citation a statement, numbered from 1 in the order they are read: a document after the other."""
    of = [corpus.get(statement.paragraph).document for statement in statements]
    read = sorted(range(len(statements)), key=lambda at: of.index(of[at]))
    return [_citation(n, statements[at], corpus) for n, at in enumerate(read, start=1)]


def _citation(n: int, statement: Statement, corpus: Corpus) -> Citation:
    paragraph = corpus.get(statement.paragraph)
    document = corpus.documents[paragraph.document]
    return Citation(
        n=n, id=paragraph.id, document=document.id, paragraph=paragraph.label, status=document.status,
        cite=paragraph.cite, section=paragraph.section,
        quote=paragraph.text[statement.start : statement.end], start=statement.start, end=statement.end,
    )  # fmt: skip


def write(citations: Sequence[Citation], corpus: Corpus, silent: Sequence[str] = (), *, forces: bool = False) -> str:
    """The answer, a block a document, in the order they are first cited.

    The documents that are `silent` have a block, too, which says so; then all stand in the order of the catalog.
    With `forces` each quotation is told with how strongly it asks.
    """
    cited = list(dict.fromkeys(citation.document for citation in citations))
    ids = [one for one in corpus.documents if one in cited or one in silent] if silent else cited
    return "\n\n".join(
        _block([citation for citation in citations if citation.document == one], corpus.documents[one], corpus, forces)
        for one in ids
    )


def write_refusal(reason: str, nearest: Sequence[Citation]) -> str:
    """Why the reports do not answer; in a line of its own, what comes nearest."""
    if not nearest:
        return reason
    return f"{reason}\n\nThe nearest the reports come: {listed([f'{one.cite} ({one.status})' for one in nearest])}."


def _block(citations: Sequence[Citation], document: Document, corpus: Corpus, forces: bool) -> str:
    if not citations:
        return f"The {document.short} says nothing of it that was found."
    opening = _opening(citations, document, corpus)
    told = len({citation.id for citation in citations}) == 1 and opening.endswith(_place(citations[0], document.cite))
    above = lead_ins(citations, corpus)
    before = [
        ("" if told else _place(one, document.cite), _force(one, forces), above.get(one.n, "")) for one in citations
    ]
    lines = [_bullet(citation, *words) for citation, words in zip(citations, before, strict=True)]
    return "\n".join([f"{opening}:", "", *lines])


def _opening(citations: Sequence[Citation], document: Document, corpus: Corpus) -> str:
    """What the quotations below it are: "The 2017 report (advance copy) lists four points in para. 47"."""
    told = "" if document.short == document.status else f" ({document.status})"
    ids = list(dict.fromkeys(citation.id for citation in citations))
    parts = [part.id for part in corpus.parts(ids[0])]
    if len(ids) > 2 and set(ids[1:]) == set(parts):
        count = len(ids) - 1
        points = f"{CARDINALS[count] if count <= _IN_WORDS else count} points"
        return f"The {document.short}{told} lists {points} in {_place(citations[0], document.cite)}"
    return f"The {document.short}{told}{_says_where(citations, document.cite)}"


def _says_where(citations: Sequence[Citation], stem: str) -> str:
    """Where a document answers, if that is said in a few words: " says in paras. 16 and 20"."""
    places = list(dict.fromkeys(_place(citation, stem) for citation in citations))
    numbers = [place.removeprefix("para. ") for place in places]
    if len(places) > _MOST_PLACES or any("," in place or place in numbers for place in places):
        return ""
    return f" says in {'para.' if len(numbers) == 1 else 'paras.'} {listed(numbers)}"


def _bullet(citation: Citation, place: str, force: str, lead_in: str) -> str:
    """One quotation: where it stands in its document (unless the opening has said so), its words, its marker."""
    where = ", ".join(filter(None, [place, force, lead_in and f"under “{lead_in}”"]))
    where = f"{where[:1].upper()}{where[1:]}: " if where else ""
    return f"- {where}“{citation.quote}” [{citation.n}]"


def _force(citation: Citation, forces: bool) -> str:
    """How strongly a quotation asks, where that is asked; of a proposal always, or it would read as a demand."""
    return citation.force or "" if forces or citation.force == "reported proposal" else ""


def _place(citation: Citation, stem: str) -> str:
    return citation.cite.removeprefix(stem).removeprefix(", ")
