from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest

from parkindex.charts import KINDS, Chart
from parkindex.errors import PublishingError


def test_a_chart_is_frozen() -> None:
    chart = Chart("a", "bars", "A title")
    with pytest.raises(FrozenInstanceError):
        chart.title = "another"  # type: ignore[misc]


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(PublishingError, match="unknown kind of chart 'pie'") as caught:
        Chart("a", "pie", "")
    assert "bars, columns" in caught.value.findings[0].hint


@pytest.mark.parametrize("name", ["", "Park Sizes", "a/b", '"', "园区"])
def test_a_name_that_cannot_be_an_identifier_is_refused(name: str) -> None:
    with pytest.raises(PublishingError, match="letters, digits, hyphens"):
        Chart(name, "bars", "")


def test_json_holds_everything_the_page_needs() -> None:
    record = json.loads(Chart("sizes", "bars", "题", data={"rows": []}, language="en", synthetic=True).to_json())
    assert record == {
        "name": "sizes",
        "kind": "bars",
        "title": "题",
        "subtitle": "",
        "data": {"rows": []},
        "note": "",
        "alt": "",
        "language": "en",
        "width": 880,
        "height": None,
        "synthetic": True,
    }


def test_numpy_and_read_only_mappings_become_plain_json() -> None:
    data = MappingProxyType({"a": np.float64(1.5), "b": np.array([1, 2]), "c": MappingProxyType({"d": np.bool_(True)})})
    assert json.loads(Chart("a", "bars", "", data=data).to_json())["data"] == {"a": 1.5, "b": [1, 2], "c": {"d": True}}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), np.float64("nan"), {1, 2}, object()])
def test_what_json_cannot_hold_is_refused_with_the_name_of_the_chart(value: Any) -> None:
    with pytest.raises(PublishingError) as caught:
        Chart("sizes", "bars", "", data={"rows": [{"value": value}]}).to_json()
    (finding,) = caught.value.findings
    assert (finding.code, finding.where) == ("charts.data", "figure 'sizes'")
    assert "a missing value is None" in finding.hint


def test_every_kind_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/charts.md").read_text(encoding="utf-8")
    documented = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert documented == list(KINDS)
