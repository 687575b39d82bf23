"""The page of the R2P Assistant: `python app.py`, or `r2p chat`."""

import os
import sys
from typing import TYPE_CHECKING

# Said before Gradio is imported, which reads it then: nothing leaves this machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr

from assistant.views.loading import Loading, Progress
from assistant.views.page import build, head
from assistant.views.theme import theme
from corpus.errors import PageError, R2PError

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.sources import Sources


def main(settings: "Settings") -> None:
    """Serves the page until interrupted. The sources load once it is up. Raises PageError if it cannot."""

    def open_sources(progress: Progress) -> "Sources":
        from assistant.sources import open_sources

        return open_sources(settings, progress)

    loading = Loading(open_sources)
    page = build(loading)
    _serve(page, os.environ.get("GRADIO_SERVER_NAME", "127.0.0.1"), _port())
    loading.start()
    page.block_thread()


def _port() -> int:
    port = os.environ.get("GRADIO_SERVER_PORT", "7860")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise PageError(f"GRADIO_SERVER_PORT is {port!r}: set it to a port number such as 7860.")
    return int(port)


def _serve(page: gr.Blocks, host: str, port: int) -> None:
    """Starts serving and returns. Every way out of this machine that Gradio offers is closed."""
    try:
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
        raise PageError(f"Port {port} is in use: set GRADIO_SERVER_PORT to another one.") from error


if __name__ == "__main__":
    from assistant.settings import read_settings

    try:
        main(read_settings())
    except R2PError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
