"""Which documents a question names, and what is left of it without their names."""

import pytest

from assistant.naming import named_documents, without_mentions
from corpus.load import Corpus


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("What does the 2019 report say on early action?", ["sg-2019"]),
        ("Compare the 2013 and 2017 reports on focal points", ["sg-2013", "sg-2017"]),
        ("How did the tone change from 2013 to 2019?", ["sg-2013", "sg-2019"]),
        ("reports of 2017 and 2019", ["sg-2017", "sg-2019"]),
        ("2019: what works?", ["sg-2019"]),
        ("everything that can trigger it, 2013", ["sg-2013"]),
        ("25a 2019", ["sg-2019"]),
        ("What does A/73/898 say?", ["sg-2019"]),
        ("What does S/2017/556 say?", ["sg-2017"]),
        ("What does the study guide note on Syria?", ["guide-2025"]),
        ("Who signed the Polish letter?", ["letter-2019"]),
        ("How did the leaked draft of the 2013 report put it?", ["draft-2013"]),
        ("What was launched in July 2017?", []),
        ("Which civil society coalition was set up in 2017?", []),
        ("draft articles on crimes against humanity", []),
        ("What should the draft resolution say?", []),
        ("Must one follow the letter of the Charter?", []),
        ("2013 draft para 30", ["draft-2013"]),
        ("Compare the three reports on education", ["sg-2013", "sg-2017", "sg-2019"]),
        ("sg-2019 16(b)", ["sg-2019"]),
        ("Kenya in 2013", []),
        ("and in 2017?", ["sg-2017"]),
        ("How do the draft, the final 2013 report and the 2019 report differ?", ["sg-2013", "draft-2013", "sg-2019"]),
        ("2019, " * 1300, ["sg-2019"]),  # at once
    ],
)
def test_documents_are_recognised(corpus: Corpus, text: str, named: list[str]) -> None:
    assert list(named_documents(text, corpus.documents.values())) == named


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("focal points in the 2017 report", "focal points"),
        ("what stands in the way, says the 2013 report?", "what stands in the way,?"),
        ("the 2017 report", "the 2017 report"),
        ("Who pays?", "Who pays?"),
    ],
)
def test_names_are_taken_out_unless_nothing_else_is_left(corpus: Corpus, text: str, rest: str) -> None:
    assert without_mentions(text, corpus.documents.values()) == rest
