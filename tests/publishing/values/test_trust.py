"""Values of how far ranks can be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.resolving import look_up
from parkindex.publishing.values.value import UnknownValueError, written

if TYPE_CHECKING:
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("firm.level", "90%", "90%"),
        ("firm.ranks.count", "3", "3"),
        ("firm.ranks.share", "13.6%（n = 22）", "13.6% (n = 22)"),
        ("firm.tiers.count", "8", "8"),
        ("interval.qingdao", "第5至12名", "5 to 12"),
        ("interval.longcheng", "第22名", "22"),
        ("interval.widest.places", "7", "7"),
        ("probability.first.china-hangzhou", "53%（n = 10000）", "53% (n = 10000)"),
        ("probability.rank.longcheng", "100%（n = 10000）", "100% (n = 10000)"),
        ("probability.tier.longcheng", "100%（n = 10000）", "100% (n = 10000)"),
        ("probability.top.3.longcheng", "0%（n = 10000）", "0% (n = 10000)"),
        ("draws.count", "10,000", "10,000"),
        ("draws.failed", "0", "0"),
        ("assumptions.count", "5", "5"),
        ("assumptions.names", "标准化、权重、合成、刊载精度和分梯队", None),
        ("pairs.count", "231", "231"),
        ("pairs.level", "22", "22"),
        ("driver.ranks", "合成和标准化", "aggregation and normalisation"),
        ("driver.ranks.share", "56%", "56%"),
        ("driver.tiers", "合成和分梯队", "aggregation and tiers"),
        ("stability.capital.leader.low", "9.8%", "9.8%"),
        ("stability.capital.leader.high", "100.0%", "100.0%"),
        ("stability.nearest.leader", "资本支持", "Capital support"),
        ("stability.nearest.leader.stated", "15%", "15%"),
        ("stability.nearest.leader.end", "9.8%", "9.8%"),
        ("dominance.pairs", "86", "86"),
        ("dominance.near", "202", "202"),
        ("dominance.within", "25%", "25%"),
        ("dominance.always_behind", "16", "16"),
    ],
)
def test_values_of_2019(report_2019: Edition, name: str, zh: str, en: str | None) -> None:
    value = look_up(report_2019, name)
    assert written(value, "zh").replace("\u00a0", " ") == zh
    if en is not None:
        assert written(value, "en").replace("\u00a0", " ") == en


def test_who_is_firm_best_first(report_2019: Edition) -> None:
    names = written(look_up(report_2019, "firm.ranks.names"), "en", ("short",))
    assert names == "Caofeidian, Wuhan and Liaoning Longcheng"
    assert written(look_up(report_2019, "interval.widest"), "zh", ("short",)) == "青岛链湾"


@pytest.mark.parametrize(
    "name",
    [
        "firm",
        "firm.ranks",
        "firm.scores.count",
        "interval.nobody",
        "interval.qingdao.places",
        "probability.last.yimi",
        "probability.first.nobody",
        "probability.top.99.yimi",
        "driver.scores",
        "stability.policy.everything.low",
        "stability.policy.leader.middle",
        "draws",
    ],
)
def test_unknown_names(report_2019: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(report_2019, name)


def test_nothing_uncertain_has_no_values(report_2019: Edition) -> None:
    named = dict(report_2019.methods)
    named["published"] = replace(named["published"], assumptions=())
    alone = replace(report_2019, methods=named)
    for name in ("firm.ranks.count", "draws.count", "driver.ranks", "stability.policy.leader.low", "dominance.pairs"):
        with pytest.raises(UnknownValueError):
            look_up(alone, name)
