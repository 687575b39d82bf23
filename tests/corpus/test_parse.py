"""What the five texts do to a parser: each trap, and what a person reads there."""

import pytest

from corpus.cite import ordinal
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("paragraph", "begins", "ends"),
    [
        ("sg-2017:3", "The international community recognizes", "the legacy of past atrocities to prevent recurrence."),
        ("sg-2017:12", "Legal accountability relates", "held accountable for fulfilling that responsibility."),
        ("sg-2017:14", "The legal obligations of States", "sources of tension before they escalate"),
        ("sg-2017:17", "The international community's", "contribute to the prevention of these crimes,"),
        ("sg-2017:22", "Existing national political", "a greater impact on atrocity prevention."),
        ("sg-2017:36/2", "Second, the inclusion", "in their oral presentations and replies."),
        ("sg-2017:45/3", "Issue open invitations", "develop atrocity prevention strategies accordingly."),
        ("sg-2019:16(a)", "Need to manage diversity", "conflict resolution towards sustaining peace;"),
        ("sg-2019:16(e)", "Guarantees of non-recurrence.", "to break cultures of impunity."),
        ("sg-2019:23(c)", "Third, providing support", "stabilization of particular situations;"),
        ("sg-2019:28", "Second, the best outcomes", "This strengthens atrocity prevention."),
        ("sg-2019:29", "Third, unity of purpose", "less credible and, as a result, less effective."),
        ("sg-2013:3", "The second report, in 2010", "as well as ways of protecting responsibility."),
        ("sg-2013:9", "In order to seek the views", "one regional organization and 27 civil society organizations."),
        ("sg-2013:28", "The greatest challenges", "disproportionate or indiscriminate use of force."),
        ("sg-2013:37", "Most Governments seek", "and that they are accepted as credible."),
        ("sg-2013:59", "In Africa, Kenya, Rwanda", "national early warning mechanisms."),
        ("sg-2013:72", "The consequences of the failure", "when we know that they could have been prevented."),
        ("guide-2025:note/13", "The ultimate aim", "risks and triggers of mass atrocities."),
        ("guide-2025:note/b", "This framework divides", "Serious threats to humanitarian or peacekeeping operations"),
        ("letter-2019:annex-1/security-council/3", "Support further development", "including observer missions;"),
        ("letter-2019:annex-1/other-entities-of-the-united-nations-system/6", "Implement other", "in communities."),
        ("draft-2013:memo/2", "to. Susana Malcorra", "There i ,500 word limit."),
        ("draft-2013:78", "I would welcome", "crises and conflicts break out."),
    ],
)  # fmt: skip
def test_a_cut_paragraph_is_whole(corpus: Corpus, paragraph: str, begins: str, ends: str) -> None:
    text = corpus.get(paragraph).text
    assert text.startswith(begins)
    assert text.endswith(ends)


def test_a_word_cut_at_its_hyphen_is_joined(corpus: Corpus) -> None:
    assert "Fifty-nine Member States from every region" in corpus.get("sg-2017:4").text


def test_a_list_inside_a_box_or_a_sentence_opens_no_paragraph(corpus: Corpus) -> None:
    assert "1. those focused on early warning systems" in corpus.get("guide-2025:note/13").text
    assert "(f) degree of favourability" in corpus.get("sg-2019:30").text
    assert "sg-2019:30(f)" not in corpus


def test_a_source_keeps_its_own_slips(corpus: Corpus) -> None:
    assert corpus.get("sg-2019:19").text.startswith("Conceted action")
    assert "effectively the prohibit" in corpus.get("sg-2013:28").text


def test_marks_and_emphasis_are_lifted_out(corpus: Corpus) -> None:
    paragraph = corpus.get("sg-2017:20")
    lead = paragraph.emphasis[0]
    assert paragraph.text[lead.start : lead.end].startswith("Ratify and implement the core instruments")
    assert [mark.number for mark in corpus.get("sg-2017:3").marks] == [1, 2, 3, 4, 5, 6]
    assert not any(character in paragraph.text for character in "*¹²³⁴⁵⁶⁷⁸⁹")


@pytest.mark.parametrize(
    ("footnote", "cited_in"),
    [
        ("sg-2017:fn/6", "3"),
        ("sg-2017:fn/8", "7"),
        ("sg-2017:fn/10", "18"),
        ("sg-2017:fn/23", "43"),
        ("sg-2013:fn/4", "40"),
    ],
)
def test_a_footnote_belongs_to_the_paragraph_that_cites_it(corpus: Corpus, footnote: str, cited_in: str) -> None:
    document = footnote.partition(":")[0]
    assert corpus.get(footnote).part_of == f"{document}:{cited_in}"


def test_a_footnote_cited_twice_is_known_to_both(corpus: Corpus) -> None:
    assert corpus.get("sg-2013:71(c)").footnotes == ("sg-2013:fn/4",)


@pytest.mark.parametrize(
    ("note", "about"),
    [
        ("note/46", "46"),
        ("note/24/2", "25"),
        ("note/24/3", "32"),
        ("note/a", "71(a)"),
        ("note/0", "1"),
        ("note/III", "12"),
    ],
)
def test_a_box_belongs_to_the_paragraph_it_is_about(corpus: Corpus, note: str, about: str) -> None:
    assert corpus.get(f"guide-2025:{note}").part_of == f"sg-2013:{about}"
    assert f"guide-2025:{note}" in corpus.get(f"sg-2013:{about}").notes


@pytest.mark.parametrize(("draft", "published"), [("30", "30"), ("71", "71"), ("72", "71"), ("73", "72"), ("78", "77")])
def test_a_draft_paragraph_knows_what_it_became(corpus: Corpus, draft: str, published: str) -> None:
    assert corpus.get(f"draft-2013:{draft}").published == f"sg-2013:{published}"


def test_no_balloon_of_a_reviewer_stands_in_the_draft(corpus: Corpus) -> None:
    assert not [one.id for one in corpus.of("draft-2013") if "Deleted:" in one.text or "Formatted:" in one.text]


@pytest.mark.parametrize(
    ("paragraph", "cite"),
    [
        ("sg-2019:16(b)", "A/73/898-S/2019/463, para. 16 (b)"),
        ("sg-2017:45/2", "A/71/1016-S/2017/556, para. 45, second bullet"),
        ("sg-2017:fn/4", "A/71/1016-S/2017/556, footnote 4"),
        ("sg-2019:summary/1", "A/73/898-S/2019/463, Summary, first paragraph"),
        ("guide-2025:note/46", "WIMUN NY 2025 study guide, note to para. 46"),
        ("guide-2025:note/24/2", "WIMUN NY 2025 study guide, second note labelled 24"),
        ("guide-2025:note/e", "WIMUN NY 2025 study guide, note to para. 71 (e)"),
        ("draft-2013:30", "Draft of the 2013 report (June 2013), para. 30"),
        ("draft-2013:memo/1", "Draft of the 2013 report (June 2013), first memo"),
        (
            "letter-2019:annex-1/security-council/6",
            "Letter dated 14 January 2019 from the Permanent Representative of Poland, annex I, "
            "‘Security Council’, sixth bullet",
        ),
        (
            "letter-2019:annex-2/purpose-and-scope-of-the-meeting/3",
            "Letter dated 14 January 2019 from the Permanent Representative of Poland, annex II, "
            "‘Purpose and scope of the meeting’, first bullet",
        ),
    ],
)  # fmt: skip
def test_a_citation_has_the_form_people_use(corpus: Corpus, paragraph: str, cite: str) -> None:
    assert corpus.get(paragraph).cite == cite


def test_every_citation_is_unlike_every_other(corpus: Corpus) -> None:
    cites = [paragraph.cite for paragraph in corpus]
    assert len(set(cites)) == len(cites)


def test_the_lines_of_a_note_are_told_without_its_title(corpus: Corpus) -> None:
    assert corpus.get("guide-2025:note/46").lines == ((308, 308),)


def test_ordinals() -> None:
    assert [ordinal(1), ordinal(12), ordinal(13)] == ["first", "twelfth", "thirteenth"]
