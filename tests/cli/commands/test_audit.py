"""`parkindex audit`: an edition, and a bare table."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

SOUND = """\
排名,园区,政策,运营,总分
1,甲园,30.50,50.25,80.75
2,乙园,30.10,40.00,70.10
3,丙园,20.00,40.10,60.10
"""
BROKEN = SOUND.replace("80.75", "81.75")

Write = Callable[[str], Path]


@pytest.fixture
def table(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_sound_table_leaves_with_0(run: Run, table: Write) -> None:
    code, out, err = run("audit", table(SOUND), "--family", "arithmetic", "--language", "en")
    assert code == 0
    assert "== Does not hold" not in out
    assert "+ All 3 totals equal the sum of the columns." in out
    assert err.startswith("0 do not hold")


def test_a_wrong_total_is_shown_with_its_proof_and_leaves_with_1(run: Run, table: Write) -> None:
    code, out, err = run("audit", table(BROKEN), "--family", "arithmetic", "--language", "en")
    assert code == 1
    assert "× [moderate] The total of 甲园 is printed as 81.75; the sum of the columns is 80.75." in out
    assert "甲园, 政策: 30.50    table.csv:2 column '政策'" in out
    assert "甲园, 总分: 81.75    table.csv:2 column '总分'" in out
    assert "1 does not hold" in err


def test_chinese_is_the_first_language(run: Run, table: Write) -> None:
    out = run("audit", table(BROKEN)).out
    assert "× [一般] 甲园的总分印作81.75，而各列之和为80.75。" in out
    assert "== 无法检验（" in out


def test_json_holds_everything(run: Run, table: Write) -> None:
    code, out, _ = run("audit", table(BROKEN), "--json", "--family", "arithmetic")
    told = json.loads(out)
    assert code == 1
    assert told["title"] == {"zh": "table", "en": "table"}
    wrong = [outcome for outcome in told["outcomes"] if outcome["check"] == "arithmetic.row-totals"]
    assert [(outcome["verdict"], outcome["severity"], outcome["subject"]) for outcome in wrong] == [
        ("fails", "moderate", "甲园")
    ]
    assert wrong[0]["exhibits"][-1] == {
        "what": {"zh": "甲园，总分", "en": "甲园, 总分"},
        "printed": "81.75",
        "where": "table.csv:2 column '总分'",
        "unit": "甲园",
        "column": "total",
    }
    assert {outcome["family"] for outcome in told["outcomes"]} == {"arithmetic"}


def test_what_is_stated_reaches_the_checks(run: Run, table: Write) -> None:
    arguments = (
        "audit",
        table("园区,政策,运营,总分\n甲园,80,60,65\n乙园,60,40,45\n丙园,40,20,25\n"),
        "--language",
        "en",
    )
    assert "the sum of the columns under" not in run(*arguments).out
    out = run(*arguments, "--weights", "25,75", "--family", "arithmetic").out
    assert "All 3 totals equal the mean of the columns under the stated weights." in out


def test_what_was_taken_for_granted_is_said(run: Run, table: Write) -> None:
    err = run("audit", table(f"{SOUND}注：数据来自问卷,,,,\n")).err
    assert "note: table.csv:5  stands alone and is left out: 注：数据来自问卷\n" in err


def test_an_edition(run: Run, edition: Path) -> None:
    code, out, err = run("audit", edition, "--language", "en", "--family", "growth")
    assert code == 1
    assert out.splitlines()[0] == "China’s Blockchain Parks: the 2019 Evaluation"
    assert "× [moderate]" in out
    assert "report#market" in out
    assert "not hold" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--weights", "1,2,3"), "--weights gives 3 weights for 2 columns of scores"),
        (("--weights", "1,x"), "--weights takes numbers (got 'x')"),
        (("--weights", "1,-2"), "a weight is never negative (got -2)"),
        (("--weights", "0,0"), "the weights sum to 0"),
        (("--weights", "科研=1,运营=2"), "--weights names a column that the table does not have (got '科研')"),
        (("--tiers", "87,95"), "each lower than the one before (got '87,95')"),
        (("--tiers", "high"), "--tiers takes numbers (got 'high')"),
        (("--place", "城市"), "--place names a column that the table does not have (got '城市')"),
        (("--sheet", "S"), "has no sheets"),
        (("--family", "sums"), "--family takes the name of a family of checks (got 'sums')"),
        (("--full-mark", "x"), "x"),
        (("--full-mark", "nan"), "--full-mark takes a number above 0 (got nan)"),
        (("--full-mark", "inf"), "--full-mark takes a number above 0 (got inf)"),
        (("--weights", "1e400,1"), "--weights takes numbers (got '1e400')"),
        (("--tiers", "inf"), "--tiers takes numbers (got 'inf')"),
    ],
)
def test_wrong_options_are_told_and_leave_with_2(run: Run, table: Write, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("audit", table(SOUND), *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty; expected a table with a head"),
        ("园区,政策\n", "holds a head and no rows"),
        ("园区,政策\n甲,好\n", "holds no numbers"),
        (SOUND.replace("乙园", "甲园"), "table.csv:3 column '园区'  is named twice (got '甲园'"),
        (SOUND.replace("30.10", "30.10万元"), "table.csv:3 column '政策'  is in another unit of measure"),
        (SOUND.replace("30.10", "3O.10"), "table.csv:3 column '政策'  is not a number (got '3O.10')"),
    ],
)
def test_a_table_that_cannot_be_read_leaves_with_2(run: Run, table: Write, text: str, said: str) -> None:
    code, out, err = run("audit", table(text))
    assert (code, out) == (2, "")
    assert said in err
    assert "hint: " in err


def test_options_of_a_table_do_not_act_on_an_edition(run: Run, edition: Path) -> None:
    code, _, err = run("audit", edition, "--weights", "25,75", "--full-mark", "100")
    assert code == 2
    assert "--weights is for a table" in err
    assert "--full-mark is for a table" in err


def test_a_path_that_is_not_there(run: Run, tmp_path: Path) -> None:
    code, _, err = run("audit", tmp_path / "missing.xlsx")
    assert code == 2
    assert "missing.xlsx  does not exist" in err


def test_its_own_output_is_a_table_too(run: Run, edition: Path, tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(run("score", edition, "--csv").out, encoding="utf-8")
    code, out, _ = run("audit", path, "--weights", "25,45,15,15", "--tiers", "95,87", "--json")
    told = {(outcome["check"], outcome["verdict"]) for outcome in json.loads(out)["outcomes"]}
    assert code == 1
    assert ("arithmetic.row-totals", "holds") in told
    assert any(check.startswith("weights.") and verdict == "fails" for check, verdict in told)
