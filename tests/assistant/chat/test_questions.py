"""Questions for an added document, by a model: kept beside it, for it alone, and not written twice."""

from pathlib import Path

import pytest
from exchange import Reply

from assistant.chat.questions import QUESTIONS, read_lines
from assistant.cli import main
from assistant.cli.adding import _write_questions
from assistant.settings import Settings
from assistant.sources import load_documents
from corpus.add import Bounds, prepare
from corpus.added import discard, store
from corpus.entry import Entry
from corpus.load import load_corpus

TEXT = "# The bells of Elsewhere\n\n" + "\n\n".join(
    f"{number}. The keeper of bell {number} rings it when strangers come armed to the gates of the town."
    for number in range(1, 6)
)


@pytest.fixture
def added(tmp_path: Path, server) -> Settings:
    """Settings with a document of five paragraphs, and a model that writes questions."""
    server.scripts["asks"] = lambda request: Reply("1. Who rings the bell?\n- When does it ring?\n\nno\n" + "x" * 500)
    settings = Settings(data_dir=tmp_path / "data", chat_model="openai:asks", chat_base_url=server.url)
    (tmp_path / "bells.md").write_text(TEXT)
    entry = Entry("bells", "The bells", "2020", "letter", "", "", ())
    store(prepare(tmp_path / "bells.md", entry, load_corpus(), Bounds(50, 300)).stored, settings.documents)
    return settings


def test_each_paragraph_gets_questions_and_no_shipped_one_does(added: Settings, server) -> None:
    _write_questions("bells", added)
    corpus, shipped = load_documents(added), load_corpus()
    of_bells = {name: several for name, several in corpus.questions.items() if name.startswith("bells:")}
    assert set(of_bells.values()) == {("Who rings the bell?", "When does it ring?")}
    assert len(of_bells) == 5
    assert {name: several for name, several in corpus.questions.items() if name not in of_bells} == shipped.questions


def test_what_is_written_is_not_written_again(added: Settings, server) -> None:
    _write_questions("bells", added)
    asked = len(server.requests)
    _write_questions("bells", added)
    assert len(server.requests) == asked


def test_what_came_before_a_failure_is_kept_and_the_rest_can_follow(
    added: Settings, server, capsys: pytest.CaptureFixture[str]
) -> None:
    asks = server.scripts["asks"]
    server.scripts["asks"] = lambda request: Reply(status=401) if request.before == 2 else asks(request)
    _write_questions("bells", added)
    assert "r2p corpus questions bells" in capsys.readouterr().err
    assert len([one for one in load_documents(added).questions if one.startswith("bells:")]) == 2
    _write_questions("bells", added)
    assert len([one for one in load_documents(added).questions if one.startswith("bells:")]) == 5


@pytest.mark.parametrize("amiss", ["not toml [", "'sg-2019:1' = ['mine']", "'bells:1' = 'no list'", "\x00"])
def test_questions_that_are_amiss_or_of_another_document_count_for_nothing(added: Settings, amiss: str) -> None:
    (added.documents / "bells" / "questions.toml").write_text(amiss)
    corpus = load_documents(added)
    assert corpus.questions == load_corpus().questions
    assert corpus.added == ("bells",)


def test_they_go_with_their_document(added: Settings) -> None:
    _write_questions("bells", added)
    discard("bells", added.documents)
    assert load_documents(added).questions == load_corpus().questions


def test_lines_that_are_no_questions_are_left_out() -> None:
    assert read_lines("\n".join(f"{n}) Why is it so, number {n}?" for n in range(20)))[-1] == "Why is it so, number 7?"
    assert len(read_lines("\n".join(f"* Why {n}, and when?" for n in range(20)))) == QUESTIONS
    assert read_lines("short\n\n" + "x" * 300) == ()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("corpus", "questions", "sg-2019"), "no added document"), (("corpus", "questions", "x-1"), "no added document")],
)
def test_a_shipped_document_gets_none(
    arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 1
    assert says in capsys.readouterr().err
