"""Every sentence is read once, with what it hangs on."""

from assistant.registers.reading import readings
from corpus.load import Corpus
from corpus.sentences import sentences


def test_the_readings_are_the_sentences_of_the_corpus_in_order(corpus: Corpus) -> None:
    read = [(one.paragraph.id, one.span) for one in readings(corpus)]
    assert read == [(paragraph.id, span) for paragraph in corpus for span in sentences(paragraph.text)]


def test_the_text_of_a_reading_is_verbatim_and_its_id_is_its_own(corpus: Corpus) -> None:
    read = list(readings(corpus))
    assert all(one.text == one.paragraph.text[one.span.start : one.span.end] for one in read)
    assert len({one.id for one in read}) == len(read)


def test_an_item_hangs_on_its_lead_in_and_what_follows_stands_in_it(corpus: Corpus) -> None:
    first, second, third = [one for one in readings(corpus) if one.paragraph.id == "sg-2013:71(b)"]
    assert first.lead_in == first.above == "I call upon all Member States to:"
    assert (second.lead_in, third.lead_in) == ("", "")
    assert second.above == third.above == first.lead_in


def test_a_list_may_be_announced_without_a_colon(corpus: Corpus) -> None:
    bullet = next(one for one in readings(corpus) if one.paragraph.id == "sg-2017:36/2")
    assert bullet.lead_in.endswith("through the adoption of four simple steps.")


def test_a_clause_cut_after_a_semicolon_knows_the_first(corpus: Corpus) -> None:
    clauses = [one for one in readings(corpus) if one.paragraph.id == "letter-2019:annex-1/security-council/6"]
    assert [one.opening for one in clauses] == ["", clauses[0].text]


def test_the_lines_of_a_list_hang_on_the_line_that_announces_them(corpus: Corpus) -> None:
    lines = [one for one in readings(corpus) if one.paragraph.id == "guide-2025:note/b"]
    told = {one.words: one.lead_in for one in lines if one.text.startswith("- ")}
    assert told["Weakness of State structures"] == "The common risk factors are:"
    assert told["Signs of a plan or policy to attack any civilian population"] == "The specific risk factors are:"
