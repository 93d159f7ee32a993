"""Tests of parks and their names in other tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.tables.parks import named_parks, names, park_places, unranked

from ..evidence_cases import around, failing, fund, gains, of_2019, place, printed, unit, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

UNITS = (unit("u1", "中国杭州区块链园", "p1"), unit("u2", "杭州西溪谷区块链园", "p1"), unit("u3", "广州蚁米空间", "p2"))
PLACES = (place("p1"), place("p2"), place("d1", "district", "p1"))


def test_a_park_of_other_tables_that_is_not_ranked_is_told_once_with_all_its_rows() -> None:
    held = around(
        units=UNITS,
        beneficiaries=(gains("a", "长沙园"), gains("a", "广州蚁米空间", "u3")),
        funds=(fund("f", 30, park="长沙园"),),
    )
    (found,) = failing(unranked, held)
    assert (found.severity, found.subject, found.data["tables"]) == ("minor", "长沙园", 2)
    assert [exhibit.where for exhibit in found.exhibits] == ["report#beneficiaries", "report#funds"]
    assert len(named_parks(held.evidence)) == 3


def test_ranked_parks_hold() -> None:
    held = around(units=UNITS, beneficiaries=(gains("a", "广州蚁米空间", "u3"),))
    assert verdicts(unranked, held) == verdicts(names, held) == ["holds"]
    assert verdicts(unranked, around()) == verdicts(names, around()) == ["untestable"]


def test_a_short_name_that_fits_two_parks_is_told_and_one_that_fits_one_is_not() -> None:
    held = around(units=UNITS, funds=(fund("f", 1, "u1", "杭州区块链园"), fund("g", 1, "u3", "蚁米空间")))
    (found,) = failing(names, held)
    assert (found.subject, found.data["fits"], printed(found)) == ("u1", ["u1", "u2"], ["杭州区块链园"])


def test_another_name_is_told() -> None:
    (found,) = failing(names, around(units=UNITS, beneficiaries=(gains("a", "大湾区基地", "u3"),)))
    assert (found.severity, found.data["fits"]) == ("minor", [])


def test_a_fund_stands_where_its_park_does() -> None:
    held = around(units=UNITS, places=PLACES, funds=(fund("f", 1, "u1", where="d1"), fund("g", 1, "u3", where="d1")))
    (found,) = failing(park_places, held)
    assert (found.severity, found.subject, printed(found)) == ("moderate", "g", ["d1", "p2"])
    assert verdicts(park_places, around(units=UNITS, places=PLACES, funds=held.evidence.funds[:1])) == ["holds"]
    assert verdicts(park_places, around(funds=(fund("f", 1),))) == ["untestable"]


def test_parks_of_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    assert [found.subject for found in failing(unranked, held)] == ["长沙区块链产业园"]
    (found,) = failing(names, held)
    assert (found.subject, found.data["fits"]) == ("china-hangzhou", ["china-hangzhou", "xixi-valley"])
    assert verdicts(park_places, held) == ["holds"]
