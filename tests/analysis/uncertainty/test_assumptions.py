from __future__ import annotations

import pickle

import pytest

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
    name_of,
)
from parkindex.engine import Step


@pytest.mark.parametrize(
    ("assumption", "name"),
    [
        (Alternatives("aggregation", (Step("geometric"),)), "aggregation"),
        (Alternatives("aggregation", (Step("geometric"),), node="policy"), "aggregation of policy"),
        (VariedWeights(), "weights"),
        (VariedWeights(name="experts"), "experts"),
        (MeasurementError("rounding"), "values"),
        (DrawnImputation(), "imputed values"),
        (LeftOut(("a",)), "left out"),
    ],
)
def test_each_has_a_name(assumption: Assumption, name: str) -> None:
    assert name_of(assumption) == name


def test_a_panel_is_frozen_and_can_be_sent_to_another_process() -> None:
    weights = VariedWeights("panel", panel=({"a": 1.0, "b": 2.0},))
    with pytest.raises(TypeError):
        weights.panel[0]["a"] = 5.0  # type: ignore[index]
    assert pickle.loads(pickle.dumps(weights)) == weights
