"""A paragraph as one JSON object, with all that is known of it; corpus/paragraph.schema.json describes it."""

from dataclasses import asdict
from typing import Any

from corpus.types import Document, Paragraph

# The first keys, in this order, are a contract with those who read the export.
KEYS = (
    "id", "document", "label", "kind", "section", "text", "lines", "part_of", "notes", "footnotes", "published",
    "cite", "status", "source", "quality", "marks", "emphasis", "repeats", "tracked_changes", "out_of_place",
)  # fmt: skip


def exported(paragraph: Paragraph, document: Document) -> dict[str, Any]:
    """The paragraph with the status of its document and the file whose lines it names."""
    known = asdict(paragraph) | {"status": document.status, "source": document.source}
    return {key: known[key] for key in KEYS}
