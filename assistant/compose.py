"""From found paragraphs to statements: which paragraphs and sentences answer, and in which order they are read."""

from collections.abc import Iterable, Sequence

from assistant.key_sentence import key_sentence
from assistant.question import Question
from assistant.statement import Statement
from corpus.load import Corpus
from corpus.sentences import sentences
from corpus.types import Paragraph, Span, document_of
from index.types import Hit

# How far below the best a paragraph may score and still be cited; like ROOM, chosen on the dev cases.
NEAR = 0.12
# The same for what belongs together: a paragraph and its footnotes, and the notes that the guide has on it.
NEAR_A_NOTE = 0.25
AMONG = 10  # paragraphs found that may be cited
# In a comparison each document gives its best paragraph, unless it scores this far below the best of all.
SILENT_BELOW = 0.7
# It may give a second that scores no further than this below its best.
NEAR_IN_EACH = 0.1
MOST_OF_EACH = 2
MOST_PARAGRAPHS = 3
# Words quoted of the best paragraph, the second and the third; of one that comes with them; of the best if it is alone.
ROOM = (150, 100, 80)
ROOM_BESIDE = 40
ROOM_ALONE = 190
ROOM_IN_EACH = (150, 60)  # of each document that is compared
ROOM_FOR_WHOLE = 320
# Two quotations of a paragraph are made one if no more words than this stand between them.
WORDS_BRIDGED = 12
# A list is given whole when its lead-in is cited, or this many of its items are.
ITEMS_THAT_CALL_THE_LIST = 2


def compose(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> list[Statement]:
    """The statements that answer: the best first; lists and comparisons in the order of the corpus."""
    if asked.manner in ("brief", "sources"):
        return _again(hits, asked, corpus)
    told = _of_each(hits, asked) if asked.compares else _told(hits[:AMONG], asked, corpus)
    cited = told if asked.compares else _with_notes(told, hits, corpus)
    room = dict(zip((hit.paragraph for hit in told), _rooms(told, asked), strict=False))
    chosen = {hit.paragraph: _sentences(hit, corpus, room.get(hit.paragraph, ROOM_BESIDE)) for hit in cited}
    lists = _lists([hit.paragraph for hit in cited], corpus)
    for lead_in in lists:
        introduction = _statement(corpus.get(lead_in), sentences(corpus.get(lead_in).text)[-1])
        chosen[lead_in] = [*_without(introduction, chosen.get(lead_in, [])), introduction]
        chosen = _first_sentences(corpus.parts(lead_in)) | chosen
    if asked.whole:
        found = (corpus.series(hit.paragraph) or _siblings(hit.paragraph, corpus) for hit in cited)
        chosen = _first_sentences(next((series for series in found if series), ())) | chosen
    if lists or asked.whole or asked.compares:
        order = {name: place for place, name in enumerate(corpus.paragraphs)}
        chosen = {name: chosen[name] for name in sorted(chosen, key=order.__getitem__)}
    if asked.compares:
        chosen |= {one.paragraph: [*_without(one, chosen[one.paragraph]), one] for one in _keys(cited, asked, corpus)}
    key = None if lists or asked.whole or asked.compares else key_sentence(cited, asked, corpus)
    return _key_first(key, [one for name in chosen for one in merged(_without(key, chosen[name]), corpus, key)])


def _rooms(told: Sequence[Hit], asked: Question) -> Sequence[int]:
    """How many words may be quoted of each paragraph."""
    if asked.whole:
        return [ROOM_FOR_WHOLE] * len(told)
    if not asked.compares:
        return ROOM if len(told) > 1 else (ROOM_ALONE,)
    documents = [document_of(hit.paragraph) for hit in told]
    return [ROOM_IN_EACH[documents[:at].count(document)] for at, document in enumerate(documents)]


def _again(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> list[Statement]:
    """The last answer in short: of each paragraph it quotes, or of the best alone, the sentence that answers."""
    quoted = [hit for hit in hits if hit.paragraph in asked.context] or list(hits)
    kept = quoted[:1] if asked.manner == "brief" else quoted[:MOST_PARAGRAPHS]
    return [key_sentence([hit], asked, corpus) or _sentences(hit, corpus, 0)[0] for hit in kept]


def _without(key: Statement | None, statements: Iterable[Statement]) -> list[Statement]:
    return [one for one in statements if one != key]


def _keys(cited: Sequence[Hit], asked: Question, corpus: Corpus) -> list[Statement]:
    """Of each document that is compared, the sentence that has what is wanted."""
    of_each = [[hit for hit in cited if document_of(hit.paragraph) == name] for name in asked.named]
    return [key for hits in of_each if (key := key_sentence(hits, asked, corpus))]


def _key_first(key: Statement | None, statements: Sequence[Statement]) -> list[Statement]:
    """What is asked for comes first, what the same paragraph says around it next."""
    if not key:
        return list(statements)
    return [key, *sorted(statements, key=lambda one: one.paragraph != key.paragraph)]


def _near(hits: Sequence[Hit]) -> list[Hit]:
    best = max((hit.score for hit in hits), default=0.0)
    return [hit for hit in hits if hit.score >= best - NEAR][:MOST_PARAGRAPHS]


def _told(hits: Sequence[Hit], asked: Question, corpus: Corpus) -> list[Hit]:
    """The paragraphs nearest to the best; notes of a guide do not answer alone, unless the guide is asked."""
    cited = _near(hits)
    if asked.named:
        return cited
    cited = sorted(cited, key=lambda hit: corpus.get(hit.paragraph).kind == "note")  # what the reports say comes first
    if not cited or corpus.get(cited[0].paragraph).kind != "note":
        return cited
    least = max((hit.score for hit in hits), default=0.0) - NEAR_A_NOTE
    reports = [hit for hit in hits if corpus.get(hit.paragraph).kind != "note" and hit.score >= least]
    return [*cited[: MOST_PARAGRAPHS - 1], *reports[:1]]


def _with_notes(cited: Sequence[Hit], hits: Sequence[Hit], corpus: Corpus) -> list[Hit]:
    """A footnote comes after the paragraph that it is a note to, if that was found, too: alone it says little.

    The notes to a cited paragraph that were found come after it.
    """
    host = {note: hit for hit in hits for note in corpus.get(hit.paragraph).footnotes}
    with_hosts = [one for hit in cited for one in (host.get(hit.paragraph, hit), hit)]
    least = max((hit.score for hit in hits), default=0.0) - NEAR_A_NOTE
    near = {hit.paragraph: hit for hit in hits[:AMONG] if hit.score >= least}
    notes = [near[note] for hit in with_hosts for note in _notes(hit, corpus) if note in near]
    return list({hit.paragraph: hit for hit in [*with_hosts, *notes]}.values())


def _notes(hit: Hit, corpus: Corpus) -> tuple[str, ...]:
    paragraph = corpus.get(hit.paragraph)
    return (*paragraph.footnotes, *paragraph.notes)


def _of_each(hits: Sequence[Hit], asked: Question) -> list[Hit]:
    """Of each document that is compared, the paragraph that answers best, and the next if it is nearly as good."""
    of: dict[str, list[Hit]] = {name: [] for name in asked.named}
    for hit in hits:
        of.get(document_of(hit.paragraph), []).append(hit)
    least = max((hit.score for hit in hits), default=0.0) - SILENT_BELOW
    told = [found for found in of.values() if found and found[0].score >= least]
    return [hit for found in told for hit in found[:MOST_OF_EACH] if hit.score >= found[0].score - NEAR_IN_EACH]


def silent_documents(statements: Iterable[Statement], asked: Question) -> list[str]:
    """The documents that a comparison names and that nothing is quoted from."""
    quoted = {document_of(one.paragraph) for one in statements}
    return [one for one in asked.named if one not in quoted] if asked.compares else []


def _sentences(hit: Hit, corpus: Corpus, room: int) -> list[Statement]:
    """The sentences of a paragraph nearest to the question, as many as there is room for (at least one)."""
    text = corpus.get(hit.paragraph).text
    cosines = dict(hit.sentences)
    scored = sorted(((cosines.get(span, 0.0), span) for span in sentences(text)), key=lambda pair: -pair[0])
    kept: list[Statement] = []
    for _, span in scored:
        words = len(text[span.start : span.end].split())
        if not kept or words <= room:
            kept.append(Statement(hit.paragraph, span.start, span.end))
            room -= words
    return kept


def _lists(cited: Sequence[str], corpus: Corpus) -> list[str]:
    """The lead-ins whose lists the cited paragraphs call for."""
    parents = [corpus.get(name).part_of for name in cited if corpus.get(name).kind in ("item", "bullet")]
    called = [name for name in cited if corpus.parts(name)]
    called += [name for name in parents if name and parents.count(name) >= ITEMS_THAT_CALL_THE_LIST]
    return list(dict.fromkeys(called))


def _siblings(name: str, corpus: Corpus) -> list[Paragraph]:
    """The bullets under the heading of this one, where a heading is all that leads in to them."""
    bullet = corpus.get(name)
    if bullet.kind != "bullet" or bullet.part_of:
        return []
    return [one for one in corpus.of(bullet.document) if one.section == bullet.section and one.kind == "bullet"]


def _first_sentences(parts: Iterable[Paragraph]) -> dict[str, list[Statement]]:
    return {part.id: [_statement(part, sentences(part.text)[0])] for part in parts}


def _statement(paragraph: Paragraph, span: Span) -> Statement:
    return Statement(paragraph.id, span.start, span.end)


def merged(statements: Iterable[Statement], corpus: Corpus, apart: Statement | None = None) -> list[Statement]:
    """Statements of one paragraph in its order; those with next to nothing between them made one.

    A quotation that runs on reads better than two with a small hole between them, unless what stands `apart` is there.
    """
    result: list[Statement] = []
    for one in sorted(statements, key=lambda statement: statement.start):
        before = result[-1] if result else None
        if before and not _between(before, apart, one) and _words_between(before, one, corpus) <= WORDS_BRIDGED:
            result[-1] = Statement(one.paragraph, before.start, one.end)
        else:
            result.append(one)
    return result


def _between(before: Statement, apart: Statement | None, after: Statement) -> bool:
    return apart is not None and apart.paragraph == after.paragraph and before.end <= apart.start < after.start


def _words_between(before: Statement, after: Statement, corpus: Corpus) -> int:
    return len(corpus.get(after.paragraph).text[before.end : after.start].split())
