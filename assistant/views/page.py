"""The page: its parts, and what happens when someone asks, stops, asks again or clears."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.views.asking import Choice, conversing
from assistant.views.cards import panel_html
from assistant.views.conversation import Conversation, stopped
from assistant.views.examples import EXAMPLES
from assistant.views.loading import Loading
from assistant.views.messages import announcement, conversation_html
from corpus.catalog import read_catalog
