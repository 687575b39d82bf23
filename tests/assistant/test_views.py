"""The views of the page, as pure functions: what reaches the page, and that none of it is markup."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ask import ask
from assistant.chat.events import Done, Event, Verified, Withdrawn, Words
from assistant.sources import Sources
from assistant.types import Answer, Citation, Turn, Wording
from assistant.views import asking
from assistant.views.asking import Choice, conversing
from assistant.views.cards import NO_ANSWER, card_html, marked, panel_html, pasted
from assistant.views.conversation import STOPPED, Conversation, Exchange, history, stopped
from assistant.views.examples import EXAMPLES
from assistant.views.layout import document_choices, where
from assistant.views.loading import READY, UNFORESEEN, Loading, Progress
from assistant.views.messages import LONGEST_SHOWN, announcement, conversation_html
from assistant.views.page import status_html
from assistant.views.prose import MOST_STEPS, answer_html, answer_text, growing
from assistant.views.statuses import STATUSES, badge
from corpus.errors import R2PError
from corpus.load import Corpus
from corpus.types import Paragraph

EVIL = "<script>alert(1)</script> <img src=x onerror=alert(1)> ![i](http://e.org/i.png) [l](javascript:alert(1))"


class Reading(HTMLParser):
    """The tags, attributes and words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.words += data


def paragraph(text: str = "One. Two. Three.", **changes: object) -> Paragraph:
    whole = Paragraph(
        "sg-2019:2", "sg-2019", "2", "paragraph", ("I. Introduction",), text, ((1, 1),), "A/73/898, para. 2"
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def citation(n: int = 1, **changes: object) -> Citation:
    whole = Citation(
        n=n, id="sg-2019:2", document="sg-2019", paragraph="2", status="official report", cite="A/73/898, para. 2",
        section=("I. Introduction",), quote="Two.", start=5, end=9,
    )  # fmt: skip
    return replace(whole, **changes)  # type: ignore[arg-type]


def answer(
    text: str = "- Para. 2: “Two.” [1]", citations: Sequence[Citation] = (citation(),), **changes: object
) -> Answer:
    whole = Answer(question="Why?", standalone_question="Why?", answer=text, citations=tuple(citations))
    return replace(whole, **changes)  # type: ignore[arg-type]


# ---- The prose of an answer ----


def test_a_marker_opens_its_source_and_says_which() -> None:
    html = answer_html(answer(), turn=3)
    assert 'data-turn="3" data-n="1" aria-label="Source 1: A/73/898, para. 2"' in html


def test_a_number_in_brackets_that_cites_nothing_stays_text() -> None:
    assert Reading(answer_html(answer("It says [7] and [...]."), 0)).tags == ["p"]


def test_nothing_in_an_answer_becomes_markup() -> None:
    html = answer_html(answer(f"- “{EVIL}” [1]"), 0)
    assert set(Reading(html).tags) == {"ul", "li", "button"}
    assert EVIL in Reading(html).words


@given(st.text(alphabet=st.sampled_from("<>&\"'`*_![]()#- \n\\1.a:/="), max_size=120))
def test_no_text_whatever_brings_a_tag_or_an_attribute_along(text: str) -> None:
    seen = Reading(answer_html(answer(text), 0))
    assert set(seen.tags) <= {"p", "ul", "ol", "li", "blockquote", "br", "button"}
    assert seen.attributes <= {"type", "class", "data-turn", "data-n", "aria-label", "title", "start"}


def test_every_paragraph_of_the_corpus_is_shown_letter_for_letter(corpus: Corpus) -> None:
    for whole in corpus:
        text = whole.text.replace("\n", "\n  ")
        shown = Reading(answer_html(answer(f"The report:\n\n- Para. 1: “{text}” [1]"), 0)).words
        if "\n" not in whole.text:  # in a box of several paragraphs, list signs become list items
            assert f"“{whole.text}”" in shown, whole.id


def test_a_pasted_answer_is_plain_and_lists_its_sources() -> None:
    text = answer_text(answer("The 2019 report (official report):\n\n- Para. 2: “Two.” [1]"))
    assert text == "The 2019 report (official report):\n\nPara. 2: “Two.” [1]\n\n[1] A/73/898, para. 2"


def test_an_answer_grows_by_whole_quotations_and_cites_what_it_shows() -> None:
    whole = answer("The report:\n\n- “One\n  two.” [1]\n- “Three.” [2]", [citation(1), citation(2)])
    parts = list(growing(whole))
    assert [[one.n for one in part.citations] for part in parts] == [[], [1], [1, 2]]
    assert parts[1].answer.endswith("two.” [1]\n")


def test_a_long_answer_grows_in_few_steps() -> None:
    whole = answer("\n".join(f"- item {number}" for number in range(100)))
    assert len(list(growing(whole))) <= MOST_STEPS


def test_an_empty_answer_does_not_grow() -> None:
    assert list(growing(answer("", ()))) == []


# ---- The words of a model ----


def worded(**changes: object) -> Answer:
    told = {"mode": "generative", "model": "m", "wording": Wording("m", "h:1", 1, 10, 5), **changes}
    return answer("So it is. [1]", **told)


def test_unchecked_words_stand_apart_and_hold_no_marker() -> None:
    html = answer_html(worded(), 0, f" And [1] then {EVIL}")
    seen = Reading(html)
    assert seen.tags == ["p", "button", "span"]
    assert html.count("<button") == 1
    assert f"And [1] then {' '.join(EVIL.split())}" in seen.words


@pytest.mark.parametrize(("unchecked", "tags"), [("\n\n- one", ["ul", "li", "span"]), (" two", ["span"])])
def test_unchecked_words_stand_where_they_will_stand(unchecked: str, tags: list[str]) -> None:
    assert Reading(answer_html(worded(), 0, unchecked)).tags == ["p", "button", *tags]


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_unchecked_words_bring_a_tag_along(text: str, unchecked: str) -> None:
    seen = Reading(answer_html(answer(text), 0, unchecked))
    assert set(seen.tags) <= {"p", "ul", "ol", "li", "blockquote", "br", "button", "span"}


def test_what_was_changed_stands_behind_one_line_and_other_warnings_do_not() -> None:
    told = worded(warnings=("Left out <b>.", "In English."), wording=Wording("m", "h:1", notes=("Left out <b>.",)))
    html = conversation_html((Exchange("Why?", told, "done"),))
    assert "<summary>1 thing in the model’s reply was changed or left out</summary>" in html
    assert "<li>Left out &lt;b&gt;.</li>" in html
    assert '<p class="warning">In English.</p>' in html


def test_who_worded_it_stands_under_every_answer_a_model_had_to_do_with() -> None:
    assert "byline" not in conversation_html((Exchange("Why?", answer(), "done"),))
    assert "Worded by m at h:1" in conversation_html((Exchange("Why?", worded(), "done"),))
    instead = worded(mode="extractive", model=None, warnings=("It failed.", "Other."))
    html = conversation_html((Exchange("Why?", instead, "done"),))
    assert html.index("It failed.") < html.index("So it is.") < html.index("Other.")
    assert "m at h:1 was asked" in html


def test_a_model_s_words_are_shown_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    def pretend(*_: object) -> Iterator[Event]:
        yield Words(answer("", ()), "So it")
        yield Verified(worded(), " and")
        yield Withdrawn("It broke off.")
        yield Done(worded())

    monkeypatch.setattr(asking, "_ask", pretend)
    monkeypatch.setattr(asking, "STEP", 0)
    seen = talk_of("Why?", loaded(lambda _progress: "sources"))
    assert seen[-1].stage == "done"
    assert all(one.stage in ("waiting", "answering") for one in seen[:-1])
    assert seen[-1].unchecked == ""


# ---- The cards ----


def test_a_card_shows_the_whole_paragraph_with_the_quoted_words_marked() -> None:
    html = card_html(citation(), 0, lambda _: paragraph())
    assert '<p class="paragraph">One. <mark>Two.</mark> Three.</p>' in html
    assert "A/73/898, para. 2" in html
    assert "I. Introduction" in html
    assert badge("official report") in html


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_marking_changes_no_letter(text: str, start: int, length: int) -> None:
    html = marked(text, start, start + length)
    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == text
    assert Reading(html).tags == ["mark"]


def test_nothing_in_a_card_becomes_markup() -> None:
    html = card_html(citation(cite=EVIL, section=(EVIL,), status=EVIL, force=EVIL), 0, lambda _: paragraph(EVIL))
    assert {"script", "img", "a"}.isdisjoint(Reading(html).tags)
    assert "onerror" not in Reading(html).attributes


def test_an_item_stands_under_its_lead_in_and_a_footnote_does_not() -> None:
    paragraphs = {"up": paragraph("The lead-in:"), "sg-2019:2": paragraph(part_of="up", kind="item")}
    assert '<p class="lead-in">The lead-in:</p>' in card_html(citation(), 0, paragraphs.__getitem__)
    paragraphs["sg-2019:2"] = paragraph(part_of="up", kind="footnote")
    assert "lead-in" not in card_html(citation(), 0, paragraphs.__getitem__)


def test_a_draft_is_unmistakable_and_names_what_became_of_it() -> None:
    paragraphs = {"sg-2019:2": paragraph(published="out"), "out": paragraph(cite="A/67/929, para. 2")}
    html = card_html(citation(status="confidential draft, superseded"), 0, paragraphs.__getitem__)
    assert 'class="card card-draft"' in html
    assert "confidential draft, superseded</span>" in html
    assert "Published as A/67/929, para. 2: cite that." in html


def test_the_force_of_a_statement_is_shown_when_it_is_known() -> None:
    assert "force" not in card_html(citation(), 0, lambda _: paragraph())
    assert ">call</span>" in card_html(citation(force="call"), 0, lambda _: paragraph())


def test_a_citation_is_ready_to_paste() -> None:
    assert pasted(citation()) == "“Two.” (A/73/898, para. 2)"


def test_every_status_of_the_catalog_has_a_badge_of_its_own(corpus: Corpus) -> None:
    statuses = {document.status for document in corpus.documents.values()}
    assert statuses == set(STATUSES)
    assert len({badge(status) for status in statuses}) == len(statuses)


def test_the_panel_shows_the_latest_answer_and_keeps_the_earlier_ones() -> None:
    talk = (Exchange("One?", answer(), "done"), Exchange("Two?", answer(), "done"), Exchange("Three?", stage="failed"))
    html = panel_html(talk, lambda _: paragraph())
    assert '<section class="turn" data-turn="0" hidden>' in html
    assert '<section class="turn" data-turn="1">' in html
    assert 'id="source-0-1"' in html


def test_an_abstention_has_no_card_and_says_so() -> None:
    talk = (Exchange("Why?", answer("The reports do not say.", (), abstained=True), "done"),)
    html = panel_html(talk, lambda _: paragraph())
    assert NO_ANSWER in html
    assert "card" not in html
    assert 'class="answer abstention"' in conversation_html(talk)


# ---- The conversation ----


def test_a_question_is_text_and_nothing_else() -> None:
    html = conversation_html([Exchange(EVIL)])
    assert {"script", "img", "a"}.isdisjoint(Reading(html).tags)
    assert EVIL in Reading(html).words


def test_a_very_long_question_is_shown_in_part() -> None:
    assert Reading(conversation_html([Exchange("x" * 50_000)])).words.count("x") == LONGEST_SHOWN


def test_a_follow_up_says_how_it_was_understood() -> None:
    assert "Understood as: Why was it so?" in conversation_html(
        [Exchange("q", answer(standalone_question="Why was it so?"))]
    )
    assert "Understood as" not in conversation_html([Exchange("q", answer(question=" Why? "))])


def test_warnings_are_shown() -> None:
    assert "Two quotations were dropped." in conversation_html(
        [Exchange("q", answer(warnings=("Two quotations were dropped.",)))]
    )


def test_the_history_holds_what_was_answered() -> None:
    talk = (Exchange("One?", answer("Yes."), "done"), Exchange("Two?", stage="failed", notice="No."))
    assert history(talk) == [Turn("user", "One?"), Turn("assistant", "Yes.")]


def test_stop_ends_what_is_under_way_and_nothing_else() -> None:
    talk: Conversation = (Exchange("One?", answer(), "answering"),)
    assert stopped(talk)[-1].stage == "stopped"
    assert STOPPED in conversation_html(stopped(talk))
    done: Conversation = (Exchange("One?", answer(), "done"),)
    assert stopped(done) == done
    assert stopped(()) == ()


def test_a_screen_reader_hears_an_answer_once_and_whole() -> None:
    assert announcement(()) == ""
    assert announcement([Exchange("q", answer(), "answering")]) == ""
    assert announcement([Exchange("q", answer(), "done")]).startswith("1 source Para. 2: “Two.” [1]")
    assert announcement([Exchange("q", stage="failed", notice="No.")]) == "No."


# ---- Around the conversation ----


def test_the_draft_is_not_among_the_documents_to_choose_from(corpus: Corpus) -> None:
    choices = document_choices(corpus.documents)
    assert ("2019 report · official report", "sg-2019") in choices
    assert "draft-2013" not in [name for _, name in choices]
    assert len(choices) == len(corpus.documents) - 1


def test_a_choice_of_documents_does_not_shut_out_a_draft_that_is_included(corpus: Corpus) -> None:
    assert Choice().within(corpus.documents) is None
    assert Choice(include_draft=True).within(corpus.documents) is None
    assert Choice(["sg-2019"]).within(corpus.documents) == ["sg-2019"]
    assert Choice(["sg-2019"], include_draft=True).within(corpus.documents) == ["sg-2019", "draft-2013"]


@pytest.mark.parametrize(
    ("documents", "draft", "says"),
    [
        ([], False, "every text but the draft"),
        ([], True, "every text, and the confidential draft"),
        (["sg-2019"], False, "only one text"),
        (["sg-2019", "sg-2017"], True, "only 2 texts, and the confidential draft"),
    ],
)
def test_a_closed_choice_still_says_where_it_looks(documents: list[str], draft: bool, says: str) -> None:
    assert where(documents, draft) == f"Where to look: {says}"


def test_there_are_examples_for_each_kind_of_user() -> None:
    assert list(EXAMPLES) == ["Delegates", "Model UN students", "Trainers"]
    assert all(len(questions) >= 3 for questions in EXAMPLES.values())


def test_every_example_is_answered(sources: Sources) -> None:
    for question in (one for questions in EXAMPLES.values() for one in questions):
        assert ask(question, sources=sources).citations, question


# ---- Loading and asking ----


def loaded(open_sources: object) -> Loading:
    loading = Loading(open_sources)  # type: ignore[arg-type]
    loading._load()
    return loading


def talk_of(question: str, loading: Loading, earlier: Conversation = ()) -> list[Exchange]:
    async def collect() -> list[Exchange]:
        return [talk[-1] async for talk in conversing(question, earlier, Choice(), loading)]

    return asyncio.run(collect())


@pytest.fixture
def _ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """An `ask` that answers, refuses or breaks, as the question wants."""

    def pretend(question: str, earlier: Sequence[Exchange], choice: Choice, sources: object) -> Iterator[Event]:
        if question == "refuse":
            raise R2PError("Shorten it.")
        if question == "break":
            raise RuntimeError("a secret of the machine")
        yield Done(answer("The report:\n\n- “Two.” [1]", question=question))

    monkeypatch.setattr(asking, "_ask", pretend)
    monkeypatch.setattr(asking, "STEP", 0)


@pytest.mark.usefixtures("_ask")
def test_an_answer_comes_step_by_step() -> None:
    seen = talk_of("Why?", loaded(lambda _progress: "sources"))
    assert [one.stage for one in seen] == ["waiting", "answering", "answering", "done"]


@pytest.mark.usefixtures("_ask")
def test_an_error_of_ours_is_one_calm_line() -> None:
    last = talk_of("refuse", loaded(lambda _progress: "sources"))[-1]
    assert (last.stage, last.notice) == ("failed", "Shorten it.")


@pytest.mark.usefixtures("_ask")
def test_an_unforeseen_error_gives_nothing_away() -> None:
    last = talk_of("break", loaded(lambda _progress: "sources"))[-1]
    assert (last.stage, last.notice) == ("failed", UNFORESEEN)


@pytest.mark.usefixtures("_ask")
def test_a_question_asked_while_loading_waits_and_is_answered() -> None:
    async def ask_early() -> list[Exchange]:
        loading, seen = Loading(lambda _progress: "sources"), []  # type: ignore[arg-type, return-value]
        async for talk in conversing("Why?", (), Choice(), loading):
            if not seen:
                loading.start()
            seen.append(talk[-1])
        return seen

    seen = asyncio.run(ask_early())
    assert seen[0].notice == "Loading the language model. Your question waits and will be answered."
    assert seen[-1].stage == "done"


def test_loading_tells_of_the_build_in_few_steps_and_then_is_ready() -> None:
    told = []

    def open_sources(progress: Progress) -> str:
        for done in range(901):
            progress(done, 900)
            told.append(loading.status)
        return "sources"

    loading = Loading(open_sources)  # type: ignore[arg-type]
    loading._load()
    assert told[0] == "Building the index: 0 of 900 passages"
    assert told[-1] == "Building the index: 900 of 900 passages"
    assert len(set(told)) == 21
    assert loading.status == READY
    assert status_html(loading) == '<span class="ready">Ready</span>'


@pytest.mark.parametrize(("error", "says"), [(R2PError("Reinstall it."), "Reinstall it."), (OSError("x"), UNFORESEEN)])
def test_a_failure_to_load_is_one_line_and_so_is_every_answer(error: Exception, says: str) -> None:
    def open_sources(_progress: Progress) -> str:
        raise error

    loading = loaded(open_sources)
    assert loading.over
    assert says in status_html(loading)
    assert talk_of("Why?", loading)[-1].notice == says
