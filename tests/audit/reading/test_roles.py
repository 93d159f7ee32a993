from __future__ import annotations

from parkindex.audit.reading.columns import read_field
from parkindex.audit.reading.heads import find_head
from parkindex.audit.reading.roles import Roles, find_roles

from .conftest import grid_of


def roles_of(text: str, *named: str) -> Roles:
    grid = grid_of(text)
    head = find_head(grid)
    fields = [read_field(grid, list(head.body), index, name)[0] for index, name in enumerate(head.heads) if name]
    return find_roles(fields, grid.where(head.row), named)


def scores(roles: Roles) -> list[str]:
    return [each.head for each in roles.scores]


def total(roles: Roles) -> str:
    return roles.total.head if roles.total else ""


def test_heads_tell_the_columns_apart() -> None:
    roles = roles_of("名次,园区,城市,梯队,政策,运营,总分\n1,甲,杭州,一,1,2,3\n2,乙,杭州,二,1,1,2")
    assert roles.names is not None
    assert roles.rank is not None
    assert roles.tier is not None
    assert roles.place is not None
    assert (roles.names.head, roles.rank.head, roles.tier.head, roles.place.head) == ("园区", "名次", "梯队", "城市")
    assert (total(roles), scores(roles), roles.notes) == ("总分", ["政策", "运营"], [])


def test_the_only_column_of_words_holds_the_names() -> None:
    roles = roles_of("甲乙丙,政策,运营\nx,1,2\ny,2,1")
    assert roles.names is not None
    assert (roles.names.head, roles.notes) == ("甲乙丙", [])


def test_of_several_columns_of_words_the_telling_one_holds_the_names() -> None:
    roles = roles_of("类型,谁,政策,运营\nx,a,1,2\nx,b,2,1")
    assert roles.names is not None
    assert roles.names.head == "谁"
    assert roles.notes == ["column '谁' is taken for the names"]


def test_cities_may_be_the_units() -> None:
    roles = roles_of("城市,省份,政策,运营\n杭州,浙江,1,2\n宁波,浙江,2,1")
    assert roles.names is not None
    assert roles.place is not None
    assert (roles.names.head, roles.place.head) == ("城市", "省份")


def test_without_names() -> None:
    roles = roles_of("政策,运营\n1,2\n2,1")
    assert [finding.code for finding in roles.problems] == ["table.names"]
    assert "there are '政策', '运营'" in roles.problems[0].hint


def test_a_total_that_no_head_names_is_the_sum_or_the_mean_of_the_others() -> None:
    sums = roles_of("园区,甲,乙,丙\na,1.5,2,3.5\nb,2.5,1,3.5\nc,4,4.1,8.1")
    assert (total(sums), scores(sums)) == ("丙", ["甲", "乙"])
    assert sums.notes == ["column '丙' is taken for the total"]
    means = roles_of("园区,丙,甲,乙\na,1.75,1.5,2\nb,1.75,2.5,1\nc,4.05,4,4.1")
    assert total(means) == "丙"


def test_the_only_sorted_column_is_the_total() -> None:
    rows = "\n".join(f"u{row},{(row * 7) % 10},{(row * 3) % 10},{100 - row}" for row in range(10))
    assert total(roles_of(f"园区,甲,乙,丙\n{rows}")) == "丙"
    few = "\n".join(f"u{row},{(row * 7) % 10},{(row * 3) % 10},{100 - row}" for row in range(5))
    assert total(roles_of(f"园区,甲,乙,丙\n{few}")) == ""


def test_a_head_that_may_be_the_total_is_if_it_is_the_only_one() -> None:
    assert total(roles_of("园区,政策,运营,得分\na,1,2,9\nb,2,1,7")) == "得分"
    assert total(roles_of("园区,2018年,2019年\na,1,2\nb,2,1")) == ""
    assert total(roles_of("园区,政策\na,1\nb,2")) == "政策"


def test_two_totals() -> None:
    roles = roles_of("园区,政策,总分,综合得分\na,1,2,3\nb,2,1,3")
    assert [finding.code for finding in roles.problems] == ["table.two-totals"]
    assert "(got '总分', '综合得分')" in roles.problems[0].message


def test_what_is_no_score_is_left_aside_and_said() -> None:
    roles = roles_of("园区,成立时间,政策,运营,投资（亿元）,政策排名,总分\na,2017,1,2,30,2,3\nb,2018,2,1,40,1,3")
    assert scores(roles) == ["政策", "运营"]
    assert roles.notes == [
        "column '成立时间' is something else by its head, not a score: left aside",
        "column '政策排名' is something else by its head, not a score: left aside",
        "column '投资（亿元）' is a measurement in its own unit, not a score: left aside",
    ]


def test_measurements_are_kept_where_there_is_nothing_else() -> None:
    assert scores(roles_of("园区,投资（亿元）,面积（亩）,总分\na,1,2,3\nb,2,1,3")) == ["投资（亿元）", "面积（亩）"]


def test_columns_that_are_named_are_the_scores() -> None:
    roles = roles_of("园区,成立时间,政策,运营,总分\na,2017,1,2,3\nb,2018,2,1,3", "政策", "成立时间")
    assert scores(roles) == ["成立时间", "政策"]
    assert roles.notes == ["column '运营' is without a weight, not a score: left aside"]


def test_a_serial_number_is_a_rank_only_where_totals_fall() -> None:
    falling = roles_of("序号,园区,政策,运营,总分\n1,a,1,2,5\n2,b,2,1,3")
    assert falling.rank is not None
    rising = roles_of("序号,园区,政策,运营,总分\n1,a,1,2,3\n2,b,2,1,5")
    assert rising.rank is None
    assert scores(rising) == ["政策", "运营"]


def test_points_that_are_taken_off_count_below_zero() -> None:
    roles = roles_of("园区,工作,扣分,总分\n甲,90,5,85\n乙,80,-,80\n丙,70,0,70")
    assert [None if cell is None else int(cell) for cell in roles.scores[1].cells] == [-5, None, 0]
    assert roles.scores[1].texts == ("5", "-", "0")
    assert roles.notes == ["column '扣分' is taken off: its numbers count below 0"]


def test_deductions_with_their_sign_stay_as_they_are() -> None:
    roles = roles_of("Unit,Work,Deductions,Total\na,90,-5,85\nb,80,0,80")
    assert [int(cell or 0) for cell in roles.scores[1].cells] == [-5, 0]
    assert roles.notes == []


def test_subtotals_are_left_aside_where_their_terms_stand_beside_them() -> None:
    roles = roles_of("园区,投入1,投入2,投入小计,产出,总分\n甲,1,2,3,4,7\n乙,2,3,5,1,6")
    assert scores(roles) == ["投入1", "投入2", "产出"]
    assert roles.notes == ["column '投入小计' is a subtotal by its head, not a score: left aside"]
    assert scores(roles_of("园区,投入小计,产出小计,总分\n甲,3,4,7\n乙,5,1,6")) == ["投入小计", "产出小计"]
