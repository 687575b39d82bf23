"""Which chat model answers, and where it runs: read from the settings, without importing a client library."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant.settings import Settings
from corpus.errors import SettingsError

# Where each provider is reached unless R2P_CHAT_BASE_URL says otherwise. Always told to the client: its own
# variables (OPENAI_BASE_URL, OLLAMA_HOST ...) would send questions elsewhere than the page says.
_BASE_URLS = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
    "ollama": "http://127.0.0.1:11434",
}
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Endpoint:
    """A chat model: its provider, its name there, and the address it is reached at ("" if the provider knows)."""

    provider: str
    model: str
    base_url: str
    key: SecretStr | None = None

    @property
    def host(self) -> str:
        """Who reads the questions, as people are told: host and port, or the provider's name; never a key."""
        try:
            address = urlsplit(self.base_url)
            port = f":{address.port}" if address.port else ""
        except ValueError:
            return self.provider
        return f"{address.hostname}{port}" if address.hostname else self.provider

    @property
    def label(self) -> str:
        """The model and its host: "gpt-x at api.openai.com"."""
        return f"{self.model} at {self.host}"

    @property
    def on_this_machine(self) -> bool:
        """Whether questions stay on this machine."""
        return self.host.rsplit(":", 1)[0] in _LOOPBACK


def endpoint_of(settings: Settings) -> Endpoint | None:
    """The chat model that is configured; None if none is.

    With R2P_CHAT_BASE_URL only R2P_CHAT_API_KEY is sent: a provider's key is nothing for another server.
    Raises SettingsError if the model has no provider, or the address is none.
    """
    if not (name := settings.chat_model.strip()):
        return None
    base_url = settings.chat_base_url.strip()
    if base_url and not urlsplit(base_url).scheme.startswith("http"):
        raise SettingsError(f"R2P_CHAT_BASE_URL={_without_key(base_url)!r} is no address: write http://host:port/v1.")
    provider, _, model = name.partition(":")
    if base_url and provider not in _BASE_URLS:
        provider, model = "openai", name  # "qwen3:8b" on a server of one's own
    if not model:
        raise SettingsError(f"R2P_CHAT_MODEL={name!r} names no provider: write openai:{name}, or the like.")
    return Endpoint(provider, model, base_url or _BASE_URLS.get(provider, ""), _key(provider, settings))


def _key(provider: str, settings: Settings) -> SecretStr | None:
    if settings.chat_api_key or settings.chat_base_url:
        return settings.chat_api_key
    return {"openai": settings.openai_api_key, "anthropic": settings.anthropic_api_key}.get(provider)


def _without_key(address: str) -> str:
    """An address without whatever stands before its "@"."""
    return address.rpartition("@")[2]
