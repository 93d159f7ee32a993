"""Tests of the look-ups that claims are tested with."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.audit.claims.ground import joined, tier_name
from parkindex.audit.publication import TOTAL
from parkindex.framework.text import Text

from .claim_cases import ground


def test_rows_are_found_by_place_tier_and_city() -> None:
    held = ground()
    assert held.rows_in["p1"] == (0, 1, 2, 3, 5)
    assert held.rows_in["c21"] == (4, 6, 7)
    assert held.rows_of_tier == {1: (0, 1, 2), 2: (3, 4, 5), 3: (6, 7)}
    assert held.scope("all") == tuple(range(8))
    assert held.scope("tier:3") == (6, 7)
    assert held.scope("tier:7") == ()
    assert held.cities == ("c11", "c11", "c12", "c11", "c21", "c12", "c21", "c21")
    assert list(held.counted("city")) == ["c11", "c21", "c12"]
    assert held.at_level(1, "district") == ""


def test_a_place_without_a_unit_is_told_from_one_that_may_hold_a_unit_of_the_city_above() -> None:
    assert ground().without_unit(["c11", "c13", "c22", "d112"]) == (("c13", "c22"), ("d112",))


@pytest.mark.parametrize(
    ("word", "rows"),
    [
        ("all", tuple(range(8))),
        ("tier:1", (0, 1, 2)),
        ("tier:1+3", (0, 1, 2, 6, 7)),
        ("units:u8+u1", (7, 0)),
        ("places:c12+d111", (2, 5, 0)),
        ("region:south_china", (4, 6, 7)),
        ("coastal", (0, 1, 2, 3, 5)),
        ("inland", (4, 6, 7)),
    ],
)
def test_groups_are_rows(word: str, rows: tuple[int, ...]) -> None:
    held = ground()
    assert held.group(word, held.every_row).rows == rows
    assert held.group("others", held.every_row, [rows]).rows == tuple(row for row in range(8) if row not in rows)


def test_a_scope_keeps_groups_to_a_tier_and_places_without_units_are_remembered() -> None:
    held = ground()
    group = held.group("places:c11+c13+d112", held.scope("tier:1"))
    assert (group.rows, group.absent, group.uncertain) == ((0, 1), ("c13",), ("d112",))
    assert held.group("units:u1", held.every_row).named
    assert not group.named


def test_columns_names_and_answers() -> None:
    held = ground()
    total = held.column(TOTAL)
    assert total is held.ranking.total
    assert held.column("nothing") is None
    assert held.node_name("nothing").zh == "nothing"
    assert held.place_name("c11").zh == "地c11"
    assert held.unit_name("u1").en == "Park 1"
    assert held.unit_name("zz").en == "zz"
    assert np.isnan(held.answers("area")).all()
    assert [cell.printed for cell in held.cells([0, 7], held.ranking.columns[0])] == ["50", "10"]
    assert [cell.printed for cell in held.tier_cells(range(8))] == list("11122233")


def test_names_of_tiers_and_lists() -> None:
    assert tier_name(2) == Text(zh="第二梯队", en="the second tier")
    assert tier_name(1, 2) == Text(zh="第一、第二梯队", en="the first and the second tiers")
    assert tier_name(12) == Text(zh="第12梯队", en="tier 12")
    names = [Text(zh=f"城{k}", en=f"C{k}") for k in range(14)]
    assert joined([]).zh == "无"
    assert joined(names[:2]) == Text(zh="城0和城1", en="C0 and C1")
    assert joined(names, "个").zh.endswith("、城11等14个")
    assert joined(names).en.endswith(", C11 and 2 more")
