"""Holds the corpus to its sources: every paragraph once, in order, with its own words and no others."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.canonical import canonical
from corpus.load import Corpus, Source
from corpus.tally import Tally, tally
from corpus.types import Document, Paragraph
from corpus.units import Account, Role


@dataclass(frozen=True)
class Report:
    """What the check found of one document: how many of each kind, and what is wrong (one line each)."""

    document: Document
    tally: Tally
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Accounting:
    """What became of the lines of one source that are not blank.

    `lines` counts them by role, each once; `ends` are line ends with a role of their own (a reviewer's
    balloon beside a paragraph). `differing` are the copies of a paragraph that differ from it in words.
    """

    source: str
    total: int
    lines: dict[Role, int]
    ends: int
    differing: tuple[str, ...]
    problems: tuple[str, ...]


def check(corpus: Corpus) -> tuple[Report, ...]:
    """One report a document, in the order of the catalog."""
    return tuple(_report(corpus, document) for document in corpus.documents.values())


def found_wrong(corpus: Corpus) -> tuple[str, ...]:
    """Everything that is wrong, one line each, by document and by source."""
    of_documents = [f"{one.document.id}: {problem}" for one in check(corpus) for problem in one.problems]
    of_sources = [f"{one.source}: {problem}" for one in account_for(corpus) for problem in one.problems]
    return (*of_documents, *of_sources)


def _report(corpus: Corpus, document: Document) -> Report:
    paragraphs = corpus.of(document.id)
    counts = tally(paragraphs)
    as_printed = corpus.sources[document.source].layout.as_printed  # its numbers jump where they jump
    out_of_order = () if as_printed else _out_of_order(paragraphs)
    return Report(document, counts, (*_miscounted(document, counts), *out_of_order))


def _miscounted(document: Document, counts: Tally) -> Iterator[str]:
    for kind in sorted(document.expects.keys() | counts.kinds.keys()):
        if counts.kinds.get(kind, 0) != document.expects.get(kind, 0):
            yield f"{counts.kinds.get(kind, 0)} of kind {kind}, not {document.expects.get(kind, 0)}"


def _out_of_order(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    numbers = [int(one.label) for one in paragraphs if one.kind == "paragraph" and one.label.isdigit()]
    for expected, number in enumerate(numbers, start=1):
        if number != expected:
            yield f"paragraph {number} stands where {expected} should"
            return


def account_for(corpus: Corpus) -> tuple[Accounting, ...]:
    """The accounting of every source: each line and each word of it has its place."""
    return tuple(_accounting(name, source, corpus) for name, source in corpus.sources.items())


def _accounting(name: str, source: Source, corpus: Corpus) -> Accounting:
    lines = source.text.splitlines()
    counts: Counter[Role] = Counter()
    for account in _whole(source):
        counts[account.role] += sum(bool(line.strip()) for line in lines[account.first - 1 : account.last])
    problems = (*_unaccounted(source), *_words_lost(source), *_words_of_others(source, corpus))
    ends = len({account.first for account in source.accounts if account.partial})
    total = sum(bool(line.strip()) for line in lines)
    return Accounting(name, total, dict(counts), ends, tuple(_differing(source, corpus)), problems)


def _whole(source: Source) -> list[Account]:
    return [account for account in source.accounts if not account.partial]


def _unaccounted(source: Source) -> Iterator[str]:
    """Every non-blank line belongs to one block of the reading: a unit, a heading, furniture or a repeat."""
    owners = Counter(line for one in _whole(source) for line in range(one.first, one.last + 1))
    for number, line in enumerate(source.text.splitlines(), start=1):
        if line.strip() and owners[number] != 1:
            yield f"line {number} is accounted for {owners[number]} times"


def _words_lost(source: Source) -> Iterator[str]:
    """The letters of an account, with its mark and the ends taken off its lines, are the letters of its lines."""
    lines = source.text.splitlines()
    ends: defaultdict[int, str] = defaultdict(str)
    for one in source.accounts:  # taken off from the end inwards
        ends[one.first] = one.text + ends[one.first] if one.partial else ends[one.first]
    for one in _whole(source):
        printed = "".join(
            _letters(lines[number - 1]).removesuffix(_letters(ends[number]))
            for number in range(one.first, one.last + 1)
        )
        if printed != _letters(one.mark + one.text):
            yield f"{_lines(one.first, one.last)}: {one.name} took other words than stand there"


def _words_of_others(source: Source, corpus: Corpus) -> Iterator[str]:
    """The letters of a paragraph are the letters of what is accounted to it, markup lifted out; none else."""
    taken: defaultdict[str, list[Account]] = defaultdict(list)
    for account in source.accounts:
        if account.role == "unit":
            taken[account.name].append(account)
    for name, accounts in taken.items():
        raw = " ".join(account.text for account in accounts)
        words = canonical(raw, markup=source.layout.markup).text
        if name not in corpus:
            yield f"{_lines(accounts[0].first, accounts[-1].last)}: of {name}, which is not there"
        elif _letters(words) != _letters(corpus.get(name).text):
            yield f"{name} does not have the words of its lines {corpus.get(name).lines}"


def _differing(source: Source, corpus: Corpus) -> Iterator[str]:
    for name in dict.fromkeys(one.name for one in source.accounts if one.role == "repeat" and one.name in corpus):
        for copy in corpus.get(name).repeats:
            for kept, here in copy.differs:
                yield f"line {copy.lines[0]} repeats {name} with “{here}” for “{kept}”"


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}-{last}"


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
