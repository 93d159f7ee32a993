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


def test_uncertainty_is_a_table_csv_and_json(run: Run, edition: Path) -> None:
    code, out, err = run("analyse", edition, "uncertainty", "--draws", 1000, "--seed", 5, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert [found[key] for key in ("edition", "method", "analysis", "n", "draws", "seed")] == [
        edition.name, "published", "uncertainty", 22, 1000, 5,
    ]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(run("analyse", edition, "uncertainty", "--draws", 1000, "--csv").out)))
    assert [row["code"] for row in rows] == [row["code"] for row in found["rows"]]
    assert rows[0].keys() == found["rows"][0].keys()
    table = run("analyse", edition, "uncertainty", "--draws", 1000, "--language", "en")
    assert len(table.out.splitlines()) == 24
    assert "1,000 draws" in table.err


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(run: Run, edition: Path) -> None:
    def drawn(seed: int) -> str:
        return run("analyse", edition, "uncertainty", "--draws", 500, "--seed", seed, "--csv").out

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_all_parts_of_sensitivity_stand_under_their_names(run: Run, edition: Path) -> None:
    told = run("analyse", edition, "sensitivity", "--draws", 64, "--unit", "青岛链湾", "--json")
    found = json.loads(told.out)
    assert {"indices", "leave_one_out", "stability", "dominance", "weight_changes", "notes"} <= found.keys()
    assert {row["target"] for row in found["indices"]} >= {"rank of qingdao"}
    table = run("analyse", edition, "sensitivity", "--draws", 64)
    assert table.out.count("──\n") == 4
    one = run("analyse", edition, "sensitivity", "--part", "dominance", "--csv")
    rows = list(csv.DictReader(io.StringIO(one.out)))
    assert [int(row["best"]) for row in rows] == [row["best"] for row in found["dominance"]]
    assert len(table.err.splitlines()) == len(set(table.err.splitlines()))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("uncertainty", "--draws", "0"), "takes a whole number from 1 to 1,073,741,824 (got 0)"),
        (("uncertainty", "--draws", "-5"), "(got -5)"),
        (("uncertainty", "--draws", "many"), "valid integer"),
        (("uncertainty", "--draws", "2000000000"), "(got 2,000,000,000)"),
        (("uncertainty", "--seed", "-1"), "takes a whole number from 0"),
        (("uncertainty", "--unit", "青岛链湾"), "--unit does not act on 'uncertainty'"),
        (("uncertainty", "--node", "policy"), "--node does not act on 'uncertainty'"),
        (("summary", "--draws", "9"), "it acts on uncertainty, sensitivity"),
        (("summary", "--against", "sound"), "it acts on panel"),
        (("importance", "--coefficient", "kendall"), "it acts on denominators, correlations"),
        (("sensitivity", "--csv"), "--part indices or leave-one-out or stability or dominance or weight-changes"),
        (("sensitivity", "--part", "weight-changes"), "--unit"),
        (("sensitivity", "--part", "levers"), "'indices', 'leave-one-out', 'stability'"),
        (("sensitivity", "--draws", "1"), "2 rows or more"),
        (("sensitivity", "--unit", "青岛链"), "did you mean 青岛链湾"),
        (("doubt",), "'uncertainty', 'sensitivity'"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage_with_what_can(
    run: Run, edition: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run("analyse", edition, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
