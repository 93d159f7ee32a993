"""Values of the survey."""

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
        ("statistic.motorway", "66.7%（n\u00a0=\u00a03）", "66.7% (n\u00a0=\u00a03)"),
        ("statistic.metro", "超过30%（n\u00a0=\u00a03）", "more than 30% (n\u00a0=\u00a03)"),
        ("statistic.parks", "至少4", "at least 4"),
        ("statistic.stated", "50%（n\u00a0=\u00a04）", "50% (n\u00a0=\u00a04)"),
        ("share.area.small", "66.7%（n\u00a0=\u00a03）", "66.7% (n\u00a0=\u00a03)"),
        ("share.area.small.count", "2", "2"),
        ("share.location.motorway", "66.7%（n\u00a0=\u00a03）", "66.7% (n\u00a0=\u00a03)"),
        ("share.location.motorway.count", "2", "2"),
        ("answered.area", "3", "3"),
        ("answered.location", "3", "3"),
        ("measure.area.median", "2.0", "2.0"),
        ("measure.area.most", "5.0", "5.0"),
        ("measure.area.count", "3", "3"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "name",
    [
        "statistic.none",
        "share.none.small",
        "share.area.none",
        "share.area",
        "share.area.small.none",
        "share.location.metro.count",
        "answered.none",
        "measure.none.median",
        "measure.location.median",
        "measure.area.none",
    ],
)
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
