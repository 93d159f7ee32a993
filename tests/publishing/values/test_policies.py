"""Values of policies, support schemes and funds."""

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
        ("policy.pa", "甲政策", "Policy A"),
        ("policy.pa.date", "2018年5月", "May 2018"),
        ("policy.pa.units", "2", "2"),
        ("policies.count", "2", "2"),
        ("policies.mentions", "3", "3"),
        ("policies.cities", "2", "2"),
        ("policies.city_names", "杭州和武汉", "Hangzhou and Wuhan"),
        ("policies.benefiting", "2", "2"),
        ("policies.units", "2", "2"),
        ("policies.unit_names", "甲产业园和乙产业园", "Alpha Park and Beta Park"),
        ("policies.first", "2018年5月", "May 2018"),
        ("policies.latest", "2018年6月", "June 2018"),
        ("policies.date_conflicts", "1", "1"),
        ("policies.title_conflicts", "1", "1"),
        ("guidance.count", "2", "2"),
        ("guidance.names", "浙江省和湖北省", "Zhejiang and Hubei"),
        ("scheme.s1", "一区", "First"),
        ("scheme.s1.breadth", "2", "2"),
        ("scheme.s1.amounts", "1", "1"),
        ("scheme.s1.stars", "4", "4"),
        ("scheme.s2.elsewhere", "1", "1"),
        ("support.schemes", "2", "2"),
        ("support.categories", "2", "2"),
        ("support.cells", "4", "4"),
        ("support.broadest", "一区", "First"),
        ("support.breadth_least", "1", "1"),
        ("support.best_starred", "一区", "First"),
        ("support.stars_most", "4", "4"),
        ("support.correlation", "1.00", "1.00"),
        ("fund.f1.name", "甲基金", "Fund A"),
        ("funds.count", "2", "2"),
        ("funds.largest", "甲基金", "Fund A"),
        ("funds.top_share.1", "90.0%", "90.0%"),
        ("funds.share.national", "25.0%", "25.0%"),
        ("funds.concentration", "0.82", "0.82"),
        ("funds.effective", "1.2", "1.2"),
        ("funds.units", "1", "1"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "name",
    [
        "policy.none",
        "policy.pa.none",
        "policies.none",
        "guidance",
        "scheme.none",
        "scheme.s1.none",
        "support.none",
        "fund.none",
        "fund.f1.none",
        "funds.top_share",
        "funds.share.motorway",
    ],
)
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
