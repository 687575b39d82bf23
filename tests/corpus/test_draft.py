"""The scanned draft: what survives of it, what reviewers wrote beside it, and what nobody can read."""

from dataclasses import replace

import pytest

from corpus.errors import CorpusError
from corpus.load import Corpus
from corpus.parse import parse
from corpus.types import QUALITIES, TrackedChange

# As a person reads the scan.
OPENING_LOST = ("11", "15", "27", "38", "48", "70", "72/6", "75", "76", "77")
NUMBER_INFERRED = ("6", "7", "8", "9", "10", "14", "51", "61", "68", "71")
CLEAN = ("31", "33", "52", "55", "58", "72")
DAMAGED = ("1", "2", "5", "12", "13", "16", "17", "34", "36", "42", "46", "53", "60", "69", "73", "74", "78")


def test_every_paragraph_of_the_draft_has_a_quality_and_no_other_has(corpus: Corpus) -> None:
    assert {one.quality for one in corpus.of("draft-2013")} == set(QUALITIES)
    assert {one.quality for one in corpus if one.document != "draft-2013"} == {None}


@pytest.mark.parametrize(
    ("quality", "labels"),
    [
        ("opening lost", OPENING_LOST),
        ("number inferred", NUMBER_INFERRED),
        ("clean", CLEAN),
        ("damaged", DAMAGED),
    ],
)
def test_the_quality_is_what_a_person_finds(corpus: Corpus, quality: str, labels: tuple[str, ...]) -> None:
    assert {label: corpus.get(f"draft-2013:{label}").quality for label in labels} == dict.fromkeys(labels, quality)


def test_no_paragraph_of_the_draft_with_an_unsure_number_is_left_out(corpus: Corpus) -> None:
    found = {one.label: one.quality for one in corpus.of("draft-2013")}
    assert tuple(label for label, quality in found.items() if quality == "opening lost") == OPENING_LOST
    assert tuple(label for label, quality in found.items() if quality == "number inferred") == NUMBER_INFERRED


@pytest.mark.parametrize(
    ("paragraph", "change"),
    [
        ("1", TrackedChange("deleted", "significant", ((110, 110),))),
        ("1", TrackedChange("deleted", "during n informal debate", ((117, 117),))),
        ("2", TrackedChange("deleted", "Outcome Document", ((119, 119),))),
        ("5", TrackedChange("formatted", "Bullets and Numbering", ((142, 142),))),
        ("36", TrackedChange("deleted", "", ((501, 501),))),
        ("37", TrackedChange("deleted", "have", ((520, 520),))),
        ("48", TrackedChange("deleted", "in France, Luxembourg and", ((732, 732),))),
        ("51", TrackedChange("formatted", "English (U.K.)", ((751, 751),))),
    ],
)
def test_a_reviewers_balloon_is_kept_beside_its_paragraph(
    corpus: Corpus, paragraph: str, change: TrackedChange
) -> None:
    assert change in corpus.get(f"draft-2013:{paragraph}").tracked_changes


@pytest.mark.parametrize(
    ("paragraph", "begins", "ends"),
    [
        ("14", "In addition to targeting civilians", "in the course of the same event."),
        ("30", ". The identification of political opponents", "that constituted atrocity crimes."),
        ("38", "The commission collaborated", "to convey messages of peace."),
        ("47", "| <#>To be a source of resilience", "uphold democracy and the rule of law and"),
        ("51", ". National human rights institutions are assessed", "for their status and functioning"),
    ],
)
def test_deleted_text_that_looks_live_is_whole_and_not_in_the_text(
    corpus: Corpus, paragraph: str, begins: str, ends: str
) -> None:
    held = corpus.get(f"draft-2013:{paragraph}").tracked_changes
    deleted = next(change for change in held if change.text.startswith(begins))
    assert deleted.text.endswith(ends)
    assert not [one.id for one in corpus if deleted.text in one.text]


@pytest.mark.parametrize("trace", ["Deleted", "peleted", "Formatted", "Highlight", "Font:", "Eliasson", "CONFIDENTIAL"])
def test_no_trace_of_a_reviewer_stands_in_the_text(corpus: Corpus, trace: str) -> None:
    assert not [one.id for one in corpus.of("draft-2013") if trace in one.text]


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("13", "closely related, they are not synonymous"),  # "are+", a line drawn to a balloon
        ("51", "from across all regions have been assessed"),  # "regions-"
        ("18", "exclusion from decision-making processes"),  # cut at its hyphen
        ("59", "Member States of this sub- early wamlng mechanisms."),  # the line between is lost
        ("15", "the risk of gen001de."),  # an error of recognition is no one else's
        ("45", "dlstrlbutlon of resources, assets, mcome and opportumtles between groups"),
    ],
)
def test_the_text_is_the_scans(corpus: Corpus, paragraph: str, words: str) -> None:
    assert words in corpus.get(f"draft-2013:{paragraph}").text


@pytest.mark.parametrize(
    ("label", "begins", "cited_in", "published"),
    [
        ("fn/unread/1", "2005 World Summit Outcome", "1", "fn/1"),
        ("fn/unread/2", "These acts are set out", None, "fn/2"),
        ("fn/4", "The Analysis Framework", "15", "fn/3"),
        ("fn/unread/3", "These conventions include", "40", "fn/4"),
        ("fn/unread/4", "Angola, Burundi", "59", "fn/5"),
        ("fn/unread/5", "Including the Convention", "72/3", "fn/4"),
    ],
)
def test_a_footnote_has_the_number_that_can_be_read_and_no_other(
    corpus: Corpus, label: str, begins: str, cited_in: str | None, published: str
) -> None:
    footnote = corpus.get(f"draft-2013:{label}")
    assert footnote.text.startswith(begins)
    assert footnote.part_of == (f"draft-2013:{cited_in}" if cited_in else None)
    assert footnote.published == f"sg-2013:{published}"


def test_footnotes_are_cited_by_what_can_be_read(corpus: Corpus) -> None:
    assert corpus.get("draft-2013:fn/4").cite.endswith(", footnote 4")
    assert corpus.get("draft-2013:fn/unread/3").cite.endswith(", third footnote whose number cannot be read")


def test_a_footnote_ends_with_its_page(corpus: Corpus) -> None:
    assert corpus.get("draft-2013:fn/4").text.endswith("the official languages of the United Nations.")
    assert corpus.get("draft-2013:42").text.count("Convention") == 0


def test_words_printed_out_of_place_stay_there_and_are_told(corpus: Corpus) -> None:
    paragraph = corpus.get("draft-2013:36")
    (span,) = paragraph.out_of_place
    assert paragraph.text[span.start : span.end] == "of customary Taw as well as its"
    assert sum(len(one.out_of_place) for one in corpus) == 4


def test_a_bullet_whose_first_line_is_lost_is_not_the_end_of_another(corpus: Corpus) -> None:
    assert corpus.get("draft-2013:72/5").text.endswith("peer review processes and other")
    assert corpus.get("draft-2013:72/6").text.startswith("arrangements or civil society")
    assert corpus.get("draft-2013:72/7").published == "sg-2013:71(g)"


def test_a_lost_heading_is_told_as_lost(corpus: Corpus) -> None:
    assert corpus.get("draft-2013:12").section == ("III. [heading lost; published: Risk factors]",)
    assert corpus.get("draft-2013:11").section == ("II. Methodology",)
    assert corpus.get("draft-2013:69").section[-1].startswith("[heading lost")


def test_a_published_paragraph_knows_its_drafts(corpus: Corpus) -> None:
    assert [draft.label for draft in corpus.drafts("sg-2013:71")] == ["71", "72"]
    assert [draft.label for draft in corpus.drafts("sg-2013:77")] == ["78"]
    assert corpus.drafts("sg-2019:1") == ()


def test_every_declaration_of_the_catalog_is_used(corpus: Corpus) -> None:
    source = corpus.sources["draft-2013.txt"]
    scan = source.layout.scan
    assert scan
    labels = {one.label for one in corpus.of("draft-2013")}
    assert {*scan.opening_lost, *scan.paragraphs.values(), *scan.headings_lost, *scan.beside.values()} <= labels
    assert {*scan.cited_in, *scan.cited_in.values(), *scan.published} <= labels
    assert {f"fn/{label}" for label in scan.footnotes.values()} <= labels
    headings = {one.text for one in source.accounts if one.role == "heading"}
    assert set(scan.headings) <= headings
    furniture = {one.text for one in source.accounts if one.role == "furniture"}
    assert {words for endings in scan.furniture.values() for words in endings} <= furniture
    changes = [change.text for one in corpus.of("draft-2013") for change in one.tracked_changes]
    assert all(any(change.startswith(begins) for change in changes) for begins in scan.beside)
    balloons = {one.text for one in source.accounts if one.role == "tracked change"}
    assert set(scan.balloon_ends) <= balloons


def test_a_column_that_is_not_there_is_an_error_of_ours(corpus: Corpus) -> None:
    layout = corpus.sources["draft-2013.txt"].layout
    assert layout.scan
    wrong = replace(layout, scan=replace(layout.scan, columns=(("Nothing of the kind", "event."),)))
    with pytest.raises(CorpusError, match="Nothing of the kind"):
        parse(corpus.sources["draft-2013.txt"].text, wrong)
