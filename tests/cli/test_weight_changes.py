"""The smallest changes of weights as rows: verified, and never smaller than what moves nothing."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.cli.answers import Part, Question, Row
from parkindex.cli.weight_changes import IDLE, smallest_changes, verdict, weights_of
from parkindex.edition import Edition
from parkindex.errors import UsageError


def row(*, reached: bool, optimal: bool, at_least: float | None) -> Row:
    return {"reached": reached, "optimal": optimal, "at_least": at_least}


def test_a_verdict_says_what_is_proven() -> None:
    assert verdict(row(reached=True, optimal=True, at_least=0.1)) == "smallest"
    assert verdict(row(reached=True, optimal=False, at_least=0.1)) == "at least 0.100"
    assert verdict(row(reached=True, optimal=False, at_least=0.0)) == "found by search"
    assert verdict(row(reached=False, optimal=True, at_least=None)) == "no weights do"
    assert verdict(row(reached=False, optimal=False, at_least=0.0)) == "none found"


def test_tiers_among_many_units_are_searched_when_asked_for(
    report_2019: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parkindex.cli.weight_changes.MOST_SEARCHED_UNITS", 10)
    unit = report_2019.result("sound").order()[-1]
    kept = smallest_changes(Question(report_2019, "sound", unit=unit))
    assert "tier" not in {one["kind"] for one in kept.rows}
    assert any("--part weight-changes does so" in note for note in kept.notes)
    told: list[tuple[int, int]] = []
    question = Question(report_2019, "sound", unit=unit, parts=("x",), report=lambda *far: told.append(far))
    asked = smallest_changes(question)
    assert [one["target"] for one in asked.rows if one["kind"] == "tier"] == [2, 1]
    assert told[-1] == (len(asked.rows), len(asked.rows))


@pytest.fixture(scope="module")
def part(report_2019: Edition) -> Part:
    return smallest_changes(Question(report_2019, unit="qingdao", language="en"))


def test_all_units_ahead_better_tiers_and_the_first_rank_are_goals(report_2019: Edition, part: Part) -> None:
    result = report_2019.result()
    goals = [(row["kind"], row["target"]) for row in part.rows]
    ahead = list(reversed(result.order()[:8]))
    assert goals == [*(("overtake", unit) for unit in ahead), ("tier", 1), ("rank", 1)]


def test_scoring_with_the_weights_reaches_the_goal(report_2019: Edition, part: Part) -> None:
    space = weights_of(Question(report_2019))
    assert space is not None
    units = list(space.evaluation.units)
    for row in part.rows:
        if not row["reached"]:
            assert (row["kind"], row["optimal"], verdict(row)) == ("tier", True, "no weights do")
            continue
        shares = np.array([row[f"weight {code}"] for code in space.codes])
        assert shares.sum() == pytest.approx(1)
        assert np.abs(shares - space.shares).sum() / 2 == pytest.approx(row["moved"])
        ranks, _ = space.standing(shares)
        own = ranks[units.index("qingdao")]
        assert own == 1 if row["kind"] == "rank" else own < ranks[units.index(row["target"])]
        assert (row["optimal"], row["verified"], verdict(row)) == (True, True, "smallest")


def test_the_first_has_nothing_to_reach(report_2019: Edition) -> None:
    part = smallest_changes(Question(report_2019, unit=report_2019.result().order()[0], language="en"))
    assert part.rows == []
    assert any("is first already" in note for note in part.notes)


def test_where_weights_are_searched_few_are_asked_and_it_is_said(report_2019: Edition) -> None:
    from dataclasses import replace

    question = Question(report_2019, unit="qingdao", language="en")
    space = weights_of(question)
    assert space is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("parkindex.cli.weight_changes.weights_of", lambda _: replace(space, matrix=None))
        part = smallest_changes(question)
    assert [row["kind"] for row in part.rows] == ["overtake"] * 3 + ["tier", "rank"]
    assert {verdict(row) for row in part.rows} <= {"found by search", "none found"}
    assert any("weights are searched" in note for note in part.notes)


def test_without_a_unit_or_weights_there_is_no_answer(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="--unit"):
        smallest_changes(Question(report_2019))
    monkeypatch.setattr("parkindex.cli.weight_changes.weights_of", lambda _: None)
    part = smallest_changes(Question(report_2019, unit="qingdao"))
    assert (part.rows, part.notes) == ([], [IDLE])
