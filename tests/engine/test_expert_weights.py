from __future__ import annotations

from typing import Literal

import numpy as np
import pytest

from parkindex.engine.expert_weights import analytic_hierarchy, best_worst, budget_allocation
from parkindex.errors import MethodError

X = np.ones((2, 3))
SOUND = np.array([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]])


def test_a_consistent_matrix_gives_its_ratios() -> None:
    priorities: tuple[Literal["eigenvector", "geometric"], ...] = ("eigenvector", "geometric")
    for priority in priorities:
        weight = analytic_hierarchy(X, [1, 1, 1], matrix=SOUND, priority=priority)
        np.testing.assert_allclose(weight, [4 / 7, 2 / 7, 1 / 7])


def test_several_experts_are_joined_by_geometric_means() -> None:
    weight = analytic_hierarchy(X, [1, 1, 1], matrix=[SOUND, SOUND.T])
    np.testing.assert_allclose(weight, [1 / 3] * 3)


def test_an_inconsistent_expert_is_named_with_the_judgement() -> None:
    odd = np.array([[1, 2, 1 / 9], [1 / 2, 1, 2], [9, 1 / 2, 1]])
    with pytest.raises(MethodError) as error:
        analytic_hierarchy(X, [1, 1, 1], matrix=[SOUND, odd])
    (finding,) = error.value.findings
    assert finding.where == "expert 2"
    assert "consistency ratio" in finding.message
    assert "over indicator #2 is" in finding.message
    weight = analytic_hierarchy(X, [1, 1, 1], matrix=odd, limit=10)
    assert weight.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        ([[1, 2], [0.5, 1]], "must be 3 by 3"),
        ([[1, 2, 4], [2, 1, 2], [0.25, 0.5, 1]], "indicator #0 over indicator #1 is 2"),
        ([[1, -2, 4], [-0.5, 1, 2], [0.25, 0.5, 1]], "positive"),
        ([[1, 2], [0.5]], "rows of one length"),
        ([[2, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]], "not reciprocal"),
    ],
)
def test_matrices_that_are_no_judgements_are_refused(matrix: list[list[float]], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        analytic_hierarchy(X, [1, 1, 1], matrix=matrix)


def test_rounded_reciprocals_are_taken() -> None:
    rounded = [[1, 3, 3], [0.33, 1, 1], [0.33, 1, 1]]
    assert analytic_hierarchy(X, [1, 1, 1], matrix=rounded)[0] == pytest.approx(0.6, abs=0.01)


def test_budgets_of_any_size_count_the_same() -> None:
    assert budget_allocation(X, [1, 1, 1], points=[[100, 0, 0], [1, 2, 1]]).tolist() == [0.625, 0.25, 0.125]
    assert budget_allocation(X, [1, 1, 1], points=[2, 1, 1]).tolist() == [0.5, 0.25, 0.25]
    with pytest.raises(MethodError, match="at least zero"):
        budget_allocation(X, [1, 1, 1], points=[[2, -1, 1]])


def test_best_worst_agrees_with_consistent_comparisons() -> None:
    weight = best_worst(X, [1, 1, 1], best_to_others=[1, 2, 4], others_to_worst=[4, 2, 1])
    np.testing.assert_allclose(weight, [4 / 7, 2 / 7, 1 / 7], atol=1e-9)


def test_best_worst_makes_the_greatest_deviation_least() -> None:
    to_others, to_worst = np.array([1.0, 3, 7]), np.array([7.0, 2, 1])
    weight = best_worst(X, [1, 1, 1], best_to_others=to_others, others_to_worst=to_worst)

    def deviation(at: np.ndarray) -> float:
        return float(max(np.abs(at[0] - to_others * at).max(), np.abs(at - to_worst * at[2]).max()))

    for first in np.linspace(0.4, 0.8, 81):
        for second in np.linspace(0.05, 0.4, 71):
            assert deviation(np.array([first, second, 1 - first - second])) >= deviation(weight) - 1e-9


@pytest.mark.parametrize("comparisons", [[2, 3, 4], [1, 0.5, 2], [1, 2]])
def test_comparisons_need_a_best_child(comparisons: list[float]) -> None:
    with pytest.raises(MethodError, match="'best_to_others'"):
        best_worst(X, [1, 1, 1], best_to_others=comparisons, others_to_worst=[4, 2, 1])
