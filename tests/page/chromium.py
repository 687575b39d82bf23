"""The browser: where it is, how it is started, and a mark for the tests that need it."""

import os
from pathlib import Path

import pytest

CHROMIUM = Path(os.environ.get("R2P_CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}: install it, or name one in R2P_CHROMIUM"
)
