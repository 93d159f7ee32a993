"""Summary: an indicator's values in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray


@dataclass(frozen=True, slots=True)
class Summary:
    """A column in a few numbers; all are NaN when nothing is present. Quartiles interpolate linearly."""

    count: int
    missing: int
    least: float
    lower_quartile: float
    median: float
    upper_quartile: float
    most: float
    mean: float


def summarise(values: FloatArray) -> Summary:
    """Summarise one column (units,), missing values counted and left out."""
    present = values[~np.isnan(values)]
    missing = int(values.size - present.size)
    if not present.size:
        return Summary(0, missing, *([float("nan")] * 6))
    least, lower, middle, upper, most = (float(each) for each in np.quantile(present, (0, 0.25, 0.5, 0.75, 1)))
    return Summary(int(present.size), missing, least, lower, middle, upper, most, float(present.mean()))
