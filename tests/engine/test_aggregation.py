from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.aggregation import (
    AGGREGATIONS,
    arithmetic,
    geometric,
    harmonic,
    mean_with_bonus,
    power_mean,
    total,
)
from parkindex.errors import MethodError

MISSING = np.nan


def test_the_three_classical_means() -> None:
    x = np.array([[2.0, 8.0]])
    assert arithmetic(x, [1, 1])[0] == 5
    assert geometric(x, [1, 1])[0] == pytest.approx(4)
    assert harmonic(x, [1, 1])[0] == pytest.approx(3.2)


def test_weights_need_not_sum_to_one() -> None:
    x = np.array([[2.0, 8.0]])
    assert arithmetic(x, [25, 75])[0] == pytest.approx(6.5)
    assert power_mean(x, [3, 1], p=2)[0] == pytest.approx(np.sqrt((3 * 4 + 64) / 4))


def test_a_missing_child_renormalises_above_the_share_and_is_missing_below() -> None:
    x = np.array([[10.0, MISSING, 40.0]])
    assert arithmetic(x, [1, 2, 1])[0] == pytest.approx(25)
    assert arithmetic(x, [1, 2, 1], minimum_share=0.5)[0] == pytest.approx(25)
    assert np.isnan(arithmetic(x, [1, 2, 1], minimum_share=0.51)[0])


def test_the_share_present_is_reached_in_spite_of_rounding() -> None:
    x = np.array([[1.0, 2.0, MISSING]])
    assert arithmetic(x, [0.1, 0.2, 0.7], minimum_share=0.3)[0] == pytest.approx(5 / 3)


@pytest.mark.parametrize("name", ["arithmetic", "geometric", "harmonic", "power", "sum"])
def test_all_children_missing_is_missing(name: str) -> None:
    x = np.array([[MISSING, MISSING], [1.0, 2.0]])
    assert np.isnan(AGGREGATIONS[name](x, [1, 1])).tolist() == [True, False]


def test_present_children_without_weight_give_nothing() -> None:
    assert np.isnan(arithmetic(np.array([[5.0, MISSING]]), [0, 1])[0])


def test_zero_is_in_the_domain_above_zero_only() -> None:
    x = np.array([[0.0, 4.0], [0.0, 0.0]])
    np.testing.assert_allclose(power_mean(x, [1, 1], p=2), [np.sqrt(8), 0])
    with pytest.raises(MethodError) as error:
        geometric(x, [1, 1])
    assert [finding.where for finding in error.value.findings] == ["indicator #0", "indicator #1"]
    assert "units #0, #1" in error.value.findings[0].message


def test_negative_values_only_under_the_arithmetic_mean() -> None:
    x = np.array([[-1.0, 3.0]])
    assert arithmetic(x, [1, 1])[0] == 1
    with pytest.raises(MethodError, match="not negative"):
        power_mean(x, [1, 1], p=2)


def test_large_powers_do_not_overflow() -> None:
    x = np.array([[1e200, 2e200]])
    assert power_mean(x, [1, 1], p=300)[0] == pytest.approx(2e200, rel=1e-2)
    assert power_mean(x, [1, 1], p=-300)[0] == pytest.approx(1e200, rel=1e-2)


def test_the_sum_ignores_weights_and_adds_points() -> None:
    x = np.array([[23.85, 34.58, 18.53, 28.55]])
    assert round(total(x, [25, 45, 15, 15])[0], 2) == 105.51


def test_a_missing_child_makes_the_sum_missing_unless_a_share_is_enough() -> None:
    x = np.array([[1.0, MISSING, 3.0]])
    assert np.isnan(total(x, [1, 1, 1])[0])
    assert total(x, [1, 1, 1], minimum_share=0.6)[0] == 4


@pytest.mark.parametrize(
    ("weight", "words"),
    [([-1, 2], "at least zero"), ([0, 0], "not all be zero"), ([1], "shape"), ([1, np.nan], "at least")],
)
def test_weights_that_are_none_are_refused(weight: list[float], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        arithmetic(np.array([[1.0, 2.0]]), weight)


def test_infinity_is_refused() -> None:
    with pytest.raises(MethodError, match="infinity"):
        arithmetic(np.array([[1.0, np.inf]]), [1, 1])


def test_each_unit_may_have_weights_of_its_own() -> None:
    x = np.array([[1.0, 3.0], [1.0, 3.0]])
    assert arithmetic(x, np.array([[1.0, 0.0], [0.0, 1.0]])).tolist() == [1, 3]


def test_draws_of_weights_over_one_matrix() -> None:
    x = np.array([[[1.0, 3.0], [2.0, 4.0]]])
    assert arithmetic(x, np.array([[1.0, 0.0], [0.0, 1.0]])).tolist() == [[1, 2], [3, 4]]


def test_bonus_and_deduction_come_on_top_of_the_mean() -> None:
    x = np.array([[80.0, 60.0, 5.0, 2.0], [80.0, 60.0, MISSING, MISSING]])
    assert mean_with_bonus(x, [1, 1, 9, 9], bonus=[2], deduction=[3]).tolist() == [73, 70]


def test_bonus_is_bounded_when_bounds_are_stated() -> None:
    x = np.array([[99.0, 5.0], [1.0, -8.0]])
    assert mean_with_bonus(x, [1, 1], bonus=[1], least=0, most=100).tolist() == [100, 0]


@pytest.mark.parametrize("items", [{"bonus": [0, 1]}, {"bonus": [0], "deduction": [0]}])
def test_some_child_must_be_an_ordinary_one(items: dict[str, list[int]]) -> None:
    with pytest.raises(MethodError, match="ordinary"):
        mean_with_bonus(np.array([[1.0, 2.0]]), [1, 1], bonus=items["bonus"], deduction=items.get("deduction", []))
