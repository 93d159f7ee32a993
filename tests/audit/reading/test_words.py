from __future__ import annotations

import pytest

from parkindex.audit.reading.words import SUMMARIES, WEIGHT_ROWS, Role, is_amount, measure_of, plain, role_of, weight_of


@pytest.mark.parametrize(
    ("head", "role"),
    [
        *[
            (head, "rank")
            for head in ("排名", "名次", "总排名", "2019年排名", "Rank", "Ranking", "排 名".replace(" ", ""))
        ],
        *[(head, "serial") for head in ("序号", "No.", "#", "编号")],
        *[
            (head, "total")
            for head in (
                "总分",
                "总得分",
                "综合得分",
                "合计",
                "2019年总分",
                "总分（分）",
                "Total",
                "Total score",
                "Overall",
            )
        ],
        *[(head, "score") for head in ("得分", "Score", "指数", "Index")],
        *[(head, "tier") for head in ("梯队", "所属梯队", "档次", "Tier", "Group", "等级")],
        *[
            (head, "name")
            for head in ("园区", "园区名称", "名称", "产业园区", "Name", "Park", "Park name", "University")
        ],
        *[(head, "place") for head in ("所在地", "城市", "所在城市", "省份", "City", "Country", "Province")],
        *[
            (head, "aside")
            for head in ("政策排名", "成立时间", "排名变化", "年份", "Year founded", "备注", "Rank 2018")
        ],
        *[
            (head, "")
            for head in ("政策环境", "综合环境", "创新指数", "Policy", "Total factor productivity", "园区面积")
        ],
    ],
)
def test_roles_of_heads(head: str, role: Role) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize(
    ("head", "measure"),
    [("投资（亿元）", "亿元"), ("面积(km2)", "km2"), ("得分（单位：分）", "分"), ("政策", ""), ("a (b) c", "")],
)
def test_units_of_measure_in_heads(head: str, measure: str) -> None:
    assert measure_of(head) == measure


@pytest.mark.parametrize(
    ("head", "weight"),
    [
        ("政策环境（25%）", "25"),
        ("政策（25分）", "25"),
        ("政策(权重0.25)", "0.25"),
        ("Policy (weight: 25)", "25"),
        ("政策（2019）", ""),
        ("政策", ""),
    ],
)
def test_weights_in_heads(head: str, weight: str) -> None:
    assert weight_of(head) == weight


def test_heads_are_compared_in_any_width_and_case() -> None:
    assert plain("Ｐolicy\n 环境 ") == "policy 环境"


@pytest.mark.parametrize("name", ["平均", "平均值", "合计", "最大值", "Mean", "Standard deviation"])
def test_rows_that_sum_up(name: str) -> None:
    assert SUMMARIES.fullmatch(name)


@pytest.mark.parametrize("name", ["权重", "权重(%)", "满分", "Weight", "weight (%)"])
def test_rows_of_weights(name: str) -> None:
    assert WEIGHT_ROWS.fullmatch(name)


def test_a_park_is_no_summary() -> None:
    assert not SUMMARIES.fullmatch("平均园")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        *[
            (head, True)
            for head in (
                "入驻企业数量",
                "从业人数（人）",
                "投资（亿元）",
                "产出（亿元/年）",
                "No. of students",
                "Number of firms",
            )
        ],
        *[
            (head, False)
            for head in (
                "政策",
                "企业服务（25分）",
                "Number one",
                "运营（%）",
                "收入水平",
                "政策（2019）",
                "Policy (P1)",
            )
        ],
    ],
)
def test_amounts_are_told_from_scores(head: str, told: bool) -> None:
    assert is_amount(head) is told
