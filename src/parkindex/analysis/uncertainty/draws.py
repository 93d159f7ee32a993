"""Quasi-random points, the same whoever asks for them: a point is known by the seed and its number alone.

Source: Sobol' (1967), doi:10.1016/0041-5553(67)90144-9; scrambled as in Owen (1998), Scrambling Sobol' and
Niederreiter-Xing points, doi:10.1006/jcom.1998.0487, by `scipy.stats.qmc`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parkindex.engine.arrays import FloatArray

MOST_DIMENSIONS = 21_201
"""Dimensions for which scipy holds direction numbers; beyond them points are pseudo-random."""

NEAREST = 2.0**-31
"""Coordinates keep this far from 0 and 1, so that every quantile function is finite."""


def uniforms(seed: int, dimensions: int, start: int, count: int, size: int) -> Iterator[FloatArray]:
    """Yield points ``start`` to ``start + count`` of the sequence of ``seed``, (at most ``size``, dimensions) each.

    Coordinates lie strictly between 0 and 1.
    """
    draw = _pseudo_random(seed, dimensions, start) if dimensions > MOST_DIMENSIONS else _sobol(seed, dimensions, start)
    for first in range(0, count, size):
        points = draw(min(size, count - first))
        yield np.clip(points, NEAREST, 1 - NEAREST, out=points)


def _sobol(seed: int, dimensions: int, start: int) -> Callable[[int], FloatArray]:
    """Return what gives the next points of the scrambled Sobol' sequence from a point on."""
    from scipy.stats import qmc

    sequence = qmc.Sobol(max(dimensions, 1), scramble=True, rng=np.random.default_rng(seed))
    if start:
        sequence.fast_forward(start)

    def draw(count: int) -> FloatArray:
        # The first point is taken alone: scipy warns when the first number asked for is not a power of two.
        alone = 1 if sequence.num_generated == 0 and count else 0
        parts = [sequence.random(part) for part in (alone, count - alone) if part]
        points = np.concatenate(parts) if parts else np.empty((0, max(dimensions, 1)))
        return np.ascontiguousarray(points[:, :dimensions])

    return draw


def _pseudo_random(seed: int, dimensions: int, start: int) -> Callable[[int], FloatArray]:
    """Return what gives the next points of a counted pseudo-random stream (Philox) from a point on."""
    generator = np.random.Philox(key=seed)
    generator.advance(start * dimensions // 4)
    stream = np.random.Generator(generator)
    stream.random(start * dimensions % 4)
    return lambda count: stream.random((count, dimensions))
