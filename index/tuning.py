"""Teaches the bundled model the question index: `python -m index.tuning`, see CONTRIBUTING.md.

Questions that one paragraph answers are drawn together, and those of others apart; so are the questions of what the
texts leave open. The loss is the supervised contrastive one (Khosla and others 2020); in each batch stand as many
paragraphs as gaps, near each other, for these are what must be told apart. Gaps are not told from other gaps: two of
them may ask the same. No evaluation case is read.
"""

import logging
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from corpus.load import Corpus, load_corpus
from corpus.sentences import sentences
from index.adapter import bert_of, write_factors
from index.embedder import Embedder
from index.low_rank import LowRank, add_factors, factors_of

logger = logging.getLogger(__name__)

SEED = 0
EPOCHS = 5
LEARNING_RATE = 1e-3
TEMPERATURE = 0.05
GROUPS = 48  # paragraphs and gaps in a batch
NEIGHBOURS = 12  # among how many nearest of a kind those that stand beside one are drawn
WITH_TEXTS = 0.1  # the share of batches in which a paragraph's own sentences stand among its questions
LONGEST = 32  # word pieces
AT_ONCE = 64  # texts of like length that are embedded together


@dataclass(frozen=True)
class Group:
    """The questions of one paragraph or gap, and the paragraph's sentences."""

    questions: Sequence[str]
    texts: Sequence[str] = ()
    is_gap: bool = False


def main() -> None:
    """Learn the adapter, and write it where the embedder finds it."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.manual_seed(SEED)
    groups = groups_of(load_corpus())
    embedder = Embedder(adapted=False)
    batches = _Batches(groups, _neighbours(groups, embedder))
    added = add_factors(bert_of(embedder.model))
    _learn(embedder, added, batches, EPOCHS * batches.in_epoch)
    write_factors(factors_of(added))


def groups_of(corpus: Corpus) -> list[Group]:
    """What is drawn together: the questions of each paragraph, and of each gap."""
    answered = [
        Group(questions, [one.text[span.start : span.end] for span in sentences(one.text)])
        for one in corpus
        if (questions := corpus.questions.get(one.id, ()))
    ]
    return [*answered, *(Group(gap.questions, is_gap=True) for gap in corpus.gaps)]


def _neighbours(groups: Sequence[Group], embedder: Embedder) -> NDArray[np.intp]:
    """The nearest paragraphs of each group, then its nearest gaps, by the means of their questions' vectors."""
    vectors = embedder.embed([question for group in groups for question in group.questions])
    counts = np.array([len(group.questions) for group in groups])
    means = np.add.reduceat(vectors, np.cumsum(counts) - counts)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    cosines = means @ means.T
    np.fill_diagonal(cosines, -1)
    gaps = np.array([group.is_gap for group in groups])
    nearest = [np.argsort(-np.where(kind, cosines, -2), axis=1)[:, :NEIGHBOURS] for kind in (~gaps, gaps)]
    return np.concatenate(nearest, axis=1)


class _Batches:
    """Draws batches: texts, and for each the number of its group."""

    def __init__(self, groups: Sequence[Group], neighbours: NDArray[np.intp]) -> None:
        self._groups, self._neighbours = groups, neighbours
        self._kinds = [[at for at, one in enumerate(groups) if one.is_gap == kind] for kind in (False, True)]
        self._random = random.Random(SEED)  # noqa: S311  # draws batches, no secrets
        self.in_epoch = sum(len(group.questions) for group in groups) // (2 * GROUPS)

    def draw(self) -> tuple[list[str], list[int]]:
        with_texts = self._random.random() < WITH_TEXTS
        drawn = [(text, number) for number in self._numbers() for text in self._texts(self._groups[number], with_texts)]
        return [text for text, _ in drawn], [number for _, number in drawn]

    def gaps(self, numbers: Sequence[int]) -> Tensor:
        """Which of the groups are gaps."""
        return torch.tensor([self._groups[number].is_gap for number in numbers])

    def _numbers(self) -> list[int]:
        """Paragraphs and gaps in turn, each with a near paragraph and a near gap."""
        chosen: dict[int, None] = {}
        while len(chosen) < GROUPS:
            for kind in self._kinds:
                one = self._random.choice(kind)
                near = self._neighbours[one].tolist()
                beside = [self._random.choice(near[:NEIGHBOURS]), self._random.choice(near[NEIGHBOURS:])]
                chosen |= dict.fromkeys([one, *beside])
        return list(chosen)

    def _texts(self, group: Group, with_texts: bool) -> Iterator[str]:
        yield from self._random.sample(group.questions, min(2, len(group.questions)))
        if with_texts and group.texts:
            yield self._random.choice(group.texts)


def _learn(embedder: Embedder, added: Mapping[str, LowRank], batches: _Batches, steps: int) -> None:
    parameters = [one for pair in added.values() for one in pair.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=LEARNING_RATE, weight_decay=0.01)
    rising = max(20, steps // 10)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / rising) * max(0.02, 1 - step / steps)
    )
    bert_of(embedder.model).train()
    begun = time.monotonic()
    for step in range(steps):
        texts, numbers = batches.draw()
        loss = contrastive_loss(_embedded(embedder, texts), torch.tensor(numbers), batches.gaps(numbers))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        rate.step()
        if step % 20 == 0:
            logger.info("%d/%d: loss %.2f, %.0f s", step, steps, loss.item(), time.monotonic() - begun)


def contrastive_loss(vectors: Tensor, numbers: Tensor, gaps: Tensor) -> Tensor:
    """The supervised contrastive loss of unit vectors; those with the same number belong together.

    Two of the `gaps` are neither drawn together nor apart unless they have the same number.
    """
    together = numbers[:, None] == numbers[None]
    itself = torch.eye(len(numbers), dtype=torch.bool)
    ignored = itself | (gaps[:, None] & gaps[None] & ~together)
    cosines = (vectors @ vectors.T / TEMPERATURE).masked_fill(ignored, -1e4)
    log_share = cosines - torch.logsumexp(cosines, dim=1, keepdim=True)
    together = together & ~itself
    paired = together.any(dim=1)
    of_each = log_share.masked_fill(~together, 0).sum(dim=1)[paired] / together.sum(dim=1)[paired]
    return -of_each.mean()


def _embedded(embedder: Embedder, texts: Sequence[str]) -> Tensor:
    """The unit vectors of texts, in their order; those of like length together, for little is then filled up."""
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    parts = [order[at : at + AT_ONCE] for at in range(0, len(order), AT_ONCE)]
    vectors = torch.cat([_pooled(embedder, [texts[at] for at in part]) for part in parts])
    return vectors[torch.tensor(order).argsort()]


def _pooled(embedder: Embedder, texts: Sequence[str]) -> Tensor:
    """The unit vectors, as the model makes them: the mean of its word pieces', of length one."""
    pieces = embedder.model.tokenizer(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    with torch.autocast("cpu", torch.bfloat16):  # half the time where the processor knows it
        vectors = bert_of(embedder.model)(**pieces).last_hidden_state.float()
    real = pieces["attention_mask"].unsqueeze(-1)
    return torch.nn.functional.normalize((vectors * real).sum(dim=1) / real.sum(dim=1), dim=1)


if __name__ == "__main__":
    main()
