"""Answers graded by a chat model: are they faithful to what they cite, and do they answer the question?

A grade is read from one line of a fixed form. A reply without such a line leaves the answer unscored: it counts as
no grade at all, neither as the worst nor as none of anything.
"""

import re
from collections.abc import Callable, Mapping

from assistant.chat.chat import Chat
from assistant.chat.failures import NoReply
from assistant.chat.prompts import prompt
from assistant.types import Answer
from evals.types import Attempt

Judge = Callable[[Attempt], Mapping[str, tuple[float, ...]]]

WORST, BEST = 1, 5
_GRADE = re.compile(
    r"^\W*GRADE\s+faithfulness\s*=\s*([1-5])\s+relevance\s*=\s*([1-5])\W*$", re.IGNORECASE | re.MULTILINE
)


def judged_by(chat: Chat) -> Judge:
    """Grades every answer that answers, by this model.

    `faithfulness` and `relevance` lie between 0 (grade 1) and 1 (grade 5); `graded` is 1 if a grade was given.
    """

    def judge(attempt: Attempt) -> Mapping[str, tuple[float, ...]]:
        if attempt.answer is None or not attempt.answered:
            return {}
        grades = read_grades(_reply(attempt.answer, chat))
        return {name: (value,) for name, value in grades.items()} | {"graded": (float(bool(grades)),)}

    return judge


def read_grades(reply: str) -> dict[str, float]:
    """The grades of a reply; none if it has no line of grades, or several that differ."""
    found = set(_GRADE.findall(reply))
    if len(found) != 1:
        return {}
    values = ((int(grade) - WORST) / (BEST - WORST) for grade in found.pop())
    return dict(zip(("faithfulness", "relevance"), values, strict=True))


def _reply(answer: Answer, chat: Chat) -> str:
    """What the judge says; nothing if it does not answer."""
    quotations = "\n".join(f"[{one.n}] {one.cite}: “{one.quote}”" for one in answer.citations)
    asked = prompt("judge", question=answer.standalone_question, answer=answer.answer, quotations=quotations)
    try:
        return chat.calls().complete(asked)
    except NoReply:
        return ""
