"""`parkindex compare`: two methods of one edition, or two editions."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_without_names_the_two_methods_of_the_edition(run: Run, edition: Path) -> None:
    told = json.loads(run("compare", edition, "--json").out)
    assert told["methods"] == ["published", "sound"]
    assert len(told["units"]) == 22
    assert all(unit["shift"] == unit["first_rank"] - unit["second_rank"] for unit in told["units"])
    assert 0 < told["kendall"] < told["spearman"] < 1
    changed = [unit["unit"] for unit in told["units"] if unit["first_tier"] != unit["second_tier"]]
    assert told["tier_changes"] == changed


def test_csv_has_a_row_a_unit(run: Run, edition: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("compare", edition, "--csv").out)))
    assert [row["rank"] for row in rows] == [str(rank) for rank in range(1, 23)]


def test_the_words_sum_up_the_agreement(run: Run, edition: Path) -> None:
    assert "over 22 units" in run("compare", edition).err


def test_an_edition_agrees_with_itself(run: Run, edition: Path) -> None:
    told = json.loads(run("compare", edition, edition, "--method", "sound", "--json").out)
    assert (told["kendall"], told["tier_changes"]) == (1.0, [])


def test_one_method_alone_leaves_nothing_to_compare(run: Run, edition: Path) -> None:
    code, _, err = run("compare", edition, "--method", "sound")
    assert code == 2
    assert "name two different methods" in err


def test_two_editions_may_have_a_method_each_and_no_more(run: Run, edition: Path) -> None:
    told = json.loads(run("compare", edition, edition, "--method", "sound", "--method", "published", "--json").out)
    assert told["methods"] == ["sound", "published"]
    assert told["by_data"] == 0.0
    code, _, err = run("compare", edition, edition, "--method", "sound", "--method", "published", "--method", "sound")
    assert (code, "one each, got 3" in err) == (2, True)
