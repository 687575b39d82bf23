"""Reads the prompts: text files under `prompts/`, one a task."""

from importlib.resources import files
from string import Template

from assistant.chat.model import Message
from corpus.errors import PromptError

_CUT = "--- user ---\n"


def prompt(name: str, **variables: str) -> list[Message]:
    """The messages of a task. Raises PromptError, naming what is missing: the file, or a variable of it."""
    try:
        text = files("prompts").joinpath(f"{name}.txt").read_text(encoding="utf-8")
        parts = zip(("system", "user"), text.split(_CUT, 1), strict=True)
        return [(role, Template(part).substitute(variables).strip()) for role, part in parts]
    except OSError as error:
        raise PromptError(f"The prompt prompts/{name}.txt is missing: install the package anew.") from error
    except KeyError as error:
        raise PromptError(f"prompts/{name}.txt names ${error.args[0]}, which nothing gives it: mend it.") from error
    except ValueError as error:
        raise PromptError(f"prompts/{name}.txt cannot be used ({error}): one `{_CUT.strip()}`, $$ for $.") from error
