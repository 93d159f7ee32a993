"""Weights from the data: what parts the units most, or says what the others do not, counts most.

Shapes are those of `parkindex.engine.weighting`. These weights follow the data, not anybody's values: they change when
a unit joins or leaves. Entropy and MEREC need scores that are not negative, and positive.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, extremes, moments, refuse, refuse_cells

ROWS = 512
"""Units looked at in one go, so that what is computed on the way stays within the processor's cache."""


def standard_deviation(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Weigh each child by the standard deviation of its scores.

    Source: Diakoulaki, Mavrotas and Papayannakis (1995), doi:10.1016/0305-0548(94)00059-H, section 2.
    """
    return shared_out(_deviation(as_values(x)))


def entropy(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Weigh each child by 1 minus the entropy of its scores over the units: the more unequal, the heavier.

    Raises `MethodError` for negative scores. Source: Hwang and Yoon (1981), Multiple Attribute Decision Making,
    doi:10.1007/978-3-642-48318-9, section 3.1.
    """
    values = as_values(x)
    if (values < 0).any():
        refuse_cells("weight.negative-score", values < 0, "entropy needs scores that are not negative", "use min_max")
    missing = np.isnan(values)
    amounts = np.where(missing, 0.0, values) if missing.any() else values
    count = values.shape[-2] - np.count_nonzero(missing, axis=-2)
    total = amounts.sum(axis=-2, keepdims=True)
    order = _sum_of_logs(amounts, np.where(total > 0, total, 1.0))
    known = (count > 1) & (total[..., 0, :] > 0)
    disorder = -order / np.log(np.where(known, count, 2))
    return shared_out(np.where(known, np.maximum(1 - disorder, 0.0), 0.0), noise=1e-14)


def _sum_of_logs(amounts: FloatArray, total: FloatArray) -> FloatArray:
    """Return the sum over the units of share * log(share), (..., children), 0 for a share of 0; rows in blocks."""
    found = np.zeros((*amounts.shape[:-2], amounts.shape[-1]))
    for first in range(0, amounts.shape[-2], ROWS):
        share = amounts[..., first : first + ROWS, :] / total
        logs = np.log(np.where(share > 0, share, 1.0) if share.size and share.min() == 0 else share)
        logs *= share
        found += logs.sum(axis=-2)
    return found


def critic(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Weigh each child by its standard deviation times its conflict with the others, the sum of 1 - correlation.

    The deviation is that of scores brought to 0 to 1. Correlations are over the units that both have.
    Source: Diakoulaki, Mavrotas and Papayannakis (1995), doi:10.1016/0305-0548(94)00059-H.
    """
    values = as_values(x)
    low, high = extremes(values)
    span = (high - low)[..., 0, :]
    deviation = np.where(span > 0, _deviation(values) / np.where(span > 0, span, 1.0), 0.0)
    conflict = np.empty(span.shape)
    for draw in np.ndindex(values.shape[:-2]):
        conflict[draw] = _conflict(values[draw])
    return shared_out(np.where(deviation > 0, deviation * conflict, 0.0))


def _conflict(values: FloatArray) -> FloatArray:
    """Return the sum of 1 - correlation over the other children, (children,), from scores (units, children)."""
    columns = np.ascontiguousarray(values.T)
    if np.isnan(columns).any():
        return _conflict_with_gaps(columns)
    centred = columns - columns.mean(axis=1, keepdims=True)
    joint = centred @ centred.T
    norm = np.sqrt(np.diag(joint))
    norm = np.where(columns.min(axis=1) < columns.max(axis=1), norm, np.inf)
    found = np.clip(joint / np.outer(norm, norm), -1.0, 1.0)
    np.fill_diagonal(found, 1.0)
    return np.asarray((1 - found).sum(axis=1))


def _conflict_with_gaps(columns: FloatArray) -> FloatArray:
    conflict = np.zeros(len(columns))
    for i in range(len(columns)):
        for j in range(i):
            both = ~np.isnan(columns[i]) & ~np.isnan(columns[j])
            first, second = columns[i][both], columns[j][both]
            if not len(first):
                continue
            first, second = first - first.mean(), second - second.mean()
            norm = np.sqrt((first * first).sum()) * np.sqrt((second * second).sum())
            apart = 1 - (np.clip((first * second).sum() / norm, -1, 1) if norm > 0 else 0.0)
            conflict[i] += apart
            conflict[j] += apart
    return conflict


def merec(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Weigh each child by how much the overall performance of the units changes when it is left out.

    Raises `MethodError` for scores that are not positive; the published normalisation is `share_of_best`. Source:
    Keshavarz-Ghorabaee et al. (2021), Determination of objective weights using a new method based on the removal
    effects of criteria (MEREC), doi:10.3390/sym13040525.
    """
    values = as_values(x)
    if (values <= 0).any():
        hint = "normalise with share_of_best, or min_max to a range above zero"
        refuse_cells("weight.not-positive-score", values <= 0, "MEREC needs positive scores", hint)
    low = extremes(values)[0]
    effect = np.zeros((*values.shape[:-2], values.shape[-1]))
    for first in range(0, values.shape[-2], ROWS):
        effect += _removal(values[..., first : first + ROWS, :], low)
    return shared_out(effect)


def _removal(values: FloatArray, low: FloatArray) -> FloatArray:
    """Return the sum over some units of how much performance changes without each child, (..., children)."""
    missing = np.isnan(values)
    gaps = bool(missing.any())
    loss = np.log(np.where(missing, 1.0, values / low) if gaps else values / low)
    present = np.maximum(values.shape[-1] - np.count_nonzero(missing, axis=-1, keepdims=True), 1)
    whole = loss.sum(axis=-1, keepdims=True)
    np.subtract(whole, loss, out=loss)
    loss /= present
    effect = np.abs(np.subtract(np.log1p(loss, out=loss), np.log1p(whole / present), out=loss), out=loss)
    return np.asarray((np.where(missing, 0.0, effect) if gaps else effect).sum(axis=-2))


def _deviation(values: FloatArray) -> FloatArray:
    """Return the sample standard deviation of each child (..., children), 0 where there are fewer than two scores."""
    count, _, squares = moments(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        deviation = np.sqrt(squares / (count - 1))[..., 0, :]
    return np.where(count[..., 0, :] > 1, deviation, 0.0)


def shared_out(amounts: FloatArray, noise: float = 0.0) -> FloatArray:
    """Rescale amounts (..., children) to sum to one.

    `MethodError` where all are zero, as when no child tells units apart.
    """
    held = np.where(amounts > noise, amounts, 0.0)
    total = held.sum(axis=-1, keepdims=True)
    if (total == 0).any():
        message = "no child tells the units apart, so no weights follow from the data"
        refuse("weight.zero-sum", "weighting", message, "state weights here (given or equal)")
    return np.asarray(held / total)
