"""A shift split into what the data did and what the method did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.shift import SplitComparison, split_shift
from parkindex.engine.method import Step
from parkindex.index import Index

from .structure_cases import COLUMNS, scored

if TYPE_CHECKING:
    from parkindex.edition import Edition

LATER = {**COLUMNS, "a": tuple(reversed(COLUMNS["a"])), "d": (8, 7, 6, 5, 4, 3, 2, 1)}


def adds_up(found: SplitComparison) -> None:
    for each in found.shifts:
        assert each.shift == pytest.approx(each.shift_by_data + each.shift_by_method, nan_ok=True)
        assert each.gain == pytest.approx(each.gain_by_data + each.gain_by_method, nan_ok=True)


def test_the_parts_add_up_and_belong_to_both() -> None:
    first, second = scored(), scored(LATER, aggregation=Step("power", {"p": 0.5}))
    found = split_shift(first, second)
    adds_up(found)
    assert found.by_data > 0
    assert [each.unit for each in found.shifts] == list(first.order())
    for each, shift in zip(found.shifts, found.comparison.shifts, strict=True):
        assert each.shift == shift.shift


def test_the_same_method_leaves_everything_to_the_data() -> None:
    found = split_shift(scored(), scored(LATER))
    adds_up(found)
    assert found.by_method == 0
    assert all(each.gain_by_method == 0 for each in found.shifts)


def test_the_same_data_leave_everything_to_the_method(report_2019: Edition) -> None:
    found = split_shift(report_2019.result("published"), report_2019.result("sound"))
    adds_up(found)
    assert found.by_data == 0
    assert found.by_method == pytest.approx(np.mean([abs(each.shift) for each in found.shifts]))


def test_the_two_orders_are_averaged() -> None:
    """The data alone, before and after the method changes, scored here one by one."""
    first, second = scored(), scored(LATER, aggregation=Step("power", {"p": 0.5}))
    crossed = Index(first.framework, first.dataset, second.method).score()
    back = Index(second.framework, second.dataset, first.method).score()
    for each in split_shift(first, second).shifts:
        one, other, after, before = (result.score(each.unit) for result in (first, second, crossed, back))
        assert each.gain_by_data == pytest.approx((before - one + other - after) / 2)
        assert each.gain_by_method == pytest.approx((after - one + other - before) / 2)
