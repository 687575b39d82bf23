"""Nothing leaves the machine: the reporting that libraries do unasked is switched off here, for all of them."""

import os

_SWITCHES = {
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGCHAIN_TRACING_V2": "false",  # langsmith would send every question to its server
    "LANGSMITH_GATEWAY": "false",  # would send the calls to a chat model by another server
    "LANGSMITH_TRACING": "false",
    "TOKENIZERS_PARALLELISM": "false",
}


def silence() -> None:
    """Switch every library's telemetry off, whatever the environment says. Call it before they are imported."""
    os.environ.update(_SWITCHES)
