from __future__ import annotations

import pytest

from parkindex.evidence.amounts import parse
from parkindex.evidence.depth import largest, points_of_depth
from parkindex.evidence.rows import SupportCell


def cell(category: str, words: str, scheme: str = "s") -> SupportCell:
    return SupportCell(scheme, category, words, clauses=parse(words).clauses)


def test_the_largest_amount_of_a_cell_is_its_highest_bound() -> None:
    assert largest(parse("最高500万创业贷，最高2000万股权投资").clauses) == 2e7
    assert largest(parse("10亿元产业基金、最高200万元/年利息补贴").clauses) == 1e9
    assert largest(parse("至少20万元奖励").clauses) == 2e5
    assert largest(parse("20%贴息").clauses) is None
    assert largest(()) is None


@pytest.mark.parametrize(("count", "points"), [(0, 0.0), (1, 0.5), (2, 0.5), (3, 1.0), (5, 1.5), (7, 2.0), (10, 2.0)])
def test_points_for_the_number_of_categories_with_a_figure(count: int, points: float) -> None:
    cells = [cell(f"c{number}", "20%贴息") for number in range(count)]
    depth = points_of_depth(cells, cells)
    assert (depth.stated, depth.size, depth.total) == (points, 0.0, points)


def test_a_benefit_without_a_figure_is_no_depth() -> None:
    depth = points_of_depth([cell("talent", "财政返还"), cell("other", "开放50个应用场景")], [])
    assert (depth.categories, depth.total) == (0, 0.0)


@pytest.mark.parametrize(
    ("words", "standing"), [("最高10万元", 0.0), ("最高20万元", 0.375), ("最高30万元", 0.75), ("最高90万元", 1.0)]
)
def test_points_for_size_are_the_standing_among_all_schemes(words: str, standing: float) -> None:
    others = ["最高10万元", "最高20万元", "最高20万元", "最高30万元", "最高90万元"]
    matrix = [cell("talent", other, f"s{number}") for number, other in enumerate(others)]
    assert points_of_depth([cell("talent", words)], matrix).size == pytest.approx(3 * standing)


def test_a_scheme_alone_in_a_category_stands_in_the_middle() -> None:
    only = cell("talent", "最高10万元")
    assert points_of_depth([only], [only]).size == 1.5


def test_a_threshold_lowers_depth_only_where_every_figure_has_one() -> None:
    hindered = [cell("operation", "门槛：500万营收，最高补贴200万元"), cell("talent", "最高10万元")]
    depth = points_of_depth(hindered, hindered)
    assert (depth.hindered, depth.thresholds) == (1, 0.25)
    mixed = [cell("operation", "最高10万元奖励，门槛：500万营收，最高补贴200万元")]
    assert points_of_depth(mixed, mixed).hindered == 0


def test_thresholds_cost_at_most_a_point_and_depth_is_never_negative() -> None:
    cells = [cell(f"c{number}", "门槛：500万营收，20%补贴") for number in range(6)]
    depth = points_of_depth(cells, cells)
    assert (depth.stated, depth.thresholds, depth.total) == (1.5, 1.0, 0.5)
    one = points_of_depth([cell("c", "门槛：500万营收，20%补贴")], [])
    assert one.total == 0.25


def test_the_reason_is_told_in_both_languages() -> None:
    cells = [cell("operation", "门槛：500万营收，最高补贴200万元")]
    because = points_of_depth(cells, cells).because
    assert because.zh == "1类有明确数额（0.5分），额度1.50分，门槛减0.25分"
    assert because.en == "1 category with figures (0.5), size 1.50, thresholds −0.25"
