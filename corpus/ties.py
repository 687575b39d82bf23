"""What binds paragraphs to each other: footnotes, notes, the published counterpart, copies; and their citations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from corpus.canonical import canonical
from corpus.catalog import Catalog, Layout
from corpus.cite import cite
from corpus.types import Paragraph, Repeat
from corpus.units import Account

Paragraphs = dict[str, Paragraph]  # by id


def tie(by_id: Paragraphs, catalog: Catalog) -> None:
    """Tie the paragraphs of all documents together, in place."""
    for layout in catalog.layouts.values():
        _tie_footnotes(by_id, layout)
        _tie_notes(by_id, layout)
        _tie_published(by_id, layout)
    _add_citations(by_id, catalog)


def _tie_footnotes(by_id: Paragraphs, layout: Layout) -> None:
    """A footnote belongs to the paragraph that cites it first, wherever it is printed."""
    for paragraph in _body(by_id, layout):
        # A number that several footnotes of an added document carry does not tell which of them is meant.
        cited = (one for one in _cited(paragraph, layout) if one in by_id and f"{one}-2" not in by_id)
        known = tuple(dict.fromkeys(cited))
        if known:
            by_id[paragraph.id] = replace(paragraph, footnotes=known)
        for footnote in known:
            if by_id[footnote].part_of is None:
                by_id[footnote] = replace(by_id[footnote], part_of=paragraph.id, section=paragraph.section)


def _body(by_id: Paragraphs, layout: Layout) -> list[Paragraph]:
    return [one for one in by_id.values() if one.document == layout.body]


def _cited(paragraph: Paragraph, layout: Layout) -> Iterator[str]:
    """The footnotes whose marks stand in the paragraph, or which the catalog says it cites."""
    for mark in paragraph.marks:
        yield f"{layout.body}:fn/{mark.number}"
    declared = layout.scan.cited_in if layout.scan else {}
    for footnote, citing in declared.items():
        if citing == paragraph.label:
            yield f"{layout.body}:{footnote}"


def _tie_notes(by_id: Paragraphs, layout: Layout) -> None:
    """A box belongs to the paragraph whose number it carries, or to the one the catalog names."""
    notes = defaultdict(list)
    for note in [one for one in by_id.values() if layout.boxes and one.document == layout.boxes]:
        label = note.label.removeprefix("note/")
        about = by_id[f"{layout.body}:{layout.about.get(label, label.split('/')[0])}"]
        by_id[note.id] = replace(note, part_of=about.id, section=about.section)
        notes[about.id].append(note.id)
    for about_id, ids in notes.items():
        by_id[about_id] = replace(by_id[about_id], notes=tuple(ids))


def _tie_published(by_id: Paragraphs, layout: Layout) -> None:
    """A draft's paragraph became the one of the same number, shifted as the catalog says; so of its parts."""
    if not layout.published:
        return
    shift, declared = layout.published_shift, layout.scan.published if layout.scan else {}
    for draft in _body(by_id, layout):
        label = declared.get(draft.label, "")
        if draft.label.isdigit():
            moved = shift["by"] if int(draft.label) >= shift["from"] else 0
            label = str(int(draft.label) + moved)
        if label:
            by_id[draft.id] = replace(draft, published=f"{layout.published}:{label}")


def _add_citations(by_id: Paragraphs, catalog: Catalog) -> None:
    positions: Counter[tuple[object, ...]] = Counter()
    for paragraph in list(by_id.values()):
        depth = paragraph.label.count("/")
        among = (paragraph.document, paragraph.section, paragraph.kind, depth, paragraph.label.rpartition("/")[0])
        positions[among] += 1
        document = catalog.documents[paragraph.document]
        by_id[paragraph.id] = replace(paragraph, cite=cite(paragraph, document, positions[among]))


def tie_repeats(by_id: Paragraphs, accounts: Iterable[Account]) -> None:
    """A paragraph knows where its source prints it again, and in which words a copy is another."""
    for account in accounts:
        if account.role == "repeat" and (kept := by_id.get(account.name)):
            differs = _differs(kept.text, canonical(account.text).text)
            copy = Repeat((account.first, account.last), differs)
            by_id[kept.id] = replace(kept, repeats=(*kept.repeats, copy))


def _differs(kept: str, copy: str) -> tuple[tuple[str, str], ...]:
    """The words (kept, copied) in which they differ; a copy of a part lacks what stands before or after it."""
    here, there = kept.split(), copy.split()
    opcodes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    return tuple(
        (" ".join(here[i1:i2]), " ".join(there[j1:j2]))
        for at, (tag, i1, i2, j1, j2) in enumerate(opcodes)
        if tag != "equal" and not (tag == "delete" and at in (0, len(opcodes) - 1))
    )
