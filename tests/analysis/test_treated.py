"""Before and after the treatment: what was moved is what the result says, and leads to the same scores."""

from __future__ import annotations

import math

import numpy as np

from parkindex.analysis.treated import MovedPoint, moved_points, treated
from parkindex.engine.method import Step

from .structure_cases import COLUMNS, panel, scored


def test_the_extreme_point_is_moved_to_the_next() -> None:
    result = scored(treatment=Step("winsorise"))
    found = treated(result)
    assert moved_points(found) == (MovedPoint("d", "u7", 90.0, 2.0),)
    assert (
        found.moved.tolist() == result.outcome.treated[:, [result.column_of(code) for code in found.entries]].tolist()
    )
    normalised = (found.after - found.after.min(axis=0)) / np.ptp(found.after, axis=0) * 100
    columns = [result.column_of(code) for code in found.entries]
    np.testing.assert_allclose(result.outcome.normalised[:, columns], normalised)


def test_values_stand_as_the_steps_before_left_them() -> None:
    gaps = {**COLUMNS, "d": (math.nan, 1.0, 2.0, 1.0, 1.0, 2.0, 1.0, 90.0)}
    found = treated(scored(gaps, imputation=Step("median"), denomination=Step("ratio", {"by": {"d": "a"}})))
    assert found.before[2, 3] == 2 / 3
    assert found.before[0, 3] == np.median([1 / 2, 2 / 3, 1 / 4, 1 / 5, 2 / 6, 1 / 7, 90 / 8])
    assert moved_points(found) == ()


def test_years_are_treated_alone_or_together() -> None:
    calm = {**COLUMNS, "d": (70, 72, 74, 76, 78, 80, 82, 84)}
    alone = panel({2017: calm, 2018: COLUMNS}, treatment=Step("winsorise"))
    together = panel({2017: calm, 2018: COLUMNS}, treatment=Step("winsorise"), across=("treatment",))
    assert [point.unit for point in moved_points(treated(alone.result()))] == ["u7"]
    assert moved_points(treated(together.result())) == ()
    for one in (alone, together):
        found, result = treated(one.result()), one.result()
        columns = [result.column_of(code) for code in found.entries]
        assert found.moved.tolist() == result.outcome.treated[:, columns].tolist()
