"""What a user can set, from the environment (prefix R2P_) or a `.env` file; .env.example lists it."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, NonNegativeFloat, PositiveFloat, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import SettingsError
from index.embedder import BUNDLED


def _default_data_dir() -> Path:
    """`data/` in a checkout; for an installed package the user's data folder."""
    checkout = Path(__file__).resolve().parent.parent
    return checkout / "data" if (checkout / "pyproject.toml").exists() else user_data_path("r2p-assistant")


class Settings(BaseSettings):
    """The settings, read once and never changed."""

    model_config = SettingsConfigDict(env_prefix="R2P_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Field(default_factory=_default_data_dir)
    """Where the index is built, and where added documents are kept."""

    embedding_model: str = BUNDLED
    """A sentence-transformers model: a hub id or a folder. The default is carried along, no network needed."""

    largest_document_mb: PositiveInt = 50
    """Megabytes; a larger file is not added to the corpus."""

    largest_document_pages: PositiveInt = 300
    """Pages; a longer file is not added to the corpus."""

    longest_question: PositiveInt = 8000
    """Characters; a longer question is refused."""

    chat_model: str = ""
    """A chat model as "provider:name" ("openai:...", "anthropic:...", "ollama:..."); empty: answers are extractive."""

    chat_base_url: str = ""
    """The address of any server that speaks OpenAI's chat protocol; empty: the provider's own."""

    chat_api_key: SecretStr | None = None
    """The key for the chat model. The providers' own variables are read, too, but never sent to another server."""

    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    anthropic_api_key: SecretStr | None = Field(default=None, validation_alias="ANTHROPIC_API_KEY")

    chat_timeout: PositiveFloat = 60
    """Seconds the model may be silent before it counts as not answering."""

    chat_longest: PositiveFloat = 180
    """Seconds one answer may take, with every search, repetition and wait."""

    chat_context: PositiveInt = 16_000
    """Tokens the model reads and writes in one call, at most."""

    chat_reply: PositiveInt = 900
    """Tokens of a reply, at most."""

    chat_temperature: NonNegativeFloat | None = None
    """How freely the model words an answer; not set: as the model's provider has it."""

    chat_price_in: NonNegativeFloat | None = None
    chat_price_out: NonNegativeFloat | None = None
    """US dollars a million tokens read and written; without both no cost is shown."""

    @property
    def documents(self) -> Path:
        """Where the documents are that a user added."""
        return self.data_dir / "documents"


def read_settings() -> Settings:
    """The settings. Raises SettingsError, naming the variable, if one cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"R2P_{str(first['loc'][0]).upper()}"
        raise SettingsError(f"{name}={first['input']!r} cannot be used ({first['msg']}): see .env.example.") from error
