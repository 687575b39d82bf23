"""The page of the R2P Assistant: `python app.py`, or `r2p chat`."""

import errno
import os
import socket
import sys
from typing import TYPE_CHECKING

from assistant.chat.endpoint import endpoint_of
from assistant.views.loading import Loading, Progress
from corpus.errors import PageError, R2PError
from index.telemetry import silence

if TYPE_CHECKING:
    import gradio as gr

    from assistant.settings import Settings
    from assistant.sources import Sources


def main(settings: "Settings") -> None:
    """Serves the page until interrupted; the sources load once it is up. Raises PageError if it cannot serve."""

    def open_sources(progress: Progress) -> "Sources":
        # Imported late: the page is up before the model's libraries have been read.
        from assistant.sources import open_sources

        return open_sources(settings, progress)

    host, port = os.environ.get("GRADIO_SERVER_NAME", "127.0.0.1"), _port()
    _keep_to_this_machine(host)
    # Imported now: Gradio reads the environment as it is imported, and takes seconds.
    from assistant.views.page import build

    loading = Loading(open_sources)
    page = build(loading, endpoint_of(settings))
    _serve(page, host, port)
    sys.stdout.write(f"The R2P Assistant is at {page.local_url} (Ctrl+C ends it)\n")
    sys.stdout.flush()
    loading.start()
    page.block_thread()


def _port() -> int:
    port = os.environ.get("GRADIO_SERVER_PORT", "7860")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise PageError(f"GRADIO_SERVER_PORT is {port!r}: set it to a port number such as 7860.")
    return int(port)


def _keep_to_this_machine(host: str) -> None:
    """No telemetry; and Gradio, which asks its own server whether it is up, must not ask through a proxy."""
    silence()
    for name in ("no_proxy", "NO_PROXY"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), "localhost", "127.0.0.1", host)))


def _serve(page: "gr.Blocks", host: str, port: int) -> None:
    """Starts serving and returns. Every way out of this machine that Gradio offers is closed."""
    from assistant.views.page import head
    from assistant.views.theme import theme

    try:
        socket.create_server((host, port)).close()
        page.queue(max_size=200).launch(
            server_name=host,
            server_port=port,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
            run_history=False,
            enable_monitoring=False,
            footer_links=[],
            theme=theme(),
            head=head(),
        )
    except OSError as error:
        raise _refusal(error, host, port) from error


def _refusal(error: OSError, host: str, port: int) -> PageError:
    if error.errno == errno.EADDRINUSE:
        return PageError(f"Port {port} is in use: set GRADIO_SERVER_PORT to another one.")
    reason = error.strerror or str(error)
    return PageError(f"{host}:{port} cannot be served ({reason}): set GRADIO_SERVER_NAME or GRADIO_SERVER_PORT.")


if __name__ == "__main__":
    from assistant.settings import read_settings

    try:
        main(read_settings())
    except R2PError as error:
        sys.exit(str(error))
