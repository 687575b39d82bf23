"""BM25 over texts, and over single questions."""

from index.lexical import Lexical, Wordings


def test_the_text_with_the_rarer_word_scores_best() -> None:
    scores = Lexical(["States and treaties", "States and memorials", "States and States"]).scores(
        "Do memorials help States?"
    )
    assert scores.argmax() == 1


def test_a_question_of_unknown_words_scores_nothing() -> None:
    assert not Lexical(["States and treaties"]).scores("xyzzy").any()


def test_many_questions_weigh_no_less_than_few() -> None:
    few = [["how many focal points are there"]]
    many = [["how many focal points are there", *(f"what else does place {n} hold" for n in range(30))]]
    scores = Wordings([*few, *many]).scores("how many focal points")
    assert scores[0] == scores[1] > 0


def test_who_has_no_questions_scores_nothing() -> None:
    assert not Wordings([[], []]).scores("how many").any()
    assert Wordings([[], ["how many focal points"]]).scores("focal points").tolist()[0] == 0
