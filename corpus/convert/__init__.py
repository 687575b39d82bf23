"""A file of a user's to one text in the grammar's own form: headings, numbers, letters, bullets, marks, pages.

    # II. Taking stock          a heading
    12. In my report of 2009    a numbered paragraph; (a), -, ¹ open an item, a bullet, a footnote
    [page 3]                    where a page begins

In reading order: markup, text, html, docx (with docx_lists), pdf (with pdf_lines), and here the process of its own in
which a stranger's file is read: it may hang, crash or eat all memory there, and the corpus does not notice.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DocumentError

KINDS = {
    ".md": "text", ".markdown": "text", ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip
SECONDS = 180  # a UN report takes some five; 300 dense pages of PDF about a minute
_HERE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Converted:
    """A text in the grammar's form, and what the conversion has to say about it, one line each."""

    text: str
    remarks: tuple[str, ...] = ()


def kind_of(name: str) -> str:
    """The kind of a file by the ending of its name. Raises DocumentError if it is none of ours."""
    ending = Path(name).suffix.lower()
    if ending not in KINDS:
        raise DocumentError(f"{name} is none of {', '.join(KINDS)}: convert it to one of these first.")
    return KINDS[ending]


def convert(raw: bytes, kind: str, most_pages: int, seconds: float = SECONDS) -> Converted:
    """The text of a file. Raises DocumentError if it cannot be had, saying why."""
    command = [sys.executable, "-P", "-m", "corpus.convert", kind, str(most_pages)]
    path = os.pathsep.join(filter(None, (str(_HERE), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=seconds, env=environment, check=False)
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise DocumentError(f"Reading the file took more than {seconds:.0f} s: split it or save it anew.") from None
    except ValueError:
        raise DocumentError("The file could not be read (it broke the converter): save it anew.") from None
    if "error" in told:
        raise DocumentError(told["error"])
    return Converted(told["text"], tuple(told["remarks"]))
