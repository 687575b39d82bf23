"""The shape of the house: imports run one way, and nothing heavy is imported before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent
HEAVY = ("torch", "sentence_transformers", "chromadb", "transformers", "langchain_core")


def test_imports_run_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", ["assistant.cli.commands", "assistant.ask", "app"])
def test_nothing_heavy_is_imported_before_it_is_needed(module: str) -> None:
    script = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=HERE, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_telemetry_is_off_whatever_the_environment_says() -> None:
    script = "import os; from index.telemetry import silence; silence(); print(os.environ['LANGSMITH_TRACING'])"
    environment = {"LANGSMITH_TRACING": "true", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HERE, capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "false"
