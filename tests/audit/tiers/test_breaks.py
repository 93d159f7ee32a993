"""Tests of printed tiers beside natural breaks."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit.tiers.breaks import natural_breaks
from parkindex.audit.tiers.parting import goodness

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition

TOTALS = [95, 94.5, 94, 93.5, 93, 92.5, 92, 91.5, 75, 74.5, 74, 73.5]


def test_tiers_that_part_a_cluster_and_join_two_are_told() -> None:
    printed = [f"{total:.1f}" for total in TOTALS]
    tiers = (1, 1, 1, *[2] * 9)
    (found,) = natural_breaks(publication([[total] for total in printed], printed, tiers=tiers))
    assert (found.verdict, found.severity) == ("fails", "minor")
    assert found.data["moved"] == ["u4", "u5", "u6", "u7", "u8"]
    assert [exhibit.printed for exhibit in found.exhibits] == ["91.5", "75.0"]
    assert "按自然断点各梯队为8、4家" in found.says.zh


def test_natural_tiers_hold_and_so_do_nearly_natural_ones() -> None:
    printed = [f"{total:.1f}" for total in TOTALS]
    for first in (8, 7):
        tiers = (*[1] * first, *[2] * (12 - first))
        (found,) = natural_breaks(publication([[total] for total in printed], printed, tiers=tiers))
        assert found.verdict == "holds"
        assert found.data["best"] == pytest.approx(goodness(np.array(TOTALS), np.array([1] * 8 + [2] * 4)))


def test_few_units_cannot_be_tested() -> None:
    (found,) = natural_breaks(publication([[9], [8], [3], [2]], [9, 8, 3, 2], tiers=(1, 1, 2, 2)))
    assert found.verdict == "untestable"


def test_2019_would_be_cut_elsewhere(report_2019: Edition) -> None:
    (found,) = (outcome for outcome in report_2019.audit().outcomes if outcome.check == "tiers.natural-breaks")
    assert found.verdict == "fails"
    total = report_2019.audit().publication.ranking.total
    assert total is not None
    scores = np.sort(total.values)[::-1]
    cuts = max(
        combinations(range(1, 22), 2), key=lambda at: goodness(scores, np.digitize(np.arange(22), at))
    )  # all 210 ways to make three tiers
    assert cuts == (7, 16)
    assert found.data["best"] == pytest.approx(goodness(scores, np.digitize(np.arange(22), cuts)))
    assert found.data["goodness"] == pytest.approx(goodness(scores, np.digitize(np.arange(22), (6, 12))))
    assert (round(found.data["goodness"], 2), round(found.data["best"], 2)) == (0.69, 0.89)
