"""Grades of a judge: read from one line of a fixed form, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from assistant.chat.failures import EMPTY, NoReply
from evals.judge import judged_by, read_grades
from evals.report import estimates
from evals.scorers import score


@dataclass
class Saying:
    """Stands where a chat model does, and says these things one after the other."""

    replies: Iterator[str]
    asked: list[str] = field(default_factory=list)

    def calls(self):
        return self

    def complete(self, messages):
        self.asked.append(messages[-1][1])
        reply = next(self.replies)
        if reply == "nothing":
            raise NoReply(EMPTY)
        return reply


@pytest.mark.parametrize(
    ("reply", "grades"),
    [
        ("Well.\nGRADE faithfulness=5 relevance=1", {"faithfulness": 1.0, "relevance": 0.0}),
        ("**GRADE faithfulness=3 relevance=4**", {"faithfulness": 0.5, "relevance": 0.75}),
        ("grade Faithfulness = 1 Relevance = 2\n", {"faithfulness": 0.0, "relevance": 0.25}),
        ("GRADE faithfulness=5 relevance=5\nGRADE faithfulness=5 relevance=5", {"faithfulness": 1.0, "relevance": 1.0}),
        ("GRADE faithfulness=5 relevance=5\nGRADE faithfulness=1 relevance=5", {}),
        ("GRADE faithfulness=6 relevance=5", {}),
        ("GRADE faithfulness=0 relevance=5", {}),
        ("GRADE faithfulness=4.5 relevance=5", {}),
        ("GRADE faithfulness=nan relevance=5", {}),
        ("The grade is 5.", {}),
        ("", {}),
    ],
)
def test_a_grade_is_read_from_its_line_or_not_at_all(reply: str, grades: dict[str, float]) -> None:
    assert read_grades(reply) == grades


def test_an_answer_without_a_grade_is_unscored_and_counted(make_case, make_attempt, corpus) -> None:
    judge = judged_by(Saying(iter(["GRADE faithfulness=5 relevance=3", "I would say five.", "nothing"])))
    scores = [score(make_attempt(make_case(), ("a:1",), ("a:1",)), corpus, judge) for _ in range(3)]
    found = estimates(scores)
    assert (found["faithfulness"].value, found["faithfulness"].n) == (1.0, 1)
    assert (found["relevance"].value, found["relevance"].n) == (0.5, 1)
    assert (found["graded"].value, found["graded"].n) == (pytest.approx(1 / 3), 3)


def test_an_abstention_is_not_put_to_the_judge(make_case, make_attempt, corpus) -> None:
    saying = Saying(iter([]))
    scored = score(make_attempt(make_case(abstain=True), abstained=True), corpus, judged_by(saying))
    assert saying.asked == []
    assert "graded" not in scored.values


def test_the_judge_sees_question_answer_and_quotations(make_case, make_attempt, corpus) -> None:
    saying = Saying(iter([""]))
    score(make_attempt(make_case(), ("a:1",), ("a:1",), answer="Fifty-nine took part. [1]"), corpus, judged_by(saying))
    assert "Fifty-nine took part. [1]" in saying.asked[0]
    assert "Prevention is cheaper than rebuilding." in saying.asked[0]
