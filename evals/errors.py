"""What can go wrong in an evaluation and be mended by a person; see corpus/errors.py for the tree.

R2PError
 ├── CaseError           a case file is not what it should be
 ├── ReportError         a report cannot be read or written
 └── MissingExtraError   the packages of the evaluation are not installed
"""

from corpus.errors import R2PError


class CaseError(R2PError):
    """A case is not what it should be; the message names the file, the line and the bad value."""


class ReportError(R2PError):
    """A report cannot be read or written."""


class MissingExtraError(R2PError):
    """The packages that only the evaluation needs are not installed."""
