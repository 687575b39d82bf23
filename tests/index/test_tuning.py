"""How the model is taught: what belongs together, what is learned, and what is left alone."""

import torch

from corpus.load import Corpus
from index.tuning import contrastive_loss, groups_of


def test_every_question_is_in_one_group(corpus: Corpus) -> None:
    drawn = [question for group in groups_of(corpus) for question in group.questions]
    answered = sum(len(questions) for questions in corpus.questions.values())
    assert len(drawn) == answered + sum(len(gap.questions) for gap in corpus.gaps)


def test_the_loss_is_small_where_those_of_a_group_are_near_each_other() -> None:
    vectors = torch.nn.functional.normalize(torch.tensor([[1.0, 0.0], [1.0, 0.1], [0.0, 1.0], [0.1, 1.0]]), dim=1)
    near, apart = torch.tensor([0, 0, 1, 1]), torch.tensor([0, 1, 0, 1])
    paragraphs = torch.zeros(4, dtype=torch.bool)
    assert contrastive_loss(vectors, near, paragraphs) < 0.01 < 5 < contrastive_loss(vectors, apart, paragraphs)


def test_two_gaps_are_not_drawn_apart() -> None:
    vectors = torch.nn.functional.normalize(torch.tensor([[1.0, 0.0], [1.0, 0.1], [1.0, 0.05], [1.0, 0.02]]), dim=1)
    numbers, gaps = torch.tensor([0, 0, 1, 1]), torch.ones(4, dtype=torch.bool)
    assert contrastive_loss(vectors, numbers, gaps) < 0.01 < contrastive_loss(vectors, numbers, ~gaps)
