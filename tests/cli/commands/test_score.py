"""`parkindex score`: the printed totals, ranks and tiers of the 2019 edition, to the last digit."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

PRINTED = {
    "中国杭州区块链产业园": (1, 105.51, 1),
    "广州蚁米区块链创客空间": (2, 101.97, 1),
    "上海区块链技术创新与产业化基地": (3, 101.96, 1),
    "粤港澳大湾区青年创新创业基地": (6, 96.51, 1),
    "青岛链湾": (9, 89.75, 2),
    "上海协同创新中心": (12, 87.40, 2),
    "上海小美科技园——区块链集聚区": (13, 86.37, 3),
    "辽宁龙城区块链大数据产业园": (22, 50.28, 3),
}


def test_json_holds_the_printed_result_exactly(run: Run, edition: Path) -> None:
    code, out, err = run("score", edition, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert told["edition"] == "blockchain-parks-2019"
    assert told["method"] == "published"
    assert [unit["rank"] for unit in told["units"]] == list(range(1, 23))
    found = {unit["name"]["zh"]: (unit["rank"], unit["score"], unit["tier"]) for unit in told["units"]}
    assert {name: found[name] for name in PRINTED} == PRINTED
    assert set(told["units"][0]["nodes"]) == {"index", "policy", "operation", "research", "capital"}


def test_csv_is_in_full_precision_with_a_header(run: Run, edition: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("score", edition, "--csv", "--language", "en").out)))
    assert len(rows) == 22
    assert (rows[0]["rank"], rows[0]["score"], rows[0]["policy"]) == ("1", "105.51", "23.85")


def test_the_table_shows_every_unit_whole(run: Run, edition: Path) -> None:
    out = run("score", edition).out
    assert all(name in out for name in PRINTED)
    assert "105.51" in out


def test_another_method_makes_the_weights_bind(run: Run, edition: Path) -> None:
    units = json.loads(run("score", edition, "--method", "sound", "--json").out)["units"]
    assert max(unit["score"] for unit in units) <= 100
    assert {unit["tier"] for unit in units} == {1, 2, 3}


def test_a_node_ranks_by_itself_and_has_no_tiers(run: Run, edition: Path) -> None:
    units = json.loads(run("score", edition, "--node", "operation", "--json").out)["units"]
    assert units[0]["name"]["zh"] == "青岛链湾"
    assert (units[0]["score"], units[0]["rank"], units[0]["tier"]) == (38.65, 1, None)


def test_another_choice_for_one_step(run: Run, edition: Path) -> None:
    arguments = ("score", edition, "--method", "sound", "--json")
    plain = json.loads(run(*arguments).out)["units"]
    geometric = json.loads(run(*arguments, "--set", "aggregation=geometric").out)["units"]
    assert {u["code"]: u["score"] for u in plain} != {u["code"]: u["score"] for u in geometric}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--method", "publisched"), "no method is called 'publisched'"),
        (("--node", "polcy"), "did you mean policy"),
        (("--set", "aggregation"), "--set takes STEP=METHOD"),
        (("--set", "agregation=sum"), "--set takes STEP=METHOD"),
    ],
)
def test_wrong_usage_leaves_with_2_and_says_what_is_possible(
    run: Run, edition: Path, arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = run("score", edition, *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_an_unknown_method_for_a_step_names_the_allowed_ones(run: Run, edition: Path) -> None:
    code, _, err = run("score", edition, "--set", "aggregation=geometrc")
    assert code == 1
    assert "did you mean 'geometric'?" in err
