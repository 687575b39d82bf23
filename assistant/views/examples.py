"""The questions on the empty page, for each kind of person who comes here."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "Delegates": (
        "Does international law oblige a State to prevent atrocity crimes?",
        "What does the Secretary-General call upon Member States to do in the 2017 report?",
        "What does paragraph 16 (b) of the 2019 report say?",
    ),
    "Model UN students": (
        "What are the three pillars of the responsibility to protect?",
        "Which risk factors for atrocity crimes does the 2013 report name?",
        "What can the Human Rights Council do to prevent atrocity crimes?",
    ),
    "Trainers": (
        "Which lessons for prevention does the 2019 report draw?",
        "What were the takeaways of the Arria-formula meeting?",
        "How do the 2013 and 2017 reports differ on accountability?",
    ),
}
