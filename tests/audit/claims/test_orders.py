"""Tests of claims that some come first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.evidence.model import OrderEntry, Scheme
from parkindex.framework.text import Text

from .claim_cases import of_2019, outcome

if TYPE_CHECKING:
    from parkindex.edition import Edition

NAME = Text(zh="某", en="some")
TABLES: dict[str, Any] = {
    "order_entries": tuple(
        OrderEntry("o", position, place, source=("report#o",)) for position, place in enumerate(["c11", "c21"], 1)
    ),
    "schemes": (Scheme("s", NAME, "d111", 4), Scheme("t", NAME, "c21", 3), Scheme("u", NAME, "c12", 4)),
}


def order(*named: str, **keys: Any) -> dict[str, Any]:
    return {"kind": "order", "units" if named[0].startswith("u") else "places": named, **keys}


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (order("u1", "u2", node="total"), "holds"),
        (order("u2", "u1", node="total"), "fails"),
        (order("u2", "u1", node="total", ordered=False), "holds"),
        (order("u1", "u3", node="total", ordered=False), "fails"),
        (order("u1", "u3", "u2", node="c1"), "holds"),
        (order("c11", "c12", node="total"), "holds"),
        (order("c11", "c21", node="total"), "fails"),
        (order("c11", "c22", node="total"), "fails"),
        (order("d111", "d112", node="total"), "untestable"),
        (order("c11", node="firms"), "untestable"),
        (order("c11", "c21", by="parks"), "holds"),
        (order("c12", "c11", by="parks", ordered=False), "fails"),
        (order("c21", "c11", by="parks"), "holds"),
        (order("c11", "c12", by="stars"), "holds"),
        (order("c11", "c21", by="stars"), "fails"),
        (order("c11", "c21", order="o"), "untestable"),
        (order("c11", order="o"), "untestable"),
        (order("c21", "c11", order="o"), "fails"),
    ],
)
def test_those_come_first_whom_the_text_puts_first(keys: dict[str, Any], verdict: str) -> None:
    assert outcome("orders", keys, **TABLES).verdict == verdict


def test_a_place_comes_first_only_where_best_and_mean_of_its_units_agree() -> None:
    """The best of c11 is 50 and its mean 41.7; the best of c12 is 45 and its mean 37.5; u5 of c21 has 35."""
    found = outcome("orders", order("c12", "c11", node="c1"))
    assert (found.verdict, found.severity) == ("fails", "major")
    assert found.says.zh.endswith("按列c1，地c11（50）应在地c12（45）之前。")


def test_others_above_and_places_without_a_unit_are_told_together() -> None:
    found = outcome("orders", order("c12", "c22", node="total"))
    assert found.says.zh.endswith("地c22没有列入排名的园区；按列total，没有点名的地c11（90）高于点名的地c12（80）。")
    assert found.data["absent"] == ["c22"]
    assert found.data["above"] == {"c11": ["c12"]}
    assert [exhibit.printed for exhibit in found.exhibits[1:]] == ["90", "80"]


def test_2019(report_2019: Edition) -> None:
    found = of_2019(report_2019, "orders")
    assert {code: each.verdict for code, each in found.items()} == {
        "park-count-order": "holds",
        "research-heading": "fails",
        "universities-order": "untestable",
        "high-tech-order": "untestable",
        "support-order": "holds",
    }
    assert found["research-heading"].data["absent"] == ["320100"]
    assert set(found["research-heading"].data["above"]) == {"130200", "500100", "440600"}
