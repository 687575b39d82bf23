"""How the model is taught: what belongs together, what is learned, and what is left alone."""

import torch
from torch import nn

from corpus.load import Corpus
from index.tuning import add_factors, contrastive_loss, groups_of


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


class Bert(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        dense = nn.ModuleDict({"output": nn.ModuleDict({"dense": nn.Linear(4, 4)})})
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList([dense])})
        self.pooler = nn.Linear(4, 4)


def test_only_the_factors_learn_and_at_first_they_add_nothing() -> None:
    bert = Bert()
    weight = bert.get_parameter("encoder.layer.0.output.dense.weight").detach().clone()
    added = add_factors(bert)
    assert list(added) == ["layer.0.output.dense"]
    adapted = bert.get_submodule("encoder.layer.0.output.dense").weight
    assert torch.equal(adapted, weight)
    learning = {name for name, one in bert.named_parameters() if one.requires_grad}
    assert {name.rpartition(".")[2] for name in learning} == {"up", "down"}
