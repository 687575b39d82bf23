"""Which chat model answers, and where it runs: read from the settings, without importing a client library."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant.settings import Settings
from corpus.errors import SettingsError

# Where each provider is reached unless R2P_CHAT_BASE_URL says otherwise. Always told to the client: its own
# variables (OPENAI_BASE_URL, OLLAMA_HOST ...) would send questions elsewhere than the page says.
BASE_URLS = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
    "ollama": "http://127.0.0.1:11434",
}
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
# Where the key of a provider is read from; whoever is listed takes no question without one.
KEYS = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY"}


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
    Raises SettingsError if the model has no provider, or the address is none, or the key cannot be one.
    """
    if not (name := settings.chat_model.strip()):
        return None
    base_url = settings.chat_base_url.strip()
    if base_url and not _is_address(base_url):
        raise SettingsError(f"R2P_CHAT_BASE_URL={_without_key(base_url)!r} is no address: write http://host:port/v1.")
    provider, _, model = name.partition(":")
    if base_url and provider not in BASE_URLS:
        provider, model = "openai", name  # "qwen3:8b" on a server of one's own
    if not model:
        raise SettingsError(f"R2P_CHAT_MODEL={name!r} names no provider: write openai:{name}, or the like.")
    return Endpoint(provider, model, base_url or BASE_URLS.get(provider, ""), _key(provider, settings))


def _key(provider: str, settings: Settings) -> SecretStr | None:
    """The key, without the line break that came along when it was copied. Raises SettingsError."""
    name, key = "R2P_CHAT_API_KEY", settings.chat_api_key
    if not key and not settings.chat_base_url and provider in KEYS:
        name = KEYS[provider]
        key = {"openai": settings.openai_api_key, "anthropic": settings.anthropic_api_key}[provider]
    told = key.get_secret_value().strip() if key else ""
    if not told.isascii() or not told.isprintable():
        raise SettingsError(f"{name} has signs that no key has: copy it anew.")
    return SecretStr(told) if told else None


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, half a bracket
        return False


def _without_key(address: str) -> str:
    """An address without whatever stands before its "@"."""
    return address.rpartition("@")[2]
