"""The ablation: a row a stage, and every stage scores every paragraph."""

import numpy as np
import pytest

from assistant.sources import Sources
from evals.ablation import STAGES, ablation, on_scale
from evals.types import Case, Gold


def test_the_table_has_a_row_a_stage(sources: Sources) -> None:
    case = Case(
        id="a", question="Do memorials help?", gold=(Gold(paragraph="sg-2013:64"),), kind="fact", audience="student"
    )
    table = ablation([case], sources)
    assert table.row_count == 1 + len(STAGES)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_scores_every_paragraph(sources: Sources, stage: str) -> None:
    found = sources.index.searching.evidence("early warning", ["sg-2019"])
    scores = STAGES[stage](found)
    assert len(scores) == len(sources.corpus.paragraphs)
    assert np.isfinite(scores).all()


def test_a_stage_keeps_its_order_at_the_distances_of_the_whole(sources: Sources) -> None:
    found = sources.index.searching.evidence("early warning", ["sg-2019"])
    spread, words = on_scale(found.words, found)[found.allowed], found.words[found.allowed]
    assert sorted(spread) == sorted(found.fused()[found.allowed])
    assert words[np.argsort(-spread, kind="stable")].tolist() == sorted(words, reverse=True)
