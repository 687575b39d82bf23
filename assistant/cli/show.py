"""`r2p corpus show`: one paragraph with all that is known of it, for people."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from corpus.differences import Run, differences, marked
from corpus.load import Corpus
from corpus.types import Paragraph, TrackedChange

_STYLES = {"both": "", "earlier": "red strike", "later": "green underline"}


def show_paragraph(paragraph: Paragraph, corpus: Corpus, console: Console) -> None:
    """Print the paragraph, what belongs to it, where it stands and, for 2013, how the draft had it."""
    document = corpus.documents[paragraph.document]
    console.print(Text(paragraph.cite, style="bold"))
    console.print(Text(" · ".join([document.status, *paragraph.section]), style="dim"))
    console.print(Text(f"\n{paragraph.text}\n"))
    for name, other in _belonging(paragraph):
        console.print(Text(f"{name} {other}: {corpus.get(other).text}\n"))
    for line in _known(paragraph, document.source):
        console.print(Text(line, style="dim"))
    if drafts := corpus.drafts(paragraph.id):
        _show_draft(paragraph, drafts, corpus, console)


def _belonging(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    yield from (("footnote", footnote) for footnote in paragraph.footnotes)
    yield from (("note", note) for note in paragraph.notes)


def _known(paragraph: Paragraph, source: str) -> Iterator[str]:
    """The rest of what is known, a line each."""
    for name, value in (
        ("part of", paragraph.part_of),
        ("published as", paragraph.published),
        ("quality", paragraph.quality),
    ):
        if value:
            yield f"{name}: {value}"
    for span in paragraph.out_of_place:
        yield f"printed out of place: “{paragraph.text[span.start : span.end]}”"
    yield from (_change(change) for change in paragraph.tracked_changes)
    yield f"source: {source}, {_lines(paragraph.lines)}"
    if same := tuple(copy.lines for copy in paragraph.repeats if not copy.differs):
        yield f"printed again: {_lines(same)}"
    for copy in paragraph.repeats:
        if copy.differs:
            other = "; ".join(f"“{here}” for “{kept}”" for kept, here in copy.differs)
            yield f"printed again: {_lines((copy.lines,))}, with {other}"


def _change(change: TrackedChange) -> str:
    text = f"“{change.text}”" if change.text else "what, cannot be read"
    return f"{change.kind} by a reviewer: {text} ({_lines(change.lines)})"


def _lines(ranges: tuple[tuple[int, int], ...]) -> str:
    told = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ranges)
    return f"{'line' if told.isdigit() else 'lines'} {told}"


def _show_draft(paragraph: Paragraph, drafts: tuple[Paragraph, ...], corpus: Corpus, console: Console) -> None:
    status = corpus.documents[drafts[0].document].status
    for draft in drafts:
        console.print(Text(f"\n{draft.cite} ({status}; {draft.quality})", style="bold"), end="")
    console.print(Text("\n[-only in the draft-] {+only when published+}", style="dim"))
    runs = differences(" ".join(draft.text for draft in drafts), paragraph.text)
    console.print(_coloured(runs) if console.is_terminal else Text(marked(runs)))


def _coloured(runs: tuple[Run, ...]) -> Text:
    pieces = [(run.text, _STYLES[run.of]) for run in runs]
    return Text(" ").join(Text(text, style=style) for text, style in pieces)
