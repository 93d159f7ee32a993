from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty import sensitivity
from parkindex.analysis.uncertainty.assumptions import Alternatives, Assumption, MeasurementError, VariedWeights
from parkindex.analysis.uncertainty.sensitivity import MEAN_SHIFT, TIER_CHANGES, analyse_sensitivity, design, targets_of
from parkindex.engine import Method, Step
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation

    from .conftest import Make

TIERED = Method("m", normalisation=Step("min_max"), tiers=Step("thresholds", {"at": (60, 40)}))


@pytest.fixture
def held(make: Make) -> Evaluation:
    return make(np.random.default_rng(0).random((12, 4)), TIERED)


def test_the_design_exchanges_the_coordinates_of_one_input_at_a_time() -> None:
    first, second = np.zeros((2, 3)), np.ones((2, 3))
    found = design(first, second, [slice(0, 2), slice(2, 3)]).reshape(4, 2, 3)
    assert found[:, 0].tolist() == [[0, 0, 0], [1, 1, 1], [1, 1, 0], [0, 0, 1]]


def test_what_alone_acts_explains_everything(held: Evaluation) -> None:
    faint = MeasurementError("absolute", 1e-9)
    found = analyse_sensitivity(held, [VariedWeights(within=0.9), faint], rows=256, units=["C"])
    assert found.inputs == ("weights", "values")
    assert list(found.targets) == [MEAN_SHIFT, TIER_CHANGES, "rank of C"]
    for one in found.targets.values():
        assert one.total == pytest.approx([1, 0], abs=0.15)
        assert one.total[1] == pytest.approx(0, abs=1e-9)
        assert (one.total_interval[:, 0] <= one.total).all()
        assert (one.total <= one.total_interval[:, 1]).all()


def test_workers_and_blocks_do_not_matter(held: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    assumptions: list[Assumption] = [
        VariedWeights(),
        Alternatives("aggregation", (Step("arithmetic"), Step("power", {"p": 0.3}))),
    ]
    whole = analyse_sensitivity(held, assumptions, rows=300)
    monkeypatch.setattr(sensitivity, "BLOCK", 500)
    monkeypatch.setattr(sensitivity, "ROWS_A_TASK", 64)
    with ThreadPoolExecutor(3) as executor:
        parts = analyse_sensitivity(held, assumptions, rows=300, executor=executor)
    for name, one in whole.targets.items():
        assert one.total.tobytes() == parts.targets[name].total.tobytes()
        assert one.first_interval.tobytes() == parts.targets[name].first_interval.tobytes()
    assert whole.runs == 300 * 4


def test_rows_with_a_failing_run_are_left_out_and_counted(make: Make) -> None:
    held = make([[1.0, 3.0, 1.0], [1.0, 2.0, 4.0], [1.0, 1.0, 2.0]], Method("m", normalisation=Step("none")))
    choices = Alternatives("normalisation", (Step("none"), Step("none"), Step("none"), Step("min_max")))
    found = analyse_sensitivity(held, [choices, VariedWeights("simplex")], rows=128)
    assert 0 < found.rows_left < 128
    assert sum(found.failures.values()) == pytest.approx(128, abs=8)
    assert found.targets[MEAN_SHIFT].total[0] == pytest.approx(0, abs=1e-12)


def test_when_no_row_is_whole_it_is_said_why(make: Make) -> None:
    held = make([[1.0, 3.0], [1.0, 2.0]], Method("m", normalisation=Step("none")))
    with pytest.raises(MethodError, match=r"no row of the design is whole.*all values are the same"):
        analyse_sensitivity(held, [Alternatives("normalisation", (Step("min_max"),)), VariedWeights()], rows=8)


def test_without_assumptions_there_is_nothing_to_analyse(held: Evaluation) -> None:
    with pytest.raises(MethodError, match="no assumption"):
        analyse_sensitivity(held, [])


def test_targets_count_places_and_tiers(make: Make) -> None:
    held = make(
        [[3.0], [2.0], [1.0]], replace(TIERED, normalisation=Step("none"), tiers=Step("thresholds", {"at": (3, 2)}))
    )
    scores = np.array([[3.0, 2.0, 1.0], [1.0, 2.0, 3.0], [2.0, 2.0, np.nan]])
    tiers = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0], [2.0, 2.0, np.nan]])
    found = targets_of(held, scores, tiers, ["A"])
    assert found.tolist() == [[0.0, 4 / 3, 0.5], [0.0, 2.0, 2.0], [1.0, 3.0, 1.0]]
