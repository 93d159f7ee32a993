"""The parts of the sensitivity analysis as rows: indices, stability of weights and dominance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parkindex.cli.answers import Part, Question
from parkindex.cli.sensitivity import PARTS, dominance, indices, sensitivity, stability
from parkindex.cli.weight_changes import IDLE
from parkindex.edition import Edition


def test_indices_are_of_ranks_tiers_and_the_unit_asked_about(report_2019: Edition) -> None:
    part = indices(Question(report_2019, draws=256, seed=3, unit="qingdao", language="en"))
    targets = list(dict.fromkeys(row["target"] for row in part.rows))
    assert targets == ["mean rank shift", "tier changes", "rank of qingdao"]
    assert (part.more["design_rows"], part.more["runs"], part.more["seed"]) == (256, 256 * 7, 3)
    for row in part.rows:
        assert row["first_low"] <= row["first"] <= row["first_high"]
        assert row["total_low"] <= row["total"] <= row["total_high"]
    tiers = {row["assumption"]: row["total"] for row in part.rows if row["target"] == "mean rank shift"}
    assert tiers["tiers"] == 0
    assert tiers["rescaling"] > tiers["values"]
    shown = part.rounded()
    name = report_2019.dataset.unit("qingdao").name.en
    assert [row["target"] for row in shown if row["target"]] == ["mean rank shift", "tier changes", f"rank of {name}"]
    assert "-0.00" not in str(shown)


def test_rows_that_are_no_power_of_two_are_said(report_2019: Edition) -> None:
    assert any("no power of two" in note for note in indices(Question(report_2019, draws=100)).notes)
    assert not any("no power of two" in note for note in indices(Question(report_2019, draws=128)).notes)


def test_one_assumption_is_nothing_to_compare(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    only = report_2019.assumptions("sound")[1:2]
    monkeypatch.setattr(Edition, "assumptions", lambda *_: only)
    part = indices(Question(report_2019, "sound"))
    assert part.rows == []
    assert part.notes == ["only one assumption varies: there is nothing to weigh it against"]


def test_stated_weights_lie_within_their_intervals(report_2019: Edition) -> None:
    part = stability(Question(report_2019, language="en"))
    assert list(dict.fromkeys(row["stays"] for row in part.rows)) == ["leader", "first 3", "all tiers"]
    assert all(row["low"] <= row["weight"] <= row["high"] for row in part.rows)
    ends = {(row["stays"], row["code"]): (row["low"], row["high"]) for row in part.rows}
    assert ends["leader", "capital"] == pytest.approx((0.0980, 1.0), abs=5e-5)
    assert any("'published' does not use its weights" in note for note in part.notes)
    assert not any("does not use" in note for note in stability(Question(report_2019, "sound")).notes)


def test_dominance_counts_are_those_of_its_lists(report_2019: Edition) -> None:
    part = dominance(Question(report_2019, language="en"))
    assert len(part.rows) == 22
    facts = part.more["dominance_pairs"]
    assert sum(len(row["ahead_of"]) for row in part.rows) == facts["any"] == 86
    assert sum(len(row["behind_within"]) for row in part.rows) == facts["within"] == 202
    for row in part.rows:
        assert row["best"] <= row["best_within"] <= row["rank"] <= row["worst_within"] <= row["worst"]
        assert row["best"] == 1 + len(row["behind"])
        assert row["worst"] == 22 - len(row["ahead_of"])
        assert set(row["ahead_of"]) <= set(row["ahead_of_within"])


def test_idle_weights_are_said(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parkindex.cli.sensitivity.weights_of", lambda _: None)
    for part in (stability(Question(report_2019)), dominance(Question(report_2019))):
        assert (part.rows, part.notes) == ([], [IDLE])


def test_weight_changes_come_with_a_unit_only(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def empty(name: str) -> Callable[[Question], Part]:
        return lambda _: Part(name, "", [])

    for name in PARTS:
        monkeypatch.setitem(PARTS, name, empty(name))
    assert [part.name for part in sensitivity(Question(report_2019)).parts] == list(PARTS)[:-1]
    assert [part.name for part in sensitivity(Question(report_2019, unit="qingdao")).parts] == list(PARTS)
    assert [part.name for part in sensitivity(Question(report_2019, parts=("dominance",))).parts] == ["dominance"]
