"""What leads in to an item of a list: who asks it of whom, and how firmly. Alone an item does not say so."""

from collections.abc import Sequence

from assistant.types import Citation
from corpus.load import Corpus
from corpus.sentences import sentences
from corpus.types import Span


def lead_ins(citations: Sequence[Citation], corpus: Corpus) -> dict[int, str]:
    """What leads in to the item that a citation quotes, by marker: once for each list, and not where it is cited."""
    found: dict[str, int] = {}
    for citation in citations:
        above = corpus.get(citation.id).part_of or ""
        if corpus.get(citation.id).kind in ("item", "bullet") and above in corpus:
            found.setdefault(above, citation.n)
    spans = {above: sentences(corpus.get(above).text)[-1] for above in found}
    return {
        n: _words(corpus.get(above).text, spans[above])
        for above, n in found.items()
        if not any(one.id == above and _overlap(one, spans[above]) for one in citations)
    }


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end].rstrip(" :")


def _overlap(one: Citation, span: Span) -> bool:
    return one.start < span.end and span.start < one.end
