"""The discriminant between questions that are answered and questions that are left open."""

import numpy as np

from index.leaning import Leaning


def unit(rows: list[list[float]]) -> np.ndarray:
    vectors = np.array(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_a_question_leans_to_its_like() -> None:
    leaning = Leaning(unit([[1, 0.1, 0], [1, 0, 0.2], [1, 0.3, 0.1]]), unit([[0.1, 1, 0], [0, 1, 0.2]]))
    assert leaning([1.0, 0.0, 0.0]) < 0 < leaning([0.0, 1.0, 0.0])


def test_many_of_one_kind_weigh_no_more_than_few_of_the_other() -> None:
    answered, left_open = unit([[1, 0, 0]]), unit([[0, 1, 0]])
    even, uneven = Leaning(answered, left_open), Leaning(np.repeat(answered, 500, axis=0), left_open)
    between = [0.7071, 0.7071, 0.0]
    assert abs(even(between)) < 0.01
    assert abs(uneven(between)) < 0.1


def test_with_nothing_to_compare_it_leans_nowhere() -> None:
    assert Leaning(unit([[1, 0, 0]]), np.zeros((0, 3), dtype=np.float32))([1.0, 0.0, 0.0]) == 0
