"""Which model, where, with which key; and that nothing is connected to unless one is configured."""

import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.ask import ask
from assistant.chat.byline import byline, footing
from assistant.chat.chat import open_chat
from assistant.chat.endpoint import endpoint_of
from assistant.chat.thoughts import without_thoughts
from assistant.settings import Settings
from assistant.sources import Sources, open_sources
from corpus.errors import SettingsError

QUESTION = "Does international law oblige a State to prevent atrocity crimes?"


def settings(**told: object) -> Settings:
    return Settings(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("model", "base_url", "provider", "name", "host"),
    [
        ("openai:gpt-x", "", "openai", "gpt-x", "api.openai.com"),
        ("anthropic:claude-x", "", "anthropic", "claude-x", "api.anthropic.com"),
        ("ollama:qwen3:8b", "", "ollama", "qwen3:8b", "127.0.0.1:11434"),
        ("qwen3:8b", "http://localhost:8080/v1", "openai", "qwen3:8b", "localhost:8080"),
        ("openai:org/model:tag", "https://example.org/v1", "openai", "org/model:tag", "example.org"),
        ("openai:m", "https://user:secret@example.org:444/v1", "openai", "m", "example.org:444"),
        ("mistralai:m", "", "mistralai", "m", "mistralai"),
    ],
)
def test_a_model_and_its_host(model: str, base_url: str, provider: str, name: str, host: str) -> None:
    found = endpoint_of(settings(chat_model=model, chat_base_url=base_url))
    assert found
    assert (found.provider, found.model, found.host) == (provider, name, host)
    assert "secret" not in found.label


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"chat_model": "gpt-x"}, "openai:gpt-x"),
        ({"chat_model": "openai:m", "chat_base_url": "localhost:8080"}, "http://host:port/v1"),
        ({"chat_model": "openai:m", "chat_base_url": "http://[::1"}, "http://host:port/v1"),
        ({"chat_model": "openai:m", "chat_base_url": "http://host:port/v1"}, "http://host:port/v1"),
        ({"chat_model": "openai:m", "chat_base_url": "ftp://host/v1"}, "http://host:port/v1"),
        ({"chat_model": "openai:m", "chat_base_url": "http:///v1"}, "http://host:port/v1"),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_line(told: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says) as raised:
        endpoint_of(settings(**told))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("model", ["nobody:m", "mistralai:m"])
def test_a_provider_that_is_unknown_or_not_installed_is_one_line(model: str) -> None:
    with pytest.raises(SettingsError) as raised:
        open_chat(settings(chat_model=model, chat_api_key="sk-secret"))
    assert "\n" not in str(raised.value)
    assert "sk-secret" not in str(raised.value)


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
def test_a_missing_key_is_one_line(provider: str) -> None:
    with pytest.raises(SettingsError, match=f"{provider.upper()}_API_KEY or R2P_CHAT_API_KEY"):
        open_chat(settings(chat_model=f"{provider}:m"))


@pytest.mark.parametrize("key", ["ключ", "sk-one\nsk-two", "sk-\t1"])
@pytest.mark.parametrize("name", ["R2P_CHAT_API_KEY", "OPENAI_API_KEY"])
def test_a_key_that_cannot_be_one_is_one_line_without_it(monkeypatch: pytest.MonkeyPatch, key: str, name: str) -> None:
    monkeypatch.setenv(name, key)
    with pytest.raises(SettingsError, match=name) as raised:
        endpoint_of(settings(chat_model="openai:m"))
    assert key not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_key_comes_without_the_line_break_it_was_copied_with() -> None:
    found = endpoint_of(settings(chat_model="openai:m", chat_api_key=" sk-x\n"))
    assert found
    assert found.key
    assert found.key.get_secret_value() == "sk-x"
    blank = endpoint_of(settings(chat_model="openai:m", chat_api_key="  "))
    assert blank
    assert blank.key is None


@pytest.mark.parametrize("model", ["openai:m", "anthropic:m", "ollama:m"])
def test_opening_a_model_connects_to_nothing(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    assert open_chat(settings(chat_model=model, chat_api_key="sk-x"))


def _refuse(*_: object) -> None:
    raise AssertionError("a connection was attempted")


def test_without_a_model_no_connection_is_attempted(
    monkeypatch: pytest.MonkeyPatch, built_data_dir, sources: Sources
) -> None:
    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-there-but-no-model")
    opened = open_sources(Settings(data_dir=built_data_dir))
    answer = ask(QUESTION, sources=opened)
    assert (opened.chat, answer.mode, answer.model, answer.wording) == (None, "extractive", None, None)
    assert answer.answer == ask(QUESTION, sources=sources).answer


def test_keys_come_from_the_environment_and_go_only_where_they_belong(
    monkeypatch: pytest.MonkeyPatch, worded_by: Callable[..., Sources], server
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    openai = endpoint_of(settings(chat_model="openai:m"))
    assert openai
    assert openai.key
    assert openai.key.get_secret_value() == "sk-of-openai"
    assert "sk-of-openai" not in repr(openai)
    ask(QUESTION, sources=worded_by("honest"))
    assert "sk-of-openai" not in str(server.headers)


def test_a_key_may_stand_in_a_dotenv_file(tmp_path) -> None:
    (tmp_path / ".env").write_text("R2P_CHAT_MODEL=anthropic:m\nANTHROPIC_API_KEY=sk-in-a-file\n")
    found = endpoint_of(Settings())  # the tests run in tmp_path
    assert found
    assert found.key
    assert found.key.get_secret_value() == "sk-in-a-file"


def test_another_server_s_variables_send_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://elsewhere.example/v1")
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    chat = open_chat(settings(chat_model="openai:m", chat_api_key="sk-x"))
    assert chat
    assert chat.endpoint.host in str(chat.model._client.root_async_client.base_url)  # type: ignore[attr-defined]


def test_the_client_has_no_patience_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGCHAIN_OPENAI_STREAM_CHUNK_TIMEOUT_S", "1")
    chat = open_chat(settings(chat_model="openai:m", chat_api_key="sk-x", chat_timeout=600))
    assert chat
    assert chat.model._client.stream_chunk_timeout is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Plain.", "Plain."),
        ("<think>a [k12345]</think>\n\nPlain.", "Plain."),
        ("  <think>a</think> b <think>c</think>", "b <think>c</think>"),
        ("<think>never over", ""),
        ("<thin", "<thin"),
        ("<p>", "<p>"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_thoughts_are_no_part_of_a_reply(text: str, left: str, size: int) -> None:
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    assert "".join(without_thoughts(pieces)).strip() == left


def test_the_lines_that_say_who_words_an_answer(worded_by: Callable[..., Sources], sources: Sources) -> None:
    assert "nothing leaves" in footing(None)
    far, near = (
        endpoint_of(settings(chat_model="openai:gpt-x")),
        endpoint_of(settings(chat_model="ollama:m")),
    )
    assert "gpt-x at api.openai.com" in footing(far)
    assert "on this machine" in footing(near)
    assert byline(ask(QUESTION, sources=sources)) == ""
    worded = ask(QUESTION, sources=worded_by("honest", chat_price_in=1, chat_price_out=1))
    assert byline(worded).startswith("Worded by honest at 127.0.0.1:")
    assert "tokens read" in byline(worded)
    assert "$0.00" in byline(worded)
    failed = ask(QUESTION, sources=worded_by("status-401"))
    assert byline(failed).startswith("Quoted from the reports; status-401 at 127.0.0.1:")
    assert "$" not in byline(replace(worded, wording=replace(worded.wording, cost=None)))  # type: ignore[arg-type]
