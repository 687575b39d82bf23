"""The real app.py, served by a process of its own."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """The machine's own, without what a developer has set, and as on a machine behind a proxy that is down."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("R2P_", "GRADIO_"))}
    proxy = {"HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    return {**kept, **proxy, "PYTHONPATH": str(REPOSITORY), "R2P_DATA_DIR": str(data_dir), **more}


@contextmanager
def serving(data_dir: Path, *command: str, **more: str) -> Iterator[str]:
    """The address of a page served by a process of its own, which ends with the block."""
    env = environment(data_dir, GRADIO_SERVER_PORT=str(free_port()), **more)
    arguments = [sys.executable, *(command or (str(REPOSITORY / "app.py"),))]
    with subprocess.Popen(arguments, env=env, cwd=data_dir, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = re.search(r"http://\S+", said)
            assert found, f"the page did not come up: {said!r}"
            yield found[0]
        finally:
            process.terminate()
