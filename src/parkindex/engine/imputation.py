"""Imputation: fill missing values (handbook step 3). A present value is never touched.

Every function takes ``x`` (..., units, indicators) and returns the completed values with a mask of what was filled in,
both of the shape of ``x``. An indicator without any value stays missing: there is nothing to fill it from.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 3, doi:10.1787/9789264043466-en; Little
and Rubin (2002), Statistical Analysis with Missing Data, doi:10.1002/9781119013563.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, as_labels, as_values, filled, medians, moments
from parkindex.engine.imputation_models import expectation_maximisation, nearest_neighbours, regression
from parkindex.engine.imputation_panel import constant, latest, linear
from parkindex.engine.parameters import Group

Fallback = Literal["none", "all"]


def none(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Leave every value as it is."""
    values = as_values(x)
    return values, np.zeros(values.shape, dtype=np.bool_)


def mean(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Fill with the mean of the indicator over the units that have it."""
    values = as_values(x)
    return filled(values, moments(values)[1])


def median(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Fill with the median of the indicator over the units that have it."""
    values = as_values(x)
    return filled(values, medians(values))


def group_mean(x: ArrayLike, *, group: Group, fallback: Fallback = "all") -> tuple[FloatArray, BoolArray]:
    """Fill with the mean over the unit's group.

    Where the group has no value, over all units (``fallback`` 'all') or not.
    """
    return _by_group(x, group, fallback, lambda part: moments(part)[1])


def group_median(x: ArrayLike, *, group: Group, fallback: Fallback = "all") -> tuple[FloatArray, BoolArray]:
    """Fill with the median over the unit's group; where the group has no value, over all units or not."""
    return _by_group(x, group, fallback, medians)


def _by_group(
    x: ArrayLike, group: ArrayLike, fallback: Fallback, statistic: Callable[[FloatArray], FloatArray]
) -> tuple[FloatArray, BoolArray]:
    values = as_values(x)
    estimate = np.empty(values.shape)
    for members in as_labels(group, values.shape[-2]):
        estimate[..., members, :] = statistic(np.take(values, members, axis=-2))
    if fallback == "all":
        estimate = np.where(np.isnan(estimate), statistic(values), estimate)
    return filled(values, estimate)


Imputation = Callable[..., tuple[FloatArray, BoolArray]]

IMPUTATIONS: dict[str, Imputation] = {
    "none": none,
    "mean": mean,
    "median": median,
    "group_mean": group_mean,
    "group_median": group_median,
    "nearest_neighbours": nearest_neighbours,
    "regression": regression,
    "expectation_maximisation": expectation_maximisation,
    "latest": latest,
    "constant": constant,
    "linear": linear,
}
