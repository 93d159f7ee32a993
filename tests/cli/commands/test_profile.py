"""`parkindex profile`: one unit, found by whatever name it goes by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["青岛链湾", "qingdao-lianwan"])
def test_a_unit_is_found_by_name_or_code(run: Run, edition: Path, name: str) -> None:
    if name.isascii():
        name = json.loads(run("profile", edition, "青岛链湾", "--json").out)["code"]
    told = json.loads(run("profile", edition, name, "--json").out)
    assert told["name"]["zh"] == "青岛链湾"
    assert (told["rank"], told["tier"], told["score"]) == (9, 2, 89.75)


def test_each_pillar_stands_beside_the_medians(run: Run, edition: Path) -> None:
    pillars = json.loads(run("profile", edition, "青岛链湾", "--json").out)["pillars"]
    operation = next(pillar for pillar in pillars if pillar["node"] == "operation")
    assert (operation["score"], operation["rank"], operation["verdict"]) == (38.65, 1, "strong")
    # The six of the second tier: 32.76, 26.33, 38.65, 27.48, 18.02, 16.38.
    assert operation["tier_median"] == pytest.approx((26.33 + 27.48) / 2)


def test_the_table_names_the_unit_and_its_standing(run: Run, edition: Path) -> None:
    _, out, err = run("profile", edition, "青岛链湾", "--language", "en")
    assert "rank 9 of 22, tier 2, score 89.75" in err
    assert "38.65" in out
    assert "strong" in out


def test_an_unknown_unit_is_answered_with_the_nearest_names(run: Run, edition: Path) -> None:
    code, _, err = run("profile", edition, "青岛链")
    assert code == 2
    assert "did you mean 青岛链湾" in err


def test_the_way_to_a_goal_stands_below_the_pillars(run: Run, edition: Path) -> None:
    code, out, err = run("profile", edition, "青岛链湾", "--reach", "rank:3", "--language", "en")
    assert code == 0
    assert "Values of its own that take" in out
    assert "Capital support 14.07 → 26.28" in out
    assert "The smallest change of weights that does the same" in out
    assert "each way was scored anew" in err


def test_a_goal_is_json_too_and_only_where_it_is_asked_for(run: Run, edition: Path) -> None:
    told = json.loads(run("profile", edition, "青岛链湾", "--reach", "tier:1", "--json").out)
    assert told["reach"].keys() == {"goal", "reached", "ways", "farthest", "weights", "notes"}
    assert told["reach"]["goal"] == "tier:1"
    assert all(way["tier"] == 1 for way in told["reach"]["ways"])
    assert "reach" not in json.loads(run("profile", edition, "青岛链湾", "--json").out)


@pytest.mark.parametrize("goal", ["tier:9", "top", "rank:0"])
def test_a_bad_goal_is_wrong_usage_with_the_good_ones(run: Run, edition: Path, goal: str) -> None:
    code, out, err = run("profile", edition, "青岛链湾", "--reach", goal)
    assert (code, out) == (2, "")
    assert "rank:1 to rank:22 or tier:1 to tier:3" in err
