"""The uncertainty analysis as rows: intervals, probabilities, who is level with whom, and what was varied."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.cli.answers import Answer, Question
from parkindex.cli.output import finite_values
from parkindex.cli.uncertainty import assumption_record, assumption_words, uncertainty
from parkindex.edition import Edition
from parkindex.engine import Step


@pytest.fixture(scope="module")
def answer(report_2019: Edition) -> Answer:
    return uncertainty(Question(report_2019, draws=4096, seed=7, language="en"))


def test_every_unit_has_its_intervals_and_probabilities(answer: Answer) -> None:
    assert [row["rank"] for row in answer.rows] == list(range(1, 23))
    for row in answer.rows:
        assert row["rank_low"] <= row["rank_median"] <= row["rank_high"]
        assert row["score_low"] <= row["score_median"] <= row["score_high"]
        assert row["first"] <= row["top_3"] <= row["top_5"] <= row["top_10"]
        assert row["tier_1"] + row["tier_2"] + row["tier_3"] == pytest.approx(1)
        assert row["keeps_tier"] == row[f"tier_{row['tier']}"]
    assert sum(row["top_10"] for row in answer.rows) == pytest.approx(10, abs=0.05)


def test_rows_and_matrices_tell_the_same(answer: Answer) -> None:
    record = json.loads(json.dumps(finite_values(answer.record()), allow_nan=False))
    assert (record["draws"], record["scored"], record["seed"], record["failures"]) == (4096, 4096, 7, [])
    place = {code: k for k, code in enumerate(record["ranks"]["units"])}
    ranks = np.array(record["ranks"]["probability"])
    ahead = np.array(record["pairs"]["ahead"])
    assert ranks.sum(axis=1) == pytest.approx(1)
    for row in record["rows"]:
        own = ranks[place[row["code"]]]
        assert own[row["rank"] - 1] == row["keeps_rank"]
        assert own @ np.arange(1, 23) == pytest.approx(row["rank_mean"])
        level = {
            other
            for other, k in place.items()
            if other != row["code"] and max(ahead[k, place[row["code"]]], ahead[place[row["code"]], k]) < 0.9
        }
        assert level == set(row["level_with"])


def test_what_was_varied_is_listed_with_its_options(answer: Answer) -> None:
    listed = {one["name"]: one for one in answer.more["assumptions"]}
    assert list(listed) == ["rescaling", "weights", "aggregation", "values", "tiers"]
    assert [option["method"] for option in listed["aggregation"]["options"]] == ["arithmetic", "geometric"]
    assert listed["rescaling"]["options"][0]["high"] == {"policy": 25, "operation": 45, "research": 15, "capital": 15}
    assert (listed["weights"]["by"], listed["weights"]["within"]) == ("uniform", 0.25)
    assert any("4,096 draws" in note and "seed 7" in note for note in answer.notes)
    assert "varied: aggregation: one of arithmetic; geometric" in answer.notes


def test_a_table_is_in_per_cent_and_never_rounds_to_certainty(answer: Answer) -> None:
    shown = answer.parts[0].rounded()
    for row, exact in zip(shown, answer.rows, strict=True):
        for key, share in (("kept", exact["keeps_rank"]), ("top 3", exact["top_3"])):
            if 0 < share < 1:
                assert row[key] not in {"0", "100"}
    assert shown[0]["90 %"] == "1–2"
    assert shown[1]["level with ranks"] == "1, 3"
    assert shown[21]["level with ranks"] == ""


def test_failed_draws_are_told_with_their_cause(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    low = Alternatives("normalisation", (Step("min_max"), Step("none")), name="scale")
    mean = Alternatives("aggregation", (Step("geometric"), Step("arithmetic")))
    monkeypatch.setattr(Edition, "assumptions", lambda *_: (low, mean))
    found = uncertainty(Question(report_2019, "sound", draws=512))
    (failure,) = found.more["failures"]
    assert failure["draws"] == 512 - found.more["scored"]
    assert any(f"{failure['draws']:,} of 512 draws were refused: {failure['cause']}" in note for note in found.notes)


def test_nothing_uncertain_is_said(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Edition, "assumptions", lambda *_: ())
    found = uncertainty(Question(report_2019))
    assert found.rows == []
    assert found.notes == [
        "the method 'published' states no assumptions, and its weights do not act: nothing can be varied"
    ]


def test_progress_is_reported_up_to_the_end(report_2019: Edition) -> None:
    told: list[tuple[int, int]] = []
    uncertainty(Question(report_2019, draws=50_000, report=lambda done, total: told.append((done, total))))
    assert told[-1] == (50_000, 50_000)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 2


@pytest.mark.parametrize(
    ("assumption", "words"),
    [
        (
            Alternatives("tiers", (Step("none"), Step("natural_breaks", {"count": 3}))),
            "tiers: one of none; natural_breaks (count 3)",
        ),
        (Alternatives("aggregation", (Step("sum"),), node="x"), "aggregation of x (aggregation) at x: one of sum"),
        (
            VariedWeights("dirichlet", concentration=50.0, families=("x",)),
            "weights: by dirichlet; concentration 50.0; of x",
        ),
        (VariedWeights("panel", panel=({"a": 2.0},)), "weights: by panel; panel a 2.0"),
        (VariedWeights("simplex"), "weights: by simplex"),
        (MeasurementError("relative", 0.1, "normal", ("a",)), "values: by relative; size 0.1; shape normal; nodes a"),
        (DrawnImputation(), "imputed values (imputation): by drawn"),
        (LeftOut(("a", "b")), "left out (nodes): leave_out a/b"),
    ],
)
def test_each_kind_of_assumption_is_said_in_one_line(assumption: Assumption, words: str) -> None:
    assert assumption_words(assumption) == words
    json.dumps(assumption_record(assumption))


def test_missing_scores_are_missing_not_numbers(answer: Answer) -> None:
    values = [value for row in answer.parts[0].exact() for value in row.values()]
    assert not any(isinstance(value, float) and math.isnan(value) for value in values)
