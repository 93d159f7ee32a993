"""What assumptions are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.charts.assumption_names import STEP_NAMES, assumption_name
from parkindex.engine.choices import METHODS, Step

if TYPE_CHECKING:
    from parkindex.edition import Edition

EQUAL = (Step("equal"),)


@pytest.mark.parametrize(
    ("assumption", "zh", "en"),
    [
        (Alternatives("weighting", EQUAL), "赋权", "Weighting"),
        (Alternatives("aggregation", EQUAL, node="policy"), "合成（政策扶持）", "Aggregation (Policy support)"),
        (VariedWeights(name="any"), "权重", "Weights"),
        (MeasurementError("rounding"), "刊载精度", "Printed precision"),
        (MeasurementError("relative", 0.1), "测量误差", "Measurement error"),
        (DrawnImputation(), "插补值", "Imputed values"),
        (LeftOut(("policy",)), "剔除", "Left out"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_names(report_2019: Edition, assumption: Assumption, zh: str, en: str) -> None:
    name = assumption_name(assumption, report_2019.framework)
    assert (name.zh, name.en) == (zh, en)


def test_every_step_has_a_name_in_order() -> None:
    assert list(STEP_NAMES) == list(METHODS)
