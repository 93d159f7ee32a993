"""Values of units and places."""

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
        ("unit.alpha", "甲产业园", "Alpha Park"),
        ("place.330100", "杭州", "Hangzhou"),
        ("units.count", "4", "4"),
        ("units.in.330000", "3", "3"),
        ("units.in.330100", "2", "2"),
        ("units.in.central_china", "1", "1"),
        ("units.share.330000", "75.0%（n\u00a0=\u00a04）", "75.0% (n\u00a0=\u00a04)"),
        ("units.names.420000", "丁产业园", "Delta Park"),
        ("units.cities", "3", "3"),
        ("units.provinces", "2", "2"),
        ("units.regions", "2", "2"),
        ("units.coastal", "1", "1"),
        ("units.inland", "3", "3"),
        ("units.coastal_share", "25.0%（n\u00a0=\u00a04）", "25.0% (n\u00a0=\u00a04)"),
        ("units.coastal_names", "丙产业园", "Gamma Park"),
        ("units.top.city.1", "杭州", "Hangzhou"),
        ("units.top.city.1.units", "2", "2"),
        ("units.top.city.2.count", "2", "2"),
        ("units.top.province.1.share", "75.0%（n\u00a0=\u00a04）", "75.0% (n\u00a0=\u00a04)"),
        ("units.majority.city", "杭州", "Hangzhou"),
        ("units.majority.city.share", "50.0%（n\u00a0=\u00a04）", "50.0% (n\u00a0=\u00a04)"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "name",
    [
        "unit.none",
        "place.999999",
        "units",
        "units.in.none",
        "units.in",
        "units.top.village.1",
        "units.top.city.x",
        "units.top.city.1.none",
        "units.majority.city.none",
    ],
)
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
