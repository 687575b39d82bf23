"""Where two wordings differ, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.differences import Run, differences, marked

WORDS = st.lists(st.sampled_from(["States", "must", "may", "prevent", "atrocities"])).map(" ".join)


def test_differences_are_marked_the_earlier_words_first() -> None:
    runs = differences("I call on all States to: act", "I call upon all States to act now")
    assert marked(runs) == "I call [-on-] {+upon+} all States [-to:-] {+to+} act {+now+}"


def test_curly_quotes_are_no_difference() -> None:
    assert differences("the “gap” isn’t", 'the "gap" isn\'t') == (Run("both", "the “gap” isn’t"),)


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_the_differences(earlier: str, later: str) -> None:
    runs = differences(earlier, later)
    assert " ".join(run.text for run in runs if run.of != "later") == earlier
    assert " ".join(run.text for run in runs if run.of != "earlier") == later
