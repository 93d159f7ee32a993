"""Values within a tier, against the nominal weights, and shared by several units."""

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
        ("in_tier.1.policy.median", "30.00", "30.00"),
        ("in_tier.1.capital.median", "65.00", "65.00"),
        ("in_tier.1.capital.range", "10.00", "10.00"),
        ("in_tier.1.capital.lowest", "60.00", "60.00"),
        ("in_tier.1.capital.highest", "70.00", "70.00"),
        ("in_tier.1.capital.leader", "甲产业园", "Alpha Park"),
        ("in_tier.1.capital.last", "乙产业园", "Beta Park"),
        ("in_tier.1.policy.leader", "甲产业园和乙产业园", "Alpha Park and Beta Park"),
        ("in_tier.2.index.median", "60.00", "60.00"),
        ("points.policy.share", "32.1%", "32.1%"),
        ("points.capital.share", "67.9%", "67.9%"),
        ("points.policy.over", "2", "2"),
        ("points.capital.over", "0", "0"),
        ("points.policy.nominal", "25", "25"),
        ("distinct.policy", "3", "3"),
        ("distinct.index", "4", "4"),
        ("tied.alpha.policy", "乙产业园", "Beta Park"),
        ("tied.delta.policy", "无", "none"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


def test_shares_of_the_points_add_up(edition: Edition) -> None:
    shares = [look_up(edition, f"points.{code}.share").content for code in ("policy", "capital")]
    assert sum(shares) == pytest.approx(100)


@pytest.mark.parametrize(
    "name",
    [
        "in_tier.9.policy.median",
        "in_tier.4.policy.median",
        "in_tier.1.nothing.median",
        "in_tier.1.policy.mode",
        "in_tier.1.policy",
        "points.index.share",
        "points.policy.sum",
        "distinct.nothing",
        "tied.nobody.policy",
        "tied.alpha",
    ],
)
def test_unknown_names_are_refused(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
