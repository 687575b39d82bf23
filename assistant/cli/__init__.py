"""The command line: `r2p`. Each command imports what it needs when it runs, so that `--help` is quick."""

import sys
from collections.abc import Sequence

from corpus.errors import QuestionError, R2PError, SettingsError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `r2p`; an error of ours is one line on stderr and exit 1, misuse exits 2."""
    from assistant.cli.commands import app

    try:
        app(args=arguments, prog_name="r2p")
    except R2PError as error:
        print(f"r2p: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(2 if isinstance(error, QuestionError | SettingsError) else 1)
    except BrokenPipeError:  # the reader (`head`) has gone
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        print(f"r2p: {error.strerror or error}: make room, or write elsewhere.", file=sys.stderr)  # noqa: T201
        sys.exit(1)
