"""Denomination: divide by size, so that large and small units can be compared (handbook step 2).

Every function takes ``x`` (..., units, indicators) and returns values of that shape.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 2, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_per_indicator, as_values, refuse, refuse_cells, refuse_indicators
from parkindex.engine.parameters import PerIndicator, Variables


def none(x: ArrayLike) -> FloatArray:
    """Leave every value as it is."""
    return as_values(x)


def ratio(x: ArrayLike, *, by: Variables, scale: PerIndicator = 1.0) -> FloatArray:
    """Divide each indicator by a variable of the unit and multiply by ``scale`` (1000 for "per thousand inhabitants").

    ``by`` is (..., units, indicators), or in a method the name of a variable for each indicator; indicators that name
    none are left alone. A missing denominator makes the value missing; one that is not positive raises `MethodError`.
    """
    values = as_values(x)
    each = as_per_indicator("scale", scale, values.shape[-1])
    if (each <= 0).any():
        refuse_indicators("denomination.scale", each <= 0, "'scale' must be positive", "1000 for per thousand")
    try:
        divisor = np.asarray(by, dtype=np.float64)
    except (TypeError, ValueError):
        refuse("method.parameter", "by", f"'by' must be the name of a variable, or one for each indicator (got {by!r})")
    divisor = _spread(divisor, values)
    wrong = (divisor <= 0) | np.isinf(divisor)
    if wrong.any():
        refuse_cells(
            "denomination.not-positive", wrong, "a denominator must be positive", "mend or empty the denominator"
        )
    return np.asarray(values / divisor * np.where(_undivided(by, values), 1.0, each))


def _spread(divisor: FloatArray, values: FloatArray) -> FloatArray:
    """Return the denominators over all values, or refuse them where they do not fit."""
    try:
        spread = np.broadcast_to(divisor, values.shape)
    except ValueError:
        units, indicators = values.shape[-2:]
        message = f"'by' needs a denominator for each of {units} units and {indicators} indicators, got {divisor.shape}"
        refuse("denomination.shape", "by", message, "name a variable, or one for each indicator")
    return spread


def _undivided(by: ArrayLike, values: FloatArray) -> np.ndarray:
    """Mark the indicators whose denominator is one throughout, which therefore take no scale either."""
    divisor = np.broadcast_to(np.asarray(by, dtype=np.float64), values.shape)
    return np.asarray((divisor == 1).all(axis=tuple(range(divisor.ndim - 1))))


Denomination = Callable[..., FloatArray]

DENOMINATIONS: dict[str, Denomination] = {
    "none": none,
    "ratio": ratio,
}
