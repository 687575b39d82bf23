"""How well an answer cites: the right paragraphs, all of them, and letter for letter."""

from assistant.types import Citation
from corpus.errors import CorpusError
from corpus.load import Corpus
from evals.types import Attempt


def citation_precision(attempt: Attempt) -> float:
    """Cited gold paragraphs (required or not) / cited paragraphs, each counted once; 0 if none is cited.

    Source: precision as a set measure, van Rijsbergen, Information Retrieval (1979), chapter 7.
    """
    cited = attempt.cited
    return len(set(cited) & set(attempt.case.golds)) / len(cited) if cited else 0.0


def citation_recall(attempt: Attempt) -> float:
    """Needed paragraphs that are cited / needed paragraphs; 0 for an attempt that did not answer.

    Source: recall as a set measure, van Rijsbergen, Information Retrieval (1979), chapter 7.
    """
    needed = attempt.case.needed
    return len(set(needed) & set(attempt.cited)) / len(needed) if attempt.answered else 0.0


def is_verbatim(citation: Citation, corpus: Corpus) -> bool:
    """Whether the quote is `text[start:end]` of a paragraph that exists, letter for letter, and not empty."""
    try:
        text = corpus.get(citation.id).text
    except CorpusError:
        return False
    within = 0 <= citation.start < citation.end <= len(text)
    return within and citation.quote == text[citation.start : citation.end]
