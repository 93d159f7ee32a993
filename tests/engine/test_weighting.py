from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.data_weights import entropy
from parkindex.engine.weighting import combined, equal, given
from parkindex.errors import MethodError

X = np.random.default_rng(3).random((20, 3)) + 0.5


def test_given_weights_are_rescaled() -> None:
    assert given(X, [25, 50, 25]).tolist() == [0.25, 0.5, 0.25]
    assert given(X, np.array([[1, 1, 2], [0, 0, 1]])).tolist() == [[0.25, 0.25, 0.5], [0, 0, 1]]
    with pytest.raises(MethodError, match="zero"):
        given(X, [0, 0, 0])


def test_equal_ignores_what_is_stated() -> None:
    assert equal(X, [25, 50, 25]).tolist() == [1 / 3] * 3


def test_combined_runs_each_of_its_weightings() -> None:
    found = combined(X, [1, 1, 2], of=["given", "entropy"], share=0.25)
    np.testing.assert_allclose(found, 0.25 * np.array([0.25, 0.25, 0.5]) + 0.75 * entropy(X, [1, 1, 2]))


def test_combined_passes_parameters_on() -> None:
    budget = {"name": "budget_allocation", "parameters": {"points": [1, 0, 0]}}
    assert combined(X, [0, 0, 1], of=["given", budget]).tolist() == [0.5, 0, 0.5]


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (["given", "entropi"], "there are given"),
        (["given", "combined"], "unknown weighting 'combined'"),
        (["given", {"name": "entropy", "parametrs": {}}], "a weighting to be combined has a 'name'"),
        (["given", {"name": "entropy", "parameters": [1]}], "a weighting to be combined has a 'name'"),
        (["given"], "at least two"),
        (["given", {"name": "budget_allocation"}], "must be stated"),
        (["given", {"name": "entropy", "parameters": {"base": 2}}], "unknown parameter 'base'"),
    ],
)
def test_mistakes_in_a_combination_are_refused(of: list[object], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        combined(X, [1, 1, 1], of=of)
