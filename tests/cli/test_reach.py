"""What takes a unit to a goal: ways that hold when scored anew, and words for what cannot be reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.levers import Goal
from parkindex.cli.answers import Question
from parkindex.cli.reach import reach, read_goal
from parkindex.edition import Edition
from parkindex.engine.method import run
from parkindex.errors import UsageError


@pytest.mark.parametrize("goal", ["rank:3", "tier:1"])
def test_each_way_holds_when_the_unit_has_these_values(report_2019: Edition, goal: str) -> None:
    found = reach(Question(report_2019, unit="qingdao", language="en"), goal).record
    evaluation = Evaluation.of(report_2019.result())
    row = evaluation.units.index("qingdao")
    assert len(found["ways"]) > 1
    assert [way["cost"] for way in found["ways"]] == sorted(way["cost"] for way in found["ways"])
    for way in found["ways"]:
        values = evaluation.values.copy()
        for change in way["changes"]:
            node = evaluation.structure.index(change["node"])
            assert values[row, node] == change["before"]
            values[row, node] = change["after"]
        scored = run(values, evaluation.structure, evaluation.direction, evaluation.method, context=evaluation.context)
        assert (scored.ranks[row], scored.tiers[row]) == (way["rank"], way["tier"])
        assert scored.scores[row, 0] == pytest.approx(way["score"])
        kind, number = goal.split(":")
        assert way[kind] <= int(number)


def test_what_is_reached_already_is_said(report_2019: Edition) -> None:
    found = reach(Question(report_2019, unit="qingdao", language="en"), "tier:2")
    assert found.record["reached"] is True
    assert found.record["ways"] == []
    assert found.record["weights"] is None
    (part,) = found.parts
    assert "at tier 2 or better already" in part.notes[0]


def test_what_cannot_be_reached_says_how_far_all_values_go(report_2019: Edition) -> None:
    """With the cut-off of the first tier above everything, no values take anybody there."""
    tiers = replace(report_2019.result().method.method.tiers, parameters={"at": (1000.0, 87.0)})
    question = Question(report_2019, unit="longcheng", language="en")
    result = report_2019.result(tiers=tiers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Edition, "result", lambda *_: result)
        patch.setattr("parkindex.cli.reach.read_goal", lambda *_: Goal("tier", 1))
        found = reach(question, "tier:1")
    assert found.record["ways"] == []
    assert found.record["farthest"]["rank"] == 1
    assert found.record["farthest"]["tier"] == 2
    ways, weights = found.parts
    assert "that gives rank 1, tier 2, score" in ways.notes[0]
    assert weights.notes[0].startswith("no weights")


@pytest.mark.parametrize("words", ["tier:0", "tier:4", "rank:23", "rank:0", "rank", "first", "rank:x", "tier:1.5", ""])
def test_a_bad_goal_is_refused_with_all_good_ones(report_2019: Edition, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_goal(words, report_2019.result())
    assert f"no goal '{words}'" in str(caught.value)
    assert "rank:1 to rank:22 or tier:1 to tier:3" in str(caught.value)


def test_a_method_without_tiers_offers_none(report_2019: Edition) -> None:
    result = report_2019.result("sound", tiers="none")
    with pytest.raises(UsageError, match="rank:1 to rank:22, and no tiers"):
        read_goal("tier:1", result)
    assert read_goal("rank:22", result).number == 22


def test_the_change_of_weights_stands_beside_the_values(report_2019: Edition) -> None:
    found = reach(Question(report_2019, unit="qingdao", language="en"), "rank:3").record["weights"]
    assert (found["kind"], found["target"], found["optimal"], found["verified"]) == ("rank", 3, True, True)
    assert found["moved"] == pytest.approx(0.3304245337476409 / 2)
