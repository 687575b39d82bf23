"""Whole answers, over the real index: cited, verbatim, or abstained."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.ask import ask
from assistant.sources import Sources
from assistant.types import Answer, Turn
from corpus.errors import QuestionError


def held(answer: Answer, sources: Sources) -> None:
    """What must be true of any answer at all."""
    for citation in answer.citations:
        paragraph = sources.corpus.get(citation.id)
        assert paragraph.text[citation.start : citation.end] == citation.quote
        assert citation.cite == paragraph.cite
    markers = [int(number) for number in re.findall(r" \[(\d+)\](?:\n|$)", answer.answer)]
    assert markers == [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert answer.abstained == (not answer.citations)


def test_the_duty_to_prevent_is_quoted_with_its_paragraph(sources: Sources) -> None:
    answer = ask("Does international law oblige a State to prevent atrocity crimes?", sources=sources)
    held(answer, sources)
    quotes = [citation.quote for citation in answer.citations if citation.id == "sg-2017:13"]
    assert any("clear legal obligation for States" in quote for quote in quotes)


def test_a_paragraph_asked_for_by_number_is_given_whole(sources: Sources) -> None:
    answer = ask("what does paragraph 16 (b) of the 2019 report say?", sources=sources)
    held(answer, sources)
    assert [citation.id for citation in answer.citations] == ["sg-2019:16(b)"]
    assert answer.citations[0].quote == sources.corpus.get("sg-2019:16(b)").text


def test_a_lead_in_asked_for_by_number_brings_its_items(sources: Sources) -> None:
    answer = ask("paragraph 47 of the 2017 report", sources=sources)
    assert [citation.id for citation in answer.citations] == ["sg-2017:47", *(f"sg-2017:47/{n}" for n in range(1, 5))]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Read out paragraph 90 of the 2013 report", "The 2013 report ends at paragraph 77."),
        ("What does footnote 40 of the 2017 report say?", "The 2017 report has no footnote 40."),
        ("paragraph 16 (h) of the 2019 report", "The 2019 report has no para. 16 (h)."),
        ("paragraph 3 of the Polish letter", "The paragraphs of the letter of 14 January 2019 are not numbered."),
    ],
)
def test_a_paragraph_that_does_not_exist_is_said_not_to(sources: Sources, question: str, reason: str) -> None:
    answer = ask(question, sources=sources)
    held(answer, sources)
    assert answer.abstained
    assert answer.answer == reason


def test_several_paragraphs_are_looked_up_and_the_missing_one_is_named(sources: Sources) -> None:
    answer = ask("paragraphs 33 to 36 of the 2019 report", sources=sources)
    assert [citation.id for citation in answer.citations] == ["sg-2019:33", "sg-2019:34"]
    assert answer.warnings == ("The 2019 report ends at paragraph 34.",)


def test_a_paragraph_is_looked_up_by_its_id(sources: Sources) -> None:
    assert [citation.id for citation in ask("sg-2017:fn/4", sources=sources).citations] == ["sg-2017:fn/4"]


def test_a_paragraph_of_a_report_that_is_not_there_is_not_another_ones(sources: Sources) -> None:
    answer = ask("what does paragraph 13 of the 2018 report say?", sources=sources)
    assert answer.abstained
    assert "2018 report is not in the corpus" in answer.answer


def test_a_comparison_quotes_each_document_or_says_that_it_is_silent(sources: Sources) -> None:
    answer = ask("How do the 2013 and 2019 reports differ on national focal points?", sources=sources)
    assert {citation.document for citation in answer.citations} == {"sg-2013", "sg-2019"}


def test_bullets_under_a_heading_come_whole_when_all_are_asked_for(sources: Sources) -> None:
    answer = ask("List all that the Polish letter recommends to the Security Council", sources=sources)
    bullets = [f"letter-2019:annex-1/security-council/{n}" for n in range(1, 10)]
    assert [citation.id for citation in answer.citations if citation.id in bullets] == bullets


def test_a_look_up_in_french(sources: Sources) -> None:
    answer = ask("Que dit le paragraphe 13 du rapport de 2017 ?", sources=sources)
    assert [citation.id for citation in answer.citations] == ["sg-2017:13"]


def test_a_list_comes_whole_and_in_order(sources: Sources) -> None:
    answer = ask("What does the 2017 report say the United Nations itself will do?", sources=sources)
    ids = [citation.id for citation in answer.citations]
    assert ids[ids.index("sg-2017:47") :][:5] == ["sg-2017:47", *(f"sg-2017:47/{n}" for n in range(1, 5))]


def test_citations_follow_the_order_of_the_corpus(sources: Sources) -> None:
    answer = ask("How do the 2013 and 2017 reports see national focal points?", sources=sources)
    order = list(sources.corpus.paragraphs)
    places = [order.index(citation.id) for citation in answer.citations]
    assert places == sorted(places)


def test_ten_paragraphs_are_reported_as_found(sources: Sources) -> None:
    assert len(ask("early warning", sources=sources).retrieved) == 10


def test_the_confidential_draft_is_labelled(sources: Sources) -> None:
    answer = ask("What does the leaked draft say on memorials?", sources=sources)
    assert {citation.status for citation in answer.citations} == {"confidential draft, superseded"}
    assert "confidential draft" in answer.answer


def test_a_follow_up_is_answered_with_the_question_before_it(sources: Sources) -> None:
    history = [Turn("user", "How many States had not joined the Arms Trade Treaty by 2017?"), Turn("assistant", "…")]
    answer = ask("and for the refugee treaty?", history, sources=sources)
    assert answer.standalone_question == "How many States had not joined the refugee treaty by 2017?"
    assert answer.citations[0].id == "sg-2017:20"
    assert answer.citations[0].quote.startswith("Forty-nine Member States")


def test_the_json_of_an_answer_has_the_agreed_keys(sources: Sources) -> None:
    printed = ask("early warning", sources=sources).as_json()
    assert list(printed) == [
        "id", "question", "standalone_question", "mode", "model", "abstained", "answer", "citations", "retrieved",
        "warnings", "ms",
    ]  # fmt: skip
    assert list(printed["citations"][0]) == [
        "n", "id", "document", "paragraph", "status", "cite", "section", "quote", "start", "end", "force",
    ]  # fmt: skip
    assert list(printed["retrieved"][0]) == ["id", "score"]
    assert list(printed["ms"]) == ["search", "compose", "total"]


def test_html_in_a_question_is_only_text(sources: Sources) -> None:
    answer = ask("<script>alert(1)</script> Do memorials help? <img src=x onerror=alert(1)>", sources=sources)
    held(answer, sources)
    assert "<" not in answer.answer


def test_a_question_too_long_is_refused(sources: Sources) -> None:
    with pytest.raises(QuestionError, match="shorten"):
        ask("why " * 12_800, sources=sources)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(min_size=1, max_size=120))
def test_whatever_is_asked_the_promise_holds(sources: Sources, question: str) -> None:
    try:
        answer = ask(question, sources=sources)
    except QuestionError:
        return
    held(answer, sources)


def test_every_paragraph_can_be_looked_up_and_is_quoted_verbatim(sources: Sources) -> None:
    for document in ("sg-2013", "sg-2017", "sg-2019"):
        for paragraph in sources.corpus.of(document):
            if paragraph.kind in ("paragraph", "item"):
                answer = ask(f"paragraph {paragraph.label} of {paragraph.cite.split(',')[0]}", sources=sources)
                held(answer, sources)
                assert answer.citations[0].id == paragraph.id


def test_how_strongly_is_told_before_each_quotation(sources: Sources) -> None:
    answer = ask("How strongly does the 2017 report press States to ratify?", sources=sources)
    held(answer, sources)
    assert "Para. 20, demand: “I strongly urge all Member States to sign, ratify" in answer.answer
    assert "Para. 45, second bullet, option, under “All Member States can”: “Sign, ratify" in answer.answer


def test_how_strongly_may_be_asked_of_the_last_answer(sources: Sources) -> None:
    before = ask("What does the 2013 report say about national risk assessments?", sources=sources)
    history = [Turn("user", before.question), Turn("assistant", before.answer)]
    answer = ask("how strongly does it say so?", history, sources=sources)
    held(answer, sources)
    assert {citation.id for citation in answer.citations} <= {citation.id for citation in before.citations}
    assert "emand" in answer.answer


def test_what_no_sentence_asks_is_not_made_an_option(sources: Sources) -> None:
    assert ask("Is vaccination compulsory for peacekeepers?", sources=sources).abstained


def test_what_is_counted_is_compared_oldest_first(sources: Sources) -> None:
    answer = ask("How many countries had a focal point in 2013 and how many four years on?", sources=sources)
    held(answer, sources)
    assert answer.answer.index("28 States") < answer.answer.index("Fifty-nine")
