"""The framework as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.charts.framework import framework_tree, levels, stated_shares
from parkindex.framework.model import framework_from

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def leaf(code: str, weight: float | None = None) -> dict[str, object]:
    name = {"zh": code, "en": code}
    own = {"code": code, "name": name, "type": "numeric", "level": "park", "direction": "higher"}
    return {
        **own,
        "unit_of_measure": name,
        "source_kind": "first_hand",
        **({} if weight is None else {"weight": weight}),
    }


def test_the_tree_of_2019(report_2019: Edition, zh: Setting) -> None:
    chart = framework_tree(report_2019.framework, zh, "来源：报告")
    assert chart.title == "4个一级指标中“招商运营能力”权重最大（45%）"
    root = chart.data["root"]
    assert [(child["label"], child["weight"]) for child in root["children"]] == [
        ("政策扶持", "25%"),
        ("招商运营能力", "45%"),
        ("科研实力", "15%"),
        ("资本支持", "15%"),
    ]
    assert "各级节点数4—8—11" in chart.subtitle
    assert levels(report_2019.framework) == [4, 8, 11]
    assert "weight" not in root["children"][0]["children"][0]


def test_pillars_without_weights_count_the_same(en: Setting) -> None:
    tree = framework_from({"code": "index", "name": {"zh": "总", "en": "All"}, "children": (leaf("a"), leaf("b"))})
    assert stated_shares(tree) == {"a": 50, "b": 50}
    assert framework_tree(tree, en, "").title == "All two pillars weigh the same"


def test_shares_are_of_the_sum_of_weights() -> None:
    tree = framework_from(
        {"code": "index", "name": {"zh": "总", "en": "All"}, "children": (leaf("a", 0.25), leaf("b", 0.75))}
    )
    assert stated_shares(tree) == {"a": pytest.approx(25), "b": pytest.approx(75)}
