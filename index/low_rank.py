"""Thin matrices that learn beside the weights of a model (LoRA, Hu and others 2021); index.adapter says what for."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils import parametrize

from index.adapter import ADAPTED, Factors

RANK = 8
SCALE = 2.0


class LowRank(nn.Module):
    """What is added to a weight of shape (out, in): the product of two thin matrices, none at first."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        out, into = weight.shape
        self.down = nn.Parameter(torch.randn(RANK, into) / into**0.5)
        self.up = nn.Parameter(torch.zeros(out, RANK))

    def forward(self, weight: Tensor) -> Tensor:
        """The weight and what is added to it."""
        return weight + SCALE * self.up @ self.down

    def factors(self) -> dict[str, NDArray[np.float16]]:
        """The two matrices as they are kept."""
        kept = {"A": self.down, "B": SCALE * self.up}
        return {side: one.detach().numpy().astype(np.float16) for side, one in kept.items()}


def add_factors(bert: nn.Module) -> dict[str, LowRank]:
    """Put factors that learn beside the weights that are adapted, and keep all else as it is."""
    for one in bert.parameters():
        one.requires_grad = False
    names = [name for name, _ in bert.named_modules() if name.startswith("encoder.") and name.endswith(ADAPTED)]
    added = {}
    for name in names:
        beside = added[name.removeprefix("encoder.")] = LowRank(bert.get_parameter(f"{name}.weight"))
        parametrize.register_parametrization(bert.get_submodule(name), "weight", beside)
    return added


def factors_of(added: Mapping[str, LowRank]) -> Factors:
    """All that was learned, as it is kept."""
    return {f"{name}.{side}": one for name, pair in added.items() for side, one in pair.factors().items()}
