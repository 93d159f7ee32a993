"""Values of the edition itself."""

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
        ("edition.title", "手工版", "Made by hand"),
        ("edition.subject", "产业园", "industrial park"),
        ("edition.cut_off", "2019年5月", "May 2019"),
        ("edition.publisher", "研究院", "Institute"),
        ("edition.coastal_definition", "有海岸线的城市", "a city with a shore of its own"),
        ("edition.seed", "0", "0"),
        ("framework.levels", "1", "1"),
        ("framework.pillars", "2", "2"),
        ("framework.second", "0", "0"),
        ("framework.indicators", "2", "2"),
        ("framework.numeric", "1", "1"),
        ("framework.index", "1", "1"),
        ("framework.pillar_names", "政策扶持和资本支持", "Policy support and Capital"),
        ("node.policy", "政策扶持", "Policy support"),
        ("weight.policy", "25%", "25%"),
        ("weight.index", "100%", "100%"),
        ("method.title", "published法", "published method"),
        ("method.sound", "sound法", "sound method"),
        ("method.count", "2", "2"),
        ("source.report", "报告", "Report"),
        ("sources.count", "1", "1"),
        ("variable.area", "面积", "Area"),
        ("variable.area.small", "小", "small"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "name",
    [
        "edition",
        "edition.published",
        "edition.nothing",
        "node.none",
        "weight.none",
        "weight",
        "method.none",
        "source.none",
        "variable.none",
        "variable.area.none",
        "framework.title",
    ],
)
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)
