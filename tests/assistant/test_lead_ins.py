"""What leads in to an item is told with it: once, and not where it is quoted anyway."""

from collections.abc import Callable, Sequence

import pytest

from assistant.lead_ins import lead_ins
from assistant.statement import Statement
from assistant.types import Citation
from assistant.write import cite_statements, write
from corpus.load import Corpus

CALL = "I call upon all Member States to"


@pytest.fixture
def cited(corpus: Corpus) -> Callable[..., Sequence[Citation]]:
    """Citations of these paragraphs, whole."""
    return lambda *ids: cite_statements([Statement(one, 0, len(corpus.get(one).text)) for one in ids], corpus)


def test_an_item_is_told_with_who_asks_it(cited: Callable[..., Sequence[Citation]], corpus: Corpus) -> None:
    citations = cited("sg-2013:71(a)")
    assert lead_ins(citations, corpus) == {1: CALL}
    assert f"Under “{CALL}”: “Appoint" in write(citations, corpus)


def test_what_leads_in_is_told_once_a_list(cited: Callable[..., Sequence[Citation]], corpus: Corpus) -> None:
    citations = cited("sg-2013:71(a)", "sg-2013:71(c)", "sg-2017:45/1")
    assert lead_ins(citations, corpus) == {1: CALL, 3: "All Member States can"}
    assert "- Para. 71 (c): “Sign" in write(citations, corpus)


def test_what_leads_in_is_not_told_where_it_is_cited(cited: Callable[..., Sequence[Citation]], corpus: Corpus) -> None:
    assert lead_ins(cited("sg-2013:71", "sg-2013:71(a)"), corpus) == {}


def test_another_sentence_of_its_paragraph_does_not_lead_in(corpus: Corpus) -> None:
    other = Statement("sg-2013:71", 0, corpus.get("sg-2013:71").text.index(" The steps"))
    item = Statement("sg-2013:71(a)", 0, 40)
    assert lead_ins(cite_statements([other, item], corpus), corpus) == {2: CALL}


@pytest.mark.parametrize("paragraph", ["sg-2017:13", "sg-2013:fn/5", "letter-2019:annex-1/security-council/1"])
def test_what_is_no_item_of_a_list_has_none(
    paragraph: str, cited: Callable[..., Sequence[Citation]], corpus: Corpus
) -> None:
    assert lead_ins(cited(paragraph), corpus) == {}


def test_what_leads_in_stands_above_its_item_letter_for_letter(
    cited: Callable[..., Sequence[Citation]], corpus: Corpus
) -> None:
    items = [one.id for one in corpus if one.kind in ("item", "bullet") and one.part_of]
    citations = cited(*items)
    of = {citation.n: corpus.get(citation.id).part_of or "" for citation in citations}
    told = lead_ins(citations, corpus)
    assert len(told) > 10
    assert all(words and words in corpus.get(of[n]).text for n, words in told.items())
