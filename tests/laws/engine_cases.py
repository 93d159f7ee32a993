"""Values to try the engine's laws on, and parameters under which every registered method can be called."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from parkindex.engine.arrays import FloatArray

UNITS = 7
CHILDREN = 4

PARAMETERS: dict[str, dict[str, dict[str, Any]]] = {
    "screening": {"units": {"availability": 0.6}, "indicators": {"availability": 0.6}, "nodes": {"availability": 0.6}},
    "denomination": {"ratio": {"by": np.arange(1.0, UNITS + 1)[:, None] * np.ones(CHILDREN)}},
    "imputation": {
        "group_mean": {"group": list("aabbbaa")},
        "group_median": {"group": list("aabbbaa")},
        "nearest_neighbours": {"count": 2},
        "expectation_maximisation": {"ridge": 0.1, "tolerance": 1e-4},
    },
    "treatment": {"winsorise": {"skewness": 0.5, "kurtosis": 0.5, "otherwise": "log"}},
    "normalisation": {
        "goalposts": {"low": 20, "high": 60},
        "distance_to_unit": {"unit": 0},
        "distance_to_target": {"target": 1e4},
        "rubric": {"cuts": [20, 40, 60], "points": [0, 10, 50, 100]},
        "categorical": {"points": {k: k**2 for k in range(1, 101)}},
        "two_sided": {"low": 30, "high": 40},
    },
    "weighting": {
        "budget_allocation": {"points": [[10, 20, 30, 40], [40, 30, 20, 10]]},
        "analytic_hierarchy": {
            "matrix": [[1, 2, 4, 8], [1 / 2, 1, 2, 4], [1 / 4, 1 / 2, 1, 2], [1 / 8, 1 / 4, 1 / 2, 1]]
        },
        "best_worst": {"best_to_others": [1, 2, 4, 8], "others_to_worst": [8, 4, 2, 1]},
        "combined": {"of": ["given", "entropy"]},
    },
    "aggregation": {"power": {"p": 0.5}, "mean_with_bonus": {"bonus": [3]}},
    "ranking": {"rank_within_groups": {"group": list("aabbbaa")}},
    "tiers": {
        "thresholds": {"at": [60, 30]},
        "natural_breaks": {"count": 2},
        "k_means": {"count": 2},
        "largest_gaps": {"count": 2},
    },
}

PANEL = {"latest", "constant", "linear"}
NEEDS_DIRECTION = {"distance_to_target": 1.0}


def parameters(step: str, name: str) -> dict[str, Any]:
    return PARAMETERS[step].get(name, {})


@st.composite
def complete_values(draw: st.DrawFn, units: int = UNITS, children: int = CHILDREN) -> FloatArray:
    """Positive whole numbers, no column constant."""
    values = draw(hnp.arrays(np.int64, (units, children), elements=st.integers(1, 100))).astype(float)
    values[0] = np.where(values.min(axis=0) == values.max(axis=0), 101 - values[0], values[0])

    values[:, values.min(axis=0) == values.max(axis=0)] += np.arange(units)[:, None]
    return np.asarray(np.clip(values, 1, 100 + units), dtype=np.float64)


@st.composite
def values_with_gaps(draw: st.DrawFn, units: int = UNITS, children: int = CHILDREN) -> FloatArray:
    """The same with up to a fifth missing, at least three values and two different ones in each column."""
    values = draw(complete_values(units, children))
    holes = draw(hnp.arrays(np.bool_, (units, children), elements=st.sampled_from([False, False, False, False, True])))
    gaps = np.where(holes, np.nan, values)
    poor = (~np.isnan(gaps)).sum(axis=0) < 4
    poor |= np.fmin.reduce(gaps, axis=0) == np.fmax.reduce(gaps, axis=0)
    return np.where(poor, values, gaps)


@st.composite
def weights(draw: st.DrawFn, children: int = CHILDREN) -> FloatArray:
    return np.asarray(draw(hnp.arrays(np.int64, children, elements=st.integers(1, 50))), dtype=np.float64)


DIRECTIONS = hnp.arrays(np.int64, CHILDREN, elements=st.sampled_from([-1, 1]))
SEEDS = st.integers(0, 2**31)


def shuffled(seed: int, count: int) -> np.ndarray:
    return np.random.default_rng(seed).permutation(count)
