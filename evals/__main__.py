"""`python -m evals [OPTIONS]` runs the evaluation; `python -m evals compare A.json B.json` compares two."""

import sys

from typer.main import get_group

from evals.cli import app


def run(arguments: list[str] | None = None) -> None:
    """Runs the command line; without the name of a command, `run`."""
    arguments = sys.argv[1:] if arguments is None else arguments
    named = bool(arguments) and arguments[0] in (*get_group(app).commands, "--help")
    app(args=arguments if named else ["run", *arguments], prog_name="python -m evals")


if __name__ == "__main__":
    run()
