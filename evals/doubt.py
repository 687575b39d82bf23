"""Fits what the signs of an unanswerable question weigh (see assistant.doubt), to cases nobody is judged by."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.abstain import declined_by_rule
from assistant.ask import searched, settled
from assistant.doubt import Weights, gap_to_weigh, signs
from assistant.question import understand
from assistant.sources import Sources
from evals.types import Case

# Of the cases that the texts answer, this share may be declined.
REFUSED = 0.02
STRENGTH = 0.3  # of the penalty on large weights, inverse (scikit-learn's C), over signs of unit variance
# Added to what is fitted, for the cases have few of these: to decline what a text defines, or what another document
# leaves open, is the worse mistake.
CAREFUL = {"asks what it is": -1.5, "gap elsewhere": -1.0}

Row = tuple[dict[str, float], bool]


def fitted(cases: Iterable[Case], sources: Sources) -> Weights:
    """The weights that tell best which of the cases the texts do not answer; at most REFUSED of the others declined."""
    rows = [row for case in cases for row in _rows(case, sources)]
    names = list(rows[0][0])
    seen = np.array([[row[name] for name in names] for row, _ in rows])
    unanswered = np.array([left for _, left in rows])
    weighed = _weighed(seen, unanswered) + np.array([CAREFUL.get(name, 0.0) for name in names])
    most = float(np.quantile((seen @ weighed)[~unanswered], 1 - REFUSED))
    return Weights({name: round(float(one), 3) for name, one in zip(names, weighed, strict=True)}, round(most, 3))


def as_toml(found: Weights) -> str:
    """The weights as they are kept."""
    lines = ["# Fitted by `python -m evals doubt` to the cases of the dev split; see assistant/doubt.py."]
    lines += [f"most = {found.most}", "", "[signs]"]
    lines += [f'"{name}" = {weight}' for name, weight in found.signs.items()]
    return "\n".join(lines) + "\n"


def _rows(case: Case, sources: Sources) -> Iterator[Row]:
    """What is seen of a case that no rule decides."""
    asked = understand(case.question, case.history, sources.corpus, case.documents, include_draft=case.include_draft)
    found, hits = searched(asked, sources)
    decided = settled(asked, found, hits, sources) or declined_by_rule(asked, hits, sources.corpus)
    if not decided and (gap := gap_to_weigh(found, hits, sources.corpus)):
        yield signs(gap, hits, asked, sources.corpus), case.abstain


def _weighed(seen: NDArray[np.float64], unanswered: NDArray[np.bool_]) -> NDArray[np.float64]:
    spread = np.maximum(seen.std(axis=0), 1e-6)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(seen / spread, unanswered)
    return np.asarray(model.coef_[0] / spread)
