"""What tiers are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.tier_names import tier_name, tier_names

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_names(zh: Setting, en: Setting) -> None:
    assert [tier_name(tier, zh) for tier in (1, 2, 3, 12)] == ["第一梯队", "第二梯队", "第三梯队", "第12梯队"]
    assert tier_name(2, en) == "Tier 2"
    assert (tier_name(None, zh), tier_name(None, en)) == ("未分梯队", "No tier")


def test_as_many_names_as_tiers(report_2019: Edition, en: Setting) -> None:
    assert tier_names(report_2019.result(), en) == ["Tier 1", "Tier 2", "Tier 3"]
