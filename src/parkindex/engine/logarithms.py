"""Transformations of skewed indicators: logarithms, and Box and Cox. All keep the order of the units.

Each is taken towards the long tail: where the skewness is negative the indicator is reflected, transformed and
reflected back (the plain logarithm excepted). Constant indicators are left as they are.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, as_values, refuse_cells
from parkindex.engine.parameters import Number, Positive
from parkindex.engine.skewness import changed, columns_of, restored, shape_of

Transformation = Callable[[FloatArray], FloatArray]


def log(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Take the natural logarithm. Raises `MethodError` for values that are not positive."""
    values = as_values(x)
    if (values <= 0).any():
        hint = "use log_shifted, which takes any values"
        refuse_cells("treatment.not-positive", values <= 0, "the logarithm needs positive values", hint)
    treated = np.log(values)
    return treated, changed(values, treated)


def log_shifted(x: ArrayLike, *, shift: Positive = 0.01) -> tuple[FloatArray, BoolArray]:
    """Take log(x - min + shift * (max - min)), which any values allow.

    Source: Becker et al. (2022), COINr, section on outlier treatment, doi:10.21105/joss.04567.
    """
    return _by_column(x, lambda columns: log_columns(columns, shift))


def log_gii(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Take log(1 + (max - 1) * (x - min) / (max - min)). Raises `MethodError` where the greatest value is below 1.

    Source: Global Innovation Index, appendix on adjustments to the framework and data treatment.
    """
    values = as_values(x)
    low = np.fmax.reduce(values, axis=-2, keepdims=True) <= 1
    if low.any():
        wrong = np.broadcast_to(low, values.shape) & ~np.isnan(values)
        refuse_cells("treatment.below-one", wrong, "this logarithm needs a greatest value above 1", "use log_shifted")
    return _by_column(x, _log_gii_columns)


def box_cox(x: ArrayLike, *, power: Number | None = None) -> tuple[FloatArray, BoolArray]:
    """Take (x ** power - 1) / power, the logarithm at 0, of values divided by their geometric mean.

    Without ``power`` the most likely one is found for each indicator. The geometric mean takes the unit of measure out:
    great numbers under a negative power would else all come to the same. Values are first shifted as in `log_shifted`
    where any is not positive.
    Source: Box and Cox (1964), An analysis of transformations, doi:10.1111/j.2517-6161.1964.tb00553.x.
    """
    return _by_column(x, lambda columns: box_cox_columns(columns, power))


def log_columns(columns: FloatArray, shift: float = 0.01) -> FloatArray:
    """Take the shifted logarithm of columns (columns, units), towards the long tail of each."""

    def transform(turned: FloatArray) -> FloatArray:
        low, span = _span(turned)
        return np.asarray(np.log(turned - low + shift * span))

    return _towards_tail(columns, transform)


def box_cox_columns(columns: FloatArray, power: float | None = None) -> FloatArray:
    """Transform columns (columns, units) by Box and Cox, towards the long tail of each."""

    def transform(turned: FloatArray) -> FloatArray:
        low, span = _span(turned)
        positive = np.where(low > 0, turned, turned - low + 0.01 * span)
        return np.stack([_box_cox_one(column, power) for column in positive]) if len(positive) else positive

    return _towards_tail(columns, transform)


def _log_gii_columns(columns: FloatArray) -> FloatArray:
    top = np.fmax.reduce(columns, axis=-1, keepdims=True)

    def transform(turned: FloatArray) -> FloatArray:
        low, span = _span(turned)
        return np.asarray(np.log1p((top - 1) * (turned - low) / span))

    return _towards_tail(columns, transform)


def _by_column(x: ArrayLike, transform: Transformation) -> tuple[FloatArray, BoolArray]:
    values = as_values(x)
    columns = columns_of(values)
    constant = np.fmin.reduce(columns, axis=-1) == np.fmax.reduce(columns, axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        treated = restored(np.where(constant[:, None], columns, transform(columns)), values)
    return treated, changed(values, treated)


def _towards_tail(columns: FloatArray, transform: Transformation) -> FloatArray:
    """Reflect the columns with negative skewness, transform, and reflect back."""
    sign = np.where(shape_of(columns)[0] < 0, -1.0, 1.0)[:, None]
    return np.asarray(sign * transform(sign * columns))


def _span(columns: FloatArray) -> tuple[FloatArray, FloatArray]:
    low = np.fmin.reduce(columns, axis=-1, keepdims=True)
    return low, np.fmax.reduce(columns, axis=-1, keepdims=True) - low


def _box_cox_one(column: FloatArray, power: float | None) -> FloatArray:
    present = column[~np.isnan(column)]
    if not len(present):
        return column
    if power is None:
        power = _likeliest(present) if len(present) > 2 and present.min() < present.max() else 1.0
    logs = np.log(column) - np.log(present).mean()
    return np.asarray(logs if abs(power) < 1e-12 else np.expm1(power * logs) / power)


def _likeliest(present: FloatArray) -> float:
    """Return the power, between -5 and 5, of greatest likelihood: least variance once the geometric mean is one."""
    from scipy.optimize import minimize_scalar

    logs = np.log(present)
    centred = logs - logs.mean()

    def unlikely(power: float) -> float:
        scaled = centred if abs(power) < 1e-12 else np.expm1(power * centred) / power
        return float(np.log(scaled.var()))

    return float(minimize_scalar(unlikely, bounds=(-5.0, 5.0), method="bounded", options={"xatol": 1e-10}).x)
