"""`parkindex analyse`: every analysis as a table, CSV and JSON, with n and with what must be said beside it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize("analysis", ["summary", "correlations", "coherence", "importance"])
def test_every_analysis_is_a_table_csv_and_json_with_n(run: Run, edition: Path, analysis: str) -> None:
    code, out, err = run("analyse", edition, analysis, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["edition"], found["method"], found["analysis"], found["n"]) == (
        edition.name, "published", analysis, 22,
    )  # fmt: skip
    assert all(row["n"] == 22 for row in found["rows"])
    rows = list(csv.DictReader(io.StringIO(run("analyse", edition, analysis, "--csv").out)))
    assert len(rows) == len(found["rows"])
    table = run("analyse", edition, analysis)
    assert table.code == 0
    assert len(table.out.splitlines()) == len(rows) + 2
    assert set(found["notes"]) == set(table.err.splitlines())


def test_2019_is_analysed_at_its_pillars(run: Run, edition: Path) -> None:
    found = json.loads(run("analyse", edition, "importance", "--json").out)["rows"]
    assert [(row["parent"], row["node"], row["nominal"]) for row in found] == [
        ("index", "policy", 0.25), ("index", "operation", 0.45),
        ("index", "research", 0.15), ("index", "capital", 0.15),
    ]  # fmt: skip
    assert sum(row["effective"] for row in found) == pytest.approx(1)
    summaries = json.loads(run("analyse", edition, "summary", "--json").out)["rows"]
    assert [row["code"] for row in summaries] == ["policy", "operation", "research", "capital"]


def test_notes_are_honest_about_few_units(run: Run, edition: Path) -> None:
    assert "a coefficient below 0.42 in size cannot be told from none" in run("analyse", edition, "correlations").err
    assert "rough" in run("analyse", edition, "summary").err


def test_another_method_coefficient_node_and_language(run: Run, edition: Path) -> None:
    pearson = json.loads(run("analyse", edition, "correlations", "--json").out)["rows"]
    kendall = json.loads(run("analyse", edition, "correlations", "--coefficient", "kendall", "--json").out)["rows"]
    assert [row["coefficient"] for row in pearson] != [row["coefficient"] for row in kendall]
    sound = json.loads(run("analyse", edition, "importance", "--method", "sound", "--json").out)
    assert sound["method"] == "sound"
    assert [row["used"] for row in sound["rows"]] == pytest.approx([0.25, 0.45, 0.15, 0.15])
    assert "Policy support" in run("analyse", edition, "summary", "--language", "en", "--node", "policy").out
    assert "capital" not in run("analyse", edition, "summary", "--node", "policy").out


def test_an_edition_of_one_date_has_no_panel(run: Run, edition: Path) -> None:
    code, out, err = run("analyse", edition, "panel")
    assert (code, out) == (2, "")
    assert "column 'year'" in err


@pytest.mark.parametrize("option", [("--method", "loud"), ("--node", "polcy"), ("--coefficient", "phi")])
def test_a_wrong_name_is_wrong_usage(run: Run, edition: Path, option: tuple[str, str]) -> None:
    code, out, err = run("analyse", edition, "correlations", *option)
    assert (code, out) == (2, "")
    assert option[1] in err
