"""From found paragraphs to statements: which sentences answer, and in which order they are read."""

from collections.abc import Iterable, Sequence

from assistant.statement import Statement
from corpus.load import Corpus
from corpus.sentences import sentences
from corpus.types import Paragraph, Span
from index.types import Hit

MOST_PARAGRAPHS = 4
MOST_SENTENCES = 3  # of one paragraph
# A paragraph is cited if its nearest passage is this close to the best one's (cosine); a sentence likewise
# within its paragraph.
NEAR_PARAGRAPH = 0.10
NEAR_SENTENCE = 0.06
# A list is given whole when its lead-in is cited, or this many of its items are.
ITEMS_THAT_CALL_THE_LIST = 2


def compose(hits: Sequence[Hit], corpus: Corpus) -> list[Statement]:
    """The statements that answer, in the order of the corpus: by document, then by paragraph."""
    cited = _near(hits)
    chosen: dict[str, list[Statement]] = {hit.paragraph: _sentences(hit, corpus) for hit in cited}
    for lead_in in _lists([hit.paragraph for hit in cited], corpus):
        chosen |= _whole_list(lead_in, corpus)
    order = {name: place for place, name in enumerate(corpus.paragraphs)}
    return [one for name in sorted(chosen, key=order.__getitem__) for one in merged(chosen[name], corpus)]


def _near(hits: Sequence[Hit]) -> list[Hit]:
    best = max((hit.similarity for hit in hits), default=0.0)
    return [hit for hit in hits if hit.similarity >= best - NEAR_PARAGRAPH][:MOST_PARAGRAPHS]


def _sentences(hit: Hit, corpus: Corpus) -> list[Statement]:
    """The sentences of a paragraph nearest to the question."""
    cosines = dict(hit.sentences)
    text = corpus.get(hit.paragraph).text
    scored = [(cosines.get(span, 0.0), span) for span in sentences(text)]
    scored.sort(key=lambda pair: (-pair[0], pair[1].start))
    best = scored[0][0]
    kept = [(score, span) for score, span in scored if score >= best - NEAR_SENTENCE][:MOST_SENTENCES]
    return [Statement(hit.paragraph, span.start, span.end, score) for score, span in kept]


def _lists(cited: Sequence[str], corpus: Corpus) -> list[str]:
    """The lead-ins whose lists the cited paragraphs call for."""
    parents = [corpus.get(name).part_of for name in cited if corpus.get(name).kind in ("item", "bullet")]
    called = [name for name in cited if corpus.parts(name)]
    called += [name for name in parents if name and parents.count(name) >= ITEMS_THAT_CALL_THE_LIST]
    return list(dict.fromkeys(called))


def _whole_list(lead_in: str, corpus: Corpus) -> dict[str, list[Statement]]:
    """The last sentence of the lead-in, and each item's first sentence."""
    above = corpus.get(lead_in)
    last = sentences(above.text)[-1]
    items = {part.id: [_statement(part, sentences(part.text)[0])] for part in corpus.parts(lead_in)}
    return {lead_in: [_statement(above, last)], **items}


def _statement(paragraph: Paragraph, span: Span) -> Statement:
    return Statement(paragraph.id, span.start, span.end, 1.0)


def merged(statements: Iterable[Statement], corpus: Corpus) -> list[Statement]:
    """Statements of one paragraph in its order; those with only white space between them made one."""
    result: list[Statement] = []
    for one in sorted(statements, key=lambda statement: statement.start):
        before = result[-1] if result else None
        if before and not corpus.get(one.paragraph).text[before.end : one.start].strip():
            result[-1] = Statement(one.paragraph, before.start, one.end, max(before.score, one.score))
        else:
            result.append(one)
    return result
