"""Everything that can go wrong and be mended by a person.

R2PError
 ├── CorpusError     a text, the catalog or an id is not what it should be
 ├── DocumentError   a file cannot be added, or an added document is not what it should be
 ├── EmbedderError   the embedding model is missing, altered or another one
 ├── IndexFailure    the index cannot be built, read or written
 ├── QuestionError   a question that cannot be asked (empty, too long, an unknown document)
 ├── SettingsError   a setting has a value that cannot be used
 ├── ChatError       the chat model cannot be used, or did not answer
 ├── PromptError     a prompt is missing or lacks a variable
 └── PageError       the page cannot be served

Each message is one line and ends with the remedy; a person never sees a traceback.
"""


class R2PError(Exception):
    """The base of every error a person may see."""


class CorpusError(R2PError):
    """A text, the catalog or a paragraph id is not what it should be."""


class DocumentError(R2PError):
    """A file cannot be added to the corpus, or what was added is not what it should be."""


class EmbedderError(R2PError):
    """The embedding model is missing, altered, or not the one the index was built with."""


class IndexFailure(R2PError):
    """The index cannot be built, read or written."""


class QuestionError(R2PError):
    """The question cannot be asked as it stands."""


class SettingsError(R2PError):
    """A setting has a value that cannot be used."""


class ChatError(R2PError):
    """The chat model cannot be used, or did not answer."""


class PromptError(R2PError):
    """A prompt is missing, or a variable that it names is."""


class PageError(R2PError):
    """The page cannot be served."""
