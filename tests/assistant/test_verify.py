"""A citation that does not hold is dropped and said to be."""

from dataclasses import replace

import pytest

from assistant.statement import Statement
from assistant.verify import verify
from assistant.write import cite_statements
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"id": "sg-2017:99"}, "no such paragraph"),
        ({"id": "sg-2017:14"}, "quoted words"),
        ({"quote": "States must obey"}, "quoted words"),
        ({"quote": "", "end": 0}, "quoted words"),
        ({"start": 1}, "quoted words"),
        ({"cite": "A/71/1016-S/2017/556, para. 14"}, "its citation"),
    ],
)
def test_a_citation_that_does_not_hold_is_dropped(corpus: Corpus, wrong: dict[str, object], said: str) -> None:
    good, other = cite_statements([Statement("sg-2017:13", 0, 40), Statement("sg-2017:20", 0, 20)], corpus)
    held, warnings = verify([replace(good, **wrong), other], corpus)  # type: ignore[arg-type]
    assert [(citation.id, citation.n) for citation in held] == [("sg-2017:20", 1)]
    assert len(warnings) == 1
    assert said in warnings[0]


def test_what_holds_is_kept(corpus: Corpus) -> None:
    citations = cite_statements([Statement("sg-2017:13", 0, 40)], corpus)
    assert verify(citations, corpus) == (citations, [])
