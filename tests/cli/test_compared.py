"""A comparison as rows: tiers entered and left, and shifts split between two editions."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.comparison import compare
from parkindex.cli.compared import record, rows, split_of, tier_lines
from parkindex.edition import Edition, open_edition
from parkindex.engine import Step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def later(edition: Path, tmp_path: Path) -> Path:
    """Return an edition in which one park has gained ten points of capital support."""
    path = tmp_path / "later"
    shutil.copytree(edition, path, ignore=shutil.ignore_patterns("build"))
    table = path / "evidence/observations.csv"
    told = table.read_text("utf-8")
    assert "qingdao,capital,14.07" in told
    table.write_text(told.replace("qingdao,capital,14.07", "qingdao,capital,24.07"), "utf-8")
    return path


def test_data_and_method_add_up_to_every_shift(report_2019: Edition, later: Path) -> None:
    first, second = report_2019.result("published"), open_edition(later).result("sound")
    split, why_not = split_of(first, second)
    assert split is not None
    assert why_not == ""
    listed = rows(first, compare(first, second), split, "en", signed=False)
    assert all(row["by data"] + row["by method"] == pytest.approx(row["shift"]) for row in listed)
    moved = next(row for row in listed if row["unit"] == "qingdao")
    assert moved["by data"] > 0
    assert record(first, second, compare(first, second), split)["by_method"] > 0


def test_one_method_in_both_leaves_all_to_the_data(run: Run, edition: Path, later: Path) -> None:
    done = run("compare", edition, later, "--method", "published", "--json")
    told = json.loads(done.out)
    assert {unit["shift_by_method"] for unit in told["units"]} == {0.0}
    assert told["by_data"] == pytest.approx(sum(abs(unit["shift"]) for unit in told["units"]) / 22)


def test_who_enters_and_leaves_a_tier_is_named(report_2019: Edition) -> None:
    first, second = report_2019.result("published"), report_2019.result("sound")
    told = list(tier_lines(first, compare(first, second), "en"))
    assert told[0] == "tier 1: Guangdong Fintech, Qingdao Chain Bay enter"
    assert told[2].endswith("leave")


def test_editions_without_a_common_unit_are_refused(run: Run, edition: Path, tmp_path: Path) -> None:
    from parkindex.sample import write_sample

    code, _, err = run("compare", edition, write_sample(tmp_path / "sample", 12, 3))
    assert code == 2
    assert "have no unit in common" in err
    assert "units.csv" in err


def test_where_one_method_cannot_score_the_other_data_the_split_is_left_out(
    report_2019: Edition, sample_22: Edition
) -> None:
    marks = {"policy": 25.0, "operation": 45.0, "research": 15.0, "capital": 15.0}
    first = report_2019.result("published", normalisation=Step("goalposts", {"low": 0.0, "high": marks}))
    split, why_not = split_of(first, sample_22.result())
    assert split is None
    assert "high" in why_not
