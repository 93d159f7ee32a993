from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.leave_one_out import (
    without_all_places,
    without_each_indicator,
    without_each_pillar,
    without_each_place,
    without_each_unit,
)
from parkindex.engine import Context, Method, Step

if TYPE_CHECKING:
    from parkindex.edition import Edition

    from .conftest import Make

TREE = {"index": None, "x": "index", "a": "x", "b": "x", "y": "index", "c": "y"}


def test_without_the_one_that_decides_the_ranking_turns(make: Make) -> None:
    held = make([[9.0, 1.0, 1.0], [1.0, 2.0, 2.0], [0.0, 3.0, 4.0]])
    a, b, _ = without_each_indicator(held)
    assert (a.left_out, a.kind, a.largest, a.largest_shift) == ("a", "indicator", "A", -2)
    assert a.mean_shift == pytest.approx(4 / 3)
    assert a.kendall == pytest.approx(-1 / 3)
    assert b.largest_shift == 0
    assert b.largest == ""


def test_pillars_go_with_all_below_them(make: Make) -> None:
    held = make([[9.0, 9.0, 1.0], [1.0, 1.0, 2.0]], parents=TREE)
    found = {each.left_out: each for each in without_each_pillar(held)}
    assert list(found) == ["x", "y"]
    assert abs(found["x"].largest_shift) == 1
    assert found["y"].largest_shift == 0
    assert [each.left_out for each in without_each_indicator(held)] == ["a", "b", "c"]


def test_without_a_unit_the_others_are_compared_among_themselves(make: Make) -> None:
    """With min-max, C stretches the second scale; without it B overtakes A."""
    held = make([[10.0, 0.0], [8.0, 1.0], [0.0, 20.0]], Method("m", normalisation=Step("min_max")))
    found = {each.left_out: each for each in without_each_unit(held)}
    assert found["B"].mean_shift == 0
    assert list(found) == ["A", "B", "C"]


def test_places_are_the_labels_of_a_group(make: Make) -> None:
    context = Context(groups={"city": np.array(["x", "x", "y", "z"])}, units=("A", "B", "C", "D"))
    held = make([[4.0, 1], [3, 2], [2, 3], [1, 5]], context=context)
    assert [each.left_out for each in without_each_place(held, "city")] == ["x", "y", "z"]
    assert all(each.mean_shift == 0 for each in without_each_place(held, "city"))


def test_places_of_one_unit_or_of_the_same_units_are_left_out_once(make: Make) -> None:
    regions = {
        "region": ["r", "r", "r", "s", "s"],
        "province": ["p", "p", "q", "t", "t"],
        "city": ["x", "y", "z", "", ""],
    }
    held = make([[float(k), 1.0] for k in range(5)], context=Context(groups=regions))
    assert [each.left_out for each in without_all_places(held)] == ["r", "s", "p"]
    assert [each.left_out for each in without_all_places(held, ("city",))] == []
    assert without_all_places(held, ("district",)) == ()


def test_what_cannot_be_scored_says_why(make: Make) -> None:
    held = make([[1.0, 5.0], [1.0, 6.0], [2.0, 7.0]], Method("m", normalisation=Step("min_max")))
    found = {each.left_out: each for each in without_each_unit(held)}
    assert "all values are the same" in found["C"].failed
    assert np.isnan(found["C"].mean_shift)
    assert found["A"].failed == ""


def test_a_single_entry_has_nothing_to_leave_out(make: Make) -> None:
    assert without_each_indicator(make([[1.0], [2.0]])) == ()
    assert without_each_pillar(make([[1.0], [2.0]])) == ()


def test_the_report_of_2019_without_each_of_its_parts(report_2019: Edition) -> None:
    held = Evaluation.of(report_2019.result("sound"))
    assert [each.failed for each in without_each_pillar(held)] == [""] * 4
    assert len(without_each_unit(held)) == 22
    cities = without_each_place(held, "city")
    assert len(cities) == len(set(map(str, held.context.groups["city"])))  # type: ignore[arg-type]
    assert all(each.kendall > 0.5 for each in cities)


def test_a_sum_is_summed_over_what_is_left(make: Make) -> None:
    held = make([[5.0, 1.0], [1.0, 2.0]], Method("m", normalisation=Step("none"), aggregation=Step("sum")))
    a, _ = without_each_indicator(held)
    assert abs(a.largest_shift) == 1
