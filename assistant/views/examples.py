"""The questions on the empty page, for each kind of person who comes here."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "Delegates": (
        "Does international law oblige a State to prevent atrocity crimes?",
        "What does the 2013 report call upon all Member States to do?",
        "Which five areas should Member States focus on to prevent atrocity crimes?",
    ),
    "Model UN students": (
        "What are the three pillars of the responsibility to protect?",
        "What is a national focal point on the responsibility to protect?",
        "What does the study guide say about the Rome Statute?",
    ),
    "Trainers": (
        "How does the 2017 report describe legal, moral and political accountability?",
        "How can civil society help to prevent atrocity crimes?",
        "What does paragraph 16 (b) of the 2019 report say?",
    ),
}
