"""The support matrix in numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from scipy import stats

from parkindex.analysis.support import breadth_and_stars, categories_served, scheme_supports
from parkindex.evidence.model import Clause, Dataset, Scheme, Status, SupportCell
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition

NAME = Text(zh="某区", en="District")


@pytest.mark.parametrize(
    ("scheme", "breadth", "elsewhere", "stars"),
    [
        ("huangpu", 10, 0, 4),
        ("yangpu", 7, 0, 4),
        ("suzhou", 7, 0, 3),
        ("changsha", 7, 1, 3),
        ("xihu-xixi-valley", 5, 0, 2),
        ("xihu-xiongan", 7, 0, 4),
        ("nanhai", 5, 2, 2),
        ("loudi", 2, 1, 1),
    ],
)
def test_breadth_of_the_schemes_of_2019(
    report_2019: Edition, scheme: str, breadth: int, elsewhere: int, stars: int
) -> None:
    support = {each.scheme.scheme: each for each in scheme_supports(report_2019.dataset)}[scheme]
    assert (support.breadth, support.elsewhere, support.stars) == (breadth, elsewhere, stars)
    assert len(support.cells) == 10
    assert support.with_amount <= support.breadth


def test_breadth_goes_with_stars_in_2019(report_2019: Edition) -> None:
    breadth, stars = [10, 7, 7, 7, 5, 7, 5, 2], [4, 4, 3, 3, 2, 4, 2, 1]
    expected = stats.spearmanr(breadth, stars).statistic
    assert breadth_and_stars(scheme_supports(report_2019.dataset)) == pytest.approx(expected)


def test_categories_served_in_2019(report_2019: Edition) -> None:
    served = categories_served(report_2019.dataset)
    assert len(served) == 10
    assert served["premises"] == 8
    assert sum(served.values()) == 50


def test_a_benefit_without_figure_counts_for_breadth_only() -> None:
    cells = (
        SupportCell("s", "talent", "财政返还", clauses=(Clause("benefit", "财政返还"),)),
        SupportCell("s", "premises", "30万元", clauses=(Clause("amount", "30万元", least=3e5, most=3e5),)),
        SupportCell("s", "events", "", status=Status.NONE),
        SupportCell("s", "listing", "", status=Status.REFERS_ELSEWHERE),
    )
    (support,) = scheme_supports(Dataset(schemes=(Scheme("s", NAME, "p"),), support=cells))
    assert (support.breadth, support.with_amount, support.elsewhere) == (2, 1, 1)
    assert math.isnan(breadth_and_stars((support,)))
