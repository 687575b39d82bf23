"""What the model has learned: added to its weights once, and part of what tells an index from another."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from index import adapter
from index.embedder import Embedder


class Bert(nn.Module):
    """As much of a BERT model as is adapted here."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList([nn.Linear(3, 2, bias=False)])})


def model() -> nn.Module:
    transformer = nn.Module()
    transformer.auto_model = Bert()
    return nn.Sequential(transformer)


def test_the_product_is_added_to_the_weight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "ADAPTER", tmp_path / "adapter.npz")
    down, up = np.array([[1, 2, 3]], dtype=np.float16), np.array([[1], [-2]], dtype=np.float16)
    adapter.write_factors({"layer.0.A": down, "layer.0.B": up})
    adapted = model()
    before = adapter.bert_of(adapted).get_parameter("encoder.layer.0.weight").detach().clone()
    adapter.adapt(adapted)
    after = adapter.bert_of(adapted).get_parameter("encoder.layer.0.weight").detach()
    product = torch.tensor([[1.0, 2.0, 3.0], [-2.0, -4.0, -6.0]])
    assert torch.allclose(after - before, adapter.SHARE * product, atol=1e-5)


def test_nothing_is_left_beside_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "ADAPTER", tmp_path / "adapter.npz")
    adapter.write_factors({"layer.0.A": np.zeros((1, 3), dtype=np.float16)})
    assert [one.name for one in tmp_path.iterdir()] == ["adapter.npz"]


def test_an_index_of_the_model_as_published_is_not_one_of_ours() -> None:
    assert Embedder().fingerprint != Embedder(adapted=False).fingerprint


def test_another_model_is_left_as_it_is() -> None:
    assert not Embedder("somebody/some-model").adapted


def test_what_was_learned_changes_vectors_that_stay_of_length_one() -> None:
    ours, published = (Embedder(adapted=adapted).embed(["who keeps an eye on it?"])[0] for adapted in (True, False))
    assert np.linalg.norm(ours) == pytest.approx(1, abs=1e-5)
    assert float(ours @ published) < 0.999
