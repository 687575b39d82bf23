"""Thin matrices beside a model's weights: what learns, what is left alone, and what is kept of it."""

import numpy as np
import torch
from torch import nn

from index.low_rank import add_factors, factors_of


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
    assert isinstance(adapted, torch.Tensor)
    assert torch.equal(adapted, weight)
    learning = {name for name, one in bert.named_parameters() if one.requires_grad}
    assert {name.rpartition(".")[2] for name in learning} == {"up", "down"}


def test_what_is_kept_is_all_that_is_added() -> None:
    bert = Bert()
    weight = bert.get_parameter("encoder.layer.0.output.dense.weight").detach().clone()
    added = add_factors(bert)
    with torch.no_grad():
        added["layer.0.output.dense"].up.fill_(0.5)
    kept = factors_of(added)
    product = kept["layer.0.output.dense.B"].astype(np.float32) @ kept["layer.0.output.dense.A"].astype(np.float32)
    adapted = bert.get_submodule("encoder.layer.0.output.dense").weight
    assert isinstance(adapted, torch.Tensor)
    assert np.allclose((adapted - weight).detach().numpy(), product, atol=1e-2)
