"""The process that reads one file: `python -m corpus.convert KIND MOST_PAGES`, bytes in, one JSON object out."""

import importlib
import json
import sys
from contextlib import suppress
from typing import Any

from corpus.errors import DocumentError

_MEMORY = 3 * 2**30  # bytes; the largest report needs a tenth of it


def main() -> None:
    """Read the file on standard input and print its text, or why it has none."""
    kind, most_pages = sys.argv[1], int(sys.argv[2])
    _limit_memory()
    told = _told(kind, sys.stdin.buffer.read(), most_pages)
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=True).encode())


def _told(kind: str, raw: bytes, most_pages: int) -> dict[str, Any]:
    try:
        module = importlib.import_module(f"corpus.convert.{kind}")
        converted = module.read(raw, most_pages)
    except DocumentError as error:
        return {"error": str(error)}
    except ModuleNotFoundError as error:
        return {"error": f"{error.name} is missing to read {kind}: `pip install 'r2p-assistant[documents]'`."}
    except MemoryError:
        return {"error": f"The {kind} needs too much memory: split it or save it anew."}
    except Exception as error:  # whatever a library stumbles over in a stranger's file
        return {"error": f"The {kind} is damaged ({type(error).__name__}): save it anew from its source."}
    return {"text": converted.text, "remarks": converted.remarks}


def _limit_memory() -> None:
    """Where the system knows such a limit (not on Windows)."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
