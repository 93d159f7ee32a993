"""Values of the market series."""

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
        ("market.ccid.name", "市场规模", "Market"),
        ("market.ccid.publisher", "赛迪", "CCID"),
        ("market.ccid.first", "2018年", "2018"),
        ("market.ccid.last", "2020年", "2020"),
        ("growth.ccid.printed", "99%", "99%"),
        ("growth.ccid.computed", "100.0%", "100.0%"),
        ("growth.ccid.difference", "1.0%", "1.0%"),
        ("growth.ccid.from", "2018年", "2018"),
        ("growth.ccid.2018-2020.to", "2020年", "2020"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "name",
    [
        "market.none.2018",
        "market.ccid.2019",
        "market.ccid",
        "growth",
        "growth.none.printed",
        "growth.ccid",
        "growth.ccid.none",
        "growth.ccid.implied",
    ],
)
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
