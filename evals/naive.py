"""The pipeline of a first tutorial, to compare with: chunks of 1,000 characters, cosine, the first four.

It reads the same documents with the same embedder, as it is published, and knows nothing of paragraphs. A chunk
stands for the paragraphs that it holds half of, or that are half of it: what a person who opens it would find there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant.sources import Sources
from assistant.types import Answer, Citation, Retrieved
from corpus.load import Source
from corpus.types import Paragraph
from evals.errors import MissingExtraError
from evals.types import DRAFT, Case
from index.embedder import Embedder, Vectors

CHUNK, OVERLAP = 1000, 200  # characters
SHOWN = 4  # chunks; LangChain's vector stores return as many unless told otherwise
FOUND = 10  # paragraphs


@dataclass(frozen=True)
class Chunk:
    """The characters of a source from `start` on, and the paragraphs that stand there."""

    document: str
    text: str
    paragraphs: tuple[Paragraph, ...]


class NaivePipeline:
    """Answers a case with the chunks nearest to its question. Raises MissingExtraError without the splitter."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._embedder = Embedder(sources.embedder.name, adapted=False)
        self._chunks = [chunk for source in sources.corpus.sources.values() for chunk in _chunks(source, sources)]

    @cached_property
    def _vectors(self) -> Vectors:
        return self._embedder.embed([chunk.text for chunk in self._chunks])

    def answer(self, case: Case) -> Answer:
        """The four nearest chunks, as they are; it never declines."""
        cosines = self._vectors @ np.asarray(self._embedder.embed_query(case.question))
        ranked = [self._chunks[at] for at in np.argsort(-cosines, kind="stable")]
        allowed = [chunk for chunk in ranked if _is_open(chunk, case)]
        found = dict.fromkeys(one for chunk in allowed for one in chunk.paragraphs)
        cited = dict.fromkeys(one for chunk in allowed[:SHOWN] for one in chunk.paragraphs)
        return Answer(
            case.question,
            case.question,
            "\n\n".join(chunk.text for chunk in allowed[:SHOWN]),
            tuple(self._citation(n, one) for n, one in enumerate(cited, start=1)),
            retrieved=tuple(Retrieved(one.id, -float(rank)) for rank, one in enumerate(list(found)[:FOUND])),
        )

    def _citation(self, n: int, one: Paragraph) -> Citation:
        status = self._sources.corpus.documents[one.document].status
        return Citation(n, one.id, one.document, one.label, status, one.cite, one.section, one.text, 0, len(one.text))


def _is_open(chunk: Chunk, case: Case) -> bool:
    """Whether the case may be answered from a chunk: notes may stand in it beside the paragraphs of a report."""
    documents = {one.document for one in chunk.paragraphs} or {chunk.document}
    return bool(documents & set(case.documents)) if case.documents else case.include_draft or chunk.document != DRAFT


def _chunks(source: Source, sources: Sources) -> Iterator[Chunk]:
    try:
        from langchain_text_splitters import RecursiveCharacterTextSplitter
    except ImportError as error:
        raise MissingExtraError("The comparison needs a splitter: pip install 'r2p-assistant[evals]'.") from error
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
    starts = _line_starts(source.text)
    document = source.layout.body
    inside = [one for one in sources.corpus if one.document in (document, source.layout.boxes)]
    for piece in splitter.create_documents([source.text]):
        start = piece.metadata["start_index"]
        held = [one for one in inside if _stands_for(start, start + len(piece.page_content), one, starts)]
        yield Chunk(document, piece.page_content, tuple(held))


def _line_starts(text: str) -> Sequence[int]:
    """Where each line begins, line 1 first, and where the text ends."""
    lengths = [len(line) for line in text.splitlines(keepends=True)]
    return [0, *np.cumsum(lengths).tolist()]


def _stands_for(start: int, end: int, paragraph: Paragraph, starts: Sequence[int]) -> bool:
    """Whether the characters hold half of the paragraph's lines, or are half filled by them."""
    ranges = [(starts[first - 1], starts[last]) for first, last in paragraph.lines]
    shared = sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in ranges)
    return 2 * shared >= min(end - start, sum(stop - begin for begin, stop in ranges))
