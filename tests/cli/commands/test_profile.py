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
