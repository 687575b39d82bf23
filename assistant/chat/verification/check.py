"""One sentence of a model's reply, checked against the passages it was shown: the story of verification."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from assistant.chat.verification.evidence import Passage, read_passages
from assistant.chat.verification.keys import Cited, is_clean, take_keys
from assistant.chat.verification.mentions import Referring, hold, without_references
from assistant.chat.verification.plain import Line, read_line
from assistant.chat.verification.quotations import Quoted, settle
from assistant.chat.verification.structure import is_silence, is_structural, spoken_of
from assistant.chat.verification.support import Finding, attribute, supported_by
from assistant.chat.verification.types import Checked, Cosine, Shown, Status, Support
from corpus.load import Corpus

LONGEST = 3_000  # characters; what is longer is no sentence, and is not looked at


@dataclass(frozen=True)
class _Read:
    """A sentence taken apart, and the passages that may bear it."""

    line: Line
    keys: Cited
    quoted: Quoted
    cited: Sequence[Passage]  # by a key, or by a quotation that stands there
    passages: Mapping[str, Passage]
    corpus: Corpus

    @property
    def every(self) -> list[Passage]:
        """All that was shown."""
        return list(self.passages.values())


def check_sentence(sentence: str, shown: Mapping[str, Shown], corpus: Corpus, cosine: Cosine) -> Checked:
    """The sentence as it may be shown. `shown` is by key. Never raises, whatever the sentence is."""
    if len(sentence) > LONGEST:
        return Checked("", (), "unsupported", (f"Left out {len(sentence)} characters that have no full stop.",))
    read = _taken_apart(sentence, shown, corpus)
    if not read.quoted.supports and (told := _without_facts(read)):
        return told
    facts = without_references(read.quoted.words, corpus)
    finding = _supported(facts, read, cosine)
    if not finding.faults:
        return _shown(read, finding)
    if found := attribute(facts, [one for one in read.every if one not in read.cited], cosine):
        return _shown(read, found, *_given(read, found))
    return _left_out(read, finding.faults)


def _supported(facts: str, read: _Read, cosine: Cosine) -> Finding:
    if not read.cited:
        return Finding(faults=("no passage is cited for it",))
    return supported_by(facts, read.cited, {one.paragraph for one in read.quoted.supports}, cosine)


def _taken_apart(sentence: str, shown: Mapping[str, Shown], corpus: Corpus) -> _Read:
    line = read_line(sentence)
    passages = read_passages(shown, corpus)
    keys = take_keys(line.words, shown)
    cited = [passages[key] for key in keys.known if key in passages]
    quoted = settle(keys.words, cited, [one for one in passages.values() if one not in cited], shown)
    bearing = {one.paragraph for one in quoted.supports} - {one.paragraph.id for one in cited}
    found = [one for one in passages.values() if one.paragraph.id in bearing]
    return _Read(line, keys, quoted, [*cited, *found], passages, corpus)


def _without_facts(read: _Read) -> Checked | None:
    """What leads on to other sentences, or says that nothing was found, needs no citation; None for any other."""
    words = read.quoted.words
    text = _joined(read, [hold(words, read.every, read.corpus).words])
    if not any(sign.isalnum() for sign in words):
        return Checked("", (), "supported", tuple(_dropped_keys(read)))
    if is_silence(words):
        if spoken_of(without_references(words, read.corpus), read.every):
            return _left_out(read, ["a passage that was found does speak of it"])
        return _gated(read, Checked(text, (), "supported", tuple(_dropped_keys(read))))
    if not read.quoted.unquoted and is_structural(words, read.every, heading=read.line.heading):
        return _gated(read, Checked(text, (), "supported", tuple(_dropped_keys(read))))
    return None


def _shown(read: _Read, finding: Finding, *given: str) -> Checked:
    """The sentence with what supports it, and what was changed on the way."""
    near = [one.passage for one in finding.near]
    bearing = [*near, *(one for one in read.cited if one not in near and _is_quoted(one, read))]
    parts = [
        Referring(one.shown) if one.support else hold(one.text, bearing, read.corpus) for one in read.quoted.segments
    ]
    references = [line for part in parts for line in part.dropped]
    doubts = [*read.quoted.unquoted, *finding.doubts]
    if references and any(part.kept for part in parts):
        doubts.append("It speaks of a document that is not cited beside one that is.")
    changes = [*_dropped_keys(read), *_dropped_citations(read, bearing), *given, *read.quoted.mended, *references]
    status: Status = "flagged" if doubts else "mended" if changes else "supported"
    notes = tuple(f"In {_excerpt(read)}: {line}" for line in (*doubts, *changes))
    text = _joined(read, [part.words for part in parts])
    return _gated(read, Checked(text, tuple(_citations(read, finding)), status, notes))


def _citations(read: _Read, finding: Finding) -> Iterator[Support]:
    """The quoted words, and for each passage that nothing is quoted from, the sentences that come nearest."""
    yield from read.quoted.supports
    for one in finding.near:
        if not _is_quoted(one.passage, read):
            yield Support(one.passage.paragraph.id, one.window.span.start, one.window.span.end)


def _is_quoted(passage: Passage, read: _Read) -> bool:
    return any(one.paragraph == passage.paragraph.id for one in read.quoted.supports)


def _left_out(read: _Read, faults: Sequence[str]) -> Checked:
    text = _joined(read, [hold(read.quoted.words, read.cited, read.corpus).words])
    return _gated(read, Checked(text, (), "unsupported", (f"Left out {_excerpt(read)}: {'; '.join(faults)}.",)))


def _gated(read: _Read, checked: Checked) -> Checked:
    """The last look: nothing that could pass for a marker leaves here, whatever was overlooked before."""
    if is_clean(checked.text, read.passages):
        return checked
    return Checked("", (), "unsupported", ("Left out a sentence with marks that cannot be told from citations.",))


def _joined(read: _Read, parts: Sequence[str]) -> str:
    words = "".join(parts).strip()
    return read.line.lead + words if words else ""


def _given(read: _Read, found: Finding) -> list[str]:
    cite = found.near[0].passage.paragraph.cite
    return [
        f"It was cited to another passage; it stands in {cite}." if read.cited else f"The citation of {cite} was added."
    ]


def _dropped_keys(read: _Read) -> list[str]:
    unknown = len(read.keys.unknown)
    return [f"{unknown} citation{'s' * (unknown > 1)} of no passage that was found: dropped."] if unknown else []


def _dropped_citations(read: _Read, bearing: Sequence[Passage]) -> list[str]:
    dropped = dict.fromkeys(one.paragraph.cite for one in read.cited if one not in bearing)
    return [f"The citation of {cite} was dropped: it does not say this." for cite in dropped]


def _excerpt(read: _Read) -> str:
    return f"“{shorten(read.quoted.words, 60, placeholder=' …')}”"
