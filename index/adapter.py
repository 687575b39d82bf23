"""What the bundled model has learned from the question index: a low-rank addition to the weights of its layers.

LoRA (Hu and others 2021): to a weight W of shape (out, in) is added B A, of shapes (out, rank) and (rank, in). It is
added once, when the model is loaded, so that embedding takes no longer. `python -m index.tuning` makes it anew.
"""

import hashlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import nn

ADAPTER = Path(str(files("index").joinpath("adapter.npz")))
# The weights that are added to, in every layer of a BERT model.
ADAPTED = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
    "intermediate.dense", "output.dense",
)  # fmt: skip

# How much of it is added. Between the model as published and the taught one the vectors of questions on quite other
# things keep their distance (Wortsman and others 2022, on averaging weights); chosen on the dev cases.
SHARE = 0.7

Factors = dict[str, NDArray[np.float16]]  # "layer.0.attention.self.query.A" and ".B", and so on


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """What tells this adapter from any other."""
    return f"{SHARE}*{hashlib.sha256(ADAPTER.read_bytes()).hexdigest()[:12]}"


def bert_of(model: "nn.Module") -> "nn.Module":
    """The BERT model in a sentence-transformers model."""
    return model.get_submodule("0.auto_model")


def adapt(model: "nn.Module") -> None:
    """Add what was learned to the weights of a sentence-transformers model."""
    import torch

    with np.load(ADAPTER) as stored:
        factors: Factors = dict(stored)
    with torch.no_grad():
        for name in {key.rpartition(".")[0] for key in factors}:
            down, up = (torch.from_numpy(factors[f"{name}.{side}"].astype(np.float32)) for side in "AB")
            bert_of(model).get_parameter(f"encoder.{name}.weight").add_(SHARE * up @ down)


def write_factors(factors: Factors) -> None:
    """Keep what was learned, in place of what was learned before."""
    new = ADAPTER.with_suffix(".new.npz")
    np.savez(new, **dict(sorted(factors.items())))  # type: ignore[arg-type]  # its stub knows no names of one's own
    new.replace(ADAPTER)
