"""`parkindex show`: each side of an edition as rows."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_framework_lists_the_tree_with_weights(run: Run, edition: Path) -> None:
    rows = json.loads(run("show", edition, "framework", "--json").out)
    weights = {row["code"].strip(): row["weight"] for row in rows if row["weight"] is not None}
    assert {code: weights[code] for code in ("policy", "operation", "research", "capital")} == {
        "policy": 25,
        "operation": 45,
        "research": 15,
        "capital": 15,
    }
    assert sum(row["type"] is not None for row in rows) == 11


def test_sources_are_addresses(run: Run, edition: Path) -> None:
    addresses = [row["address"] for row in json.loads(run("show", edition, "sources", "--json").out)]
    assert "report" in addresses
    assert any(address.startswith("report#") for address in addresses)


def test_data_lists_every_observation_with_its_source(run: Run, edition: Path) -> None:
    rows = json.loads(run("show", edition, "data", "--json").out)
    assert len(rows) == 88
    assert all(row["source"] for row in rows)


def test_methods_give_a_reason_for_every_stated_step(run: Run, edition: Path) -> None:
    rows = json.loads(run("show", edition, "methods", "--json").out)
    assert {row["method"] for row in rows} == {"published", "sound"}
    assert [row["choice"] for row in rows if row["method"] == "published" and row["step"] == "aggregation"] == ["sum"]
    assert all(row["because"] for row in rows if row["step"] in {"normalisation", "aggregation", "tiers"})
    assert {row["parameters"] for row in rows if row["step"] == "tiers"} == {"at: [95, 87]", "count: 3"}


def test_a_table_speaks_the_language_that_is_asked_for(run: Run, edition: Path) -> None:
    assert "政策扶持" in run("show", edition, "framework").out
    assert "政策扶持" not in run("show", edition, "framework", "--language", "en").out


def test_an_unknown_side_is_wrong_usage(run: Run, edition: Path) -> None:
    code, _, err = run("show", edition, "weather")
    assert code == 2
    assert "framework" in err


def test_screening_lists_what_is_left_out_and_why(run: Run, edition: Path, tmp_path: Path) -> None:
    assert json.loads(run("show", edition, "screening", "--json").out) == []
    folder = tmp_path / "edition"
    shutil.copytree(edition, folder, ignore=shutil.ignore_patterns("build"))
    methods = (folder / "methods.yaml").read_text("utf-8")
    step = "  screening: {method: units, exclude: [suzhou], because: {zh: 试, en: tried}}\n"
    own = "    nodes: {index: {method: equal, because: {zh: 另, en: apart}}}\n"
    because = "zh: 记录所载的25、45、15、15"
    assert because in methods
    methods = methods.replace("published:\n", f"published:\n{step}", 1)
    methods = methods.replace("  weighting:\n    method: given\n", f"  weighting:\n    method: given\n{own}", 1)
    (folder / "methods.yaml").write_text(methods, "utf-8")
    (row,) = json.loads(run("show", folder, "screening", "--json", "--language", "en").out)
    assert (row["method"], row["kind"], row["code"]) == ("published", "unit", "suzhou")
    assert row["because"].startswith("left out: 100% of its values are present")
    assert "unit 'suzhou'" in run("score", folder).err
    shown = json.loads(run("show", folder, "methods", "--json", "--language", "en").out)
    (apart,) = [row for row in shown if row["node"] == "index"]
    assert (apart["step"], apart["choice"], apart["because"]) == ("weighting", "equal", "apart")
