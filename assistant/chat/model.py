"""The one place that speaks to a chat model: LangChain's `init_chat_model`, whatever the provider."""

import os
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

from assistant.chat.endpoint import BASE_URLS, KEYS, Endpoint
from assistant.chat.failures import CUT, EMPTY, FILTERED, SILENT, SPENT, TOO_LATE, NoReply, failure_of
from assistant.chat.patience import patiently
from assistant.chat.thoughts import without_thoughts
from assistant.chat.tokens import count
from assistant.settings import Settings
from corpus.errors import SettingsError
from index.telemetry import silence

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

# (role, text): "system", "user" or "assistant".
Message = tuple[str, str]

_REASONS = ("finish_reason", "stop_reason", "done_reason")
_FULL = ("length", "max_tokens")
_FILTERED = ("content_filter", "refusal")
_LETTERS = 12  # more than a token has, on average: a reply is read no further, whatever a server sends at once


@dataclass
class Usage:
    """Tokens read and written in calls to the model; `counted` by the server, else estimated here.

    `full` says that the last reply ended because it was as long as it may be.
    """

    calls: int = 0
    read: int = 0
    written: int = 0
    counted: bool = True
    full: bool = False

    def add(self, told: Any, messages: Sequence[Message], reply: str) -> None:
        """What one call took."""
        if told:
            self.read += told["input_tokens"]
            self.written += told["output_tokens"]
            return
        self.counted = False
        self.read += sum(count(text) for _, text in messages)
        self.written += count(reply)


class ChatModel:
    """An opened chat model. Opening connects to nothing. Safe to share between threads."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self.endpoint = endpoint
        self.reply, self.timeout = settings.chat_reply, settings.chat_timeout
        self._client = _opened(endpoint, settings)

    def stream(self, messages: Sequence[Message], usage: Usage, ends: float = float("inf")) -> Iterator[str]:
        """The reply, piece by piece as it comes, without what a model thinks aloud.

        `ends` is when the time for an answer is over, by `perf_counter`. Raises NoReply: nothing came, or it broke
        off, or it came too late; what was given out until then is no reply.
        """
        if perf_counter() > ends:
            raise NoReply(TOO_LATE)
        usage.calls += 1
        reading = _Reading(messages, usage, self.reply)
        chunks = patiently(partial(self._chunks, messages), self.timeout, ends)
        said = False
        try:
            for piece in without_thoughts(reading.pieces(chunks)):
                said = said or bool(piece.strip())
                yield piece
        except TimeoutError as error:
            raise NoReply(TOO_LATE if perf_counter() > ends else SILENT) from error
        except Exception as error:  # whatever a client library raises is a reply that did not come
            raise NoReply(failure_of(error)) from error
        finally:
            chunks.close()
            reading.close()
        reading.check(said)

    def _chunks(self, messages: Sequence[Message]) -> "AsyncGenerator[BaseMessageChunk, None]":
        return cast("AsyncGenerator[BaseMessageChunk, None]", self._client.astream(list(messages)))


class _Reading:
    """One reply as it is read: how much came, why it ended."""

    def __init__(self, messages: Sequence[Message], usage: Usage, room: int) -> None:
        self._messages, self._usage, self._room = messages, usage, room
        self._text, self._told, self._ended = "", None, ""

    def pieces(self, chunks: "Iterator[BaseMessageChunk]") -> Iterator[str]:
        for chunk in chunks:
            self._note(chunk)
            if text := str(chunk.text)[: self._room * _LETTERS - len(self._text)]:
                self._text += text
                yield text
            if self._is_full():  # a server that knows no limit is held to ours
                self._ended = "length"
                return

    def _is_full(self) -> bool:
        letters = len(self._text)  # they are only there to count seldom
        return letters >= self._room * _LETTERS or (letters > 2 * self._room and count(self._text) > self._room)

    def _note(self, chunk: "BaseMessageChunk") -> None:
        metadata = getattr(chunk, "response_metadata", {})
        self._ended = next((str(metadata[one]) for one in _REASONS if metadata.get(one)), self._ended)
        self._told = _summed(self._told, getattr(chunk, "usage_metadata", None))

    def close(self) -> None:
        if self._told or self._text:
            self._usage.add(self._told, self._messages, self._text)

    def check(self, said: bool) -> None:
        """Whether that was a whole reply; one that is as long as it may be counts as one, if anything is `said`."""
        self._usage.full = self._ended in _FULL
        if self._ended in _FILTERED:
            raise NoReply(FILTERED)
        if self._text and not self._ended:
            raise NoReply(CUT)
        if not said:
            raise NoReply(SPENT if self._usage.full else EMPTY)


def _summed(before: Any, more: Any) -> Any:
    """Usage comes whole in one chunk, or in parts that add up."""
    if not more or not before:
        return more or before
    return {name: before[name] + more[name] for name in ("input_tokens", "output_tokens")}


def _opened(endpoint: Endpoint, settings: Settings) -> "BaseChatModel":
    """The client. Raises SettingsError if its key is missing, its provider unknown, or its package not installed."""
    silence()
    if endpoint.on_this_machine:
        _past_the_proxy()
    if endpoint.provider in KEYS and not endpoint.key and not settings.chat_base_url:
        raise SettingsError(f"{endpoint.label} wants a key: set {KEYS[endpoint.provider]} or R2P_CHAT_API_KEY.")
    from langchain.chat_models import init_chat_model  # takes half a second

    try:
        client: BaseChatModel = init_chat_model(
            endpoint.model, model_provider=endpoint.provider, **_options(endpoint, settings)
        )
    except ImportError as error:
        raise SettingsError(
            f"R2P_CHAT_MODEL: the package for {endpoint.provider!r} is not installed: {_remedy(endpoint.provider)}."
        ) from error
    except Exception as error:  # its words may hold the key
        raise SettingsError(
            f"R2P_CHAT_MODEL={settings.chat_model!r} cannot be used ({type(error).__name__}): "
            "see docs/chat-models.md for the providers and their keys."
        ) from None
    return client


def _remedy(provider: str) -> str:
    """How the package of a provider is installed; three are extras of ours."""
    ours = provider in BASE_URLS
    return f"`pip install 'r2p-assistant[{provider}]'`" if ours else f"install LangChain's package for {provider}"


def _options(endpoint: Endpoint, settings: Settings) -> dict[str, Any]:
    """What the client is told. We ask again ourselves, so it must not."""
    options: dict[str, Any] = {}
    if settings.chat_temperature is not None:
        options["temperature"] = settings.chat_temperature
    if endpoint.base_url:
        options["base_url"] = endpoint.base_url
    if endpoint.provider == "ollama":
        told = {"Authorization": f"Bearer {endpoint.key.get_secret_value()}"} if endpoint.key else {}
        client = {"timeout": settings.chat_timeout, "headers": told}
        return options | {"num_predict": settings.chat_reply, "num_ctx": settings.chat_context, "client_kwargs": client}
    if endpoint.key:
        options["api_key"] = endpoint.key.get_secret_value()
    elif settings.chat_base_url:
        options["api_key"] = "none"  # a server of one's own wants none, its client wants one
    if endpoint.provider == "openai":
        official = not settings.chat_base_url
        # Without a patience of its own: it would be 120 seconds, whatever R2P_CHAT_TIMEOUT says.
        options |= {"stream_usage": official, "stream_chunk_timeout": None}
        options["use_responses_api"] = None if official else False
    return options | {"timeout": settings.chat_timeout, "max_retries": 0, "max_tokens": settings.chat_reply}


def _past_the_proxy() -> None:
    """A server on this machine is not to be looked for through a proxy."""
    for name in ("no_proxy", "NO_PROXY"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), "localhost", "127.0.0.1", "::1")))
