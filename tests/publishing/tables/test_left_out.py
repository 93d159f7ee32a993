"""What is said of leaving out single units and places, and that it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.leave_one_out import Without, without_each_unit
from parkindex.publishing.tables import left_out
from parkindex.publishing.tables.left_out import others_left_out

if TYPE_CHECKING:
    import pytest

    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_points_that_are_added_up_depend_on_nobody_else(report_2019: Edition, en: Setting, zh: Setting) -> None:
    result = report_2019.result()
    assert others_left_out(result, en) == [
        "Leaving out any one park, or all of one region, province or city, changes no rank or tier of the others"
    ]
    assert others_left_out(result, zh) == ["剔除任何一家，或任何一地（地区、省、市）的全部，其余各家的名次与梯队都不变"]
    evaluation = Evaluation.of(result)
    for row, unit in enumerate(result.units):
        rest = evaluation.without_units([unit])
        own = np.delete(result.ranks, row)
        assert (rest.ranks == own - (own > result.ranks[row])).all()
        assert (rest.tiers == np.delete(result.tiers, row)).all()


def test_the_one_that_moves_the_others_most_is_named(sample_22: Edition, en: Setting, zh: Setting) -> None:
    result = sample_22.result()
    units, places = others_left_out(result, en)
    most = max(without_each_unit(Evaluation.of(result)), key=lambda one: one.mean_shift)
    assert units.startswith(f"Of single parks, leaving out {result.dataset.unit(most.left_out).short.en} moves")
    assert f"by {most.mean_shift:.1f} places on average" in units
    assert places.startswith("Of places, leaving out all of ")
    assert others_left_out(result, zh)[0].startswith("剔除单家，以")


def test_large_editions_and_pairs_say_nothing(sample_22: Edition, en: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_out, "MOST_UNITS", 21)
    assert others_left_out(sample_22.result(), en) == []


def one(name: str, shift: float, *, failed: str = "") -> Without:
    return Without("unit", name, shift, "", 0, 1.0, (), failed)


def test_what_cannot_be_ranked_is_not_nothing() -> None:
    nan = float("nan")
    assert left_out._nothing([one("a", 0.0)])
    assert not left_out._nothing([one("a", 0.0), one("b", nan, failed="no unit is left")])
    assert left_out._most([one("b", nan, failed="no unit is left")]) is None
    assert left_out._most([one("a", 0.5), one("b", nan, failed="x"), one("c", 0.7)]) == one("c", 0.7)
