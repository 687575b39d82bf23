"""The page as a program, without a browser: ports that will not do, and nothing heavy before it is up."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.page.serving import REPOSITORY, environment


def test_a_port_in_use_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ended = run_app(environment(tmp_path, GRADIO_SERVER_PORT=str(port)), tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == f"Port {port} is in use: set GRADIO_SERVER_PORT to another one.\n"


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "²"])
def test_a_port_that_is_none_is_one_line_with_the_remedy(port: str, tmp_path: Path) -> None:
    ended = run_app(environment(tmp_path, GRADIO_SERVER_PORT=port), tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == f"GRADIO_SERVER_PORT is {port!r}: set it to a port number such as 7860.\n"


def run_app(env: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, str(REPOSITORY / "app.py")]
    return subprocess.run(arguments, env=env, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def test_nothing_heavy_is_imported_before_the_page_is_up(tmp_path: Path) -> None:
    code = "import app, sys; print({'torch', 'sentence_transformers', 'chromadb'} & set(sys.modules))"
    arguments = [sys.executable, "-c", code]
    ended = subprocess.run(
        arguments, env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout == "set()\n"
