"""The latest of several years, scored again on its own, gives what it gave among the others."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from parkindex.analysis.years import on_its_own
from parkindex.engine.method import Step, run

from .structure_cases import COLUMNS, panel, scored

GAPS = {**COLUMNS, "b": (math.nan, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.0), "d": (1, 1, 2, math.nan, 1, 2, 1, 90)}
EARLIER = {**COLUMNS, "d": (3, 1, 2, 5, 4, 8, 6, 70), "a": (9, 2, 3, 4, 5, 6, 7, 12)}

METHODS: list[dict[str, Any]] = [
    {},
    {"imputation": Step("median"), "treatment": Step("winsorise")},
    {"imputation": Step("linear"), "denomination": Step("ratio", {"by": {"d": "a"}})},
    {"imputation": Step("none", {}, {"b": Step("latest")}), "treatment": Step("winsorise")},
    {"imputation": Step("latest"), "treatment": Step("winsorise"), "across": ("treatment",)},
    {"imputation": Step("latest"), "across": ("normalisation",)},
    {"treatment": Step("winsorise"), "across": ("normalisation", "treatment")},
    {"screening": Step("units", {"availability": 0.9}), "imputation": Step("constant")},
]


@pytest.mark.parametrize("steps", METHODS)
def test_the_scores_stay_what_they_are(steps: dict[str, Any]) -> None:
    result = panel({2018: EARLIER, 2019: GAPS}, **steps).result()
    values, direction, method = on_its_own(result)
    alone = run(values, result.framework.compile(), direction, method, context=result.context)
    np.testing.assert_allclose(alone.scores, result.scores)
    np.testing.assert_array_equal(alone.ranks, result.ranks)


def test_an_edition_of_one_date_is_left_as_it_is() -> None:
    result = scored()
    values, direction, method = on_its_own(result)
    assert values is result.raw
    assert direction.tolist() == [1.0] * len(result.nodes)
    assert method is result.method.method
