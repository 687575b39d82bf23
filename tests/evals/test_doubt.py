"""Fitting the weights of doubt."""

import tomllib

from assistant.sources import Sources
from evals.dataset import CASES, load_cases
from evals.doubt import as_toml, fitted


def test_the_weights_tell_most_of_what_they_are_fitted_to(sources: Sources) -> None:
    cases = [entry.case for entry in load_cases(CASES) if entry.case.id.startswith("dev-")]
    answered = [case for case in cases if not case.abstain][:40]
    left_open = [case for case in cases if case.abstain][:40]
    found = fitted([*answered, *left_open], sources)
    assert found.signs["gap ahead"] > 0
    assert tomllib.loads(as_toml(found)) == {"most": found.most, "signs": dict(found.signs)}
