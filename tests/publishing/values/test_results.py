"""Values of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.resolving import look_up
from parkindex.publishing.values.value import UnknownValueError, written

if TYPE_CHECKING:
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("score.alpha", "100.00", "100.00"),
        ("score.alpha.policy", "30.00", "30.00"),
        ("rank.beta", "2", "2"),
        ("rank.beta.policy", "1", "1"),
        ("leader.index", "甲产业园", "Alpha Park"),
        ("leader.policy", "甲产业园和乙产业园", "Alpha Park and Beta Park"),
        ("leader.index.score", "100.00", "100.00"),
        ("lowest.capital", "丁产业园", "Delta Park"),
        ("lowest.capital.score", "20.00", "20.00"),
        ("scores.index.median", "75.00", "75.00"),
        ("scores.index.range", "70.00", "70.00"),
        ("above.60", "2", "2"),
        ("above.60.names", "甲产业园和乙产业园", "Alpha Park and Beta Park"),
        ("tier.1", "第一梯队", "first tier"),
        ("tier.1.count", "2", "2"),
        ("tier.1.share", "50.0%（n\u00a0=\u00a04）", "50.0% (n\u00a0=\u00a04)"),
        ("tier.2.members", "丙产业园", "Gamma Park"),
        ("tier.1.cities", "杭州", "Hangzhou"),
        ("tier.1.lowest", "90.00", "90.00"),
        ("tier.1.range", "10.00", "10.00"),
        ("tier.1.cut_off", "85", "85"),
        ("second.tier.1.members", "无", "none"),
        ("second.tier.1.median", "–", "–"),
        ("tiers.count", "3", "3"),
        ("tier_of.gamma", "第二梯队", "second tier"),
        ("gap.1.2", "35.00", "35.00"),
        ("gap.1.2.step", "30.00", "30.00"),
        ("gap.1.2.means", "35.00", "35.00"),
        ("second.leader.index", "甲产业园", "Alpha Park"),
        ("second.score.alpha", "60.00", "60.00"),
        ("second.tier.1.count", "0", "0"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "name",
    [
        "score",
        "score.none",
        "score.alpha.none",
        "rank.none",
        "leader.none",
        "leader.index.none",
        "scores.index.none",
        "above.x",
        "tier.x",
        "tier.0",
        "tier.4",
        "tier.9.name",
        "tier.1.none",
        "tier.3.cut_off",
        "tiers.none",
        "tier_of.none",
        "gap.1",
        "gap.3.4",
        "gap.1.2.none",
        "second",
        "second.none.x",
    ],
)
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
