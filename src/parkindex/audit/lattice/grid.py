"""Find a regular grid on which the numbers of a column lie: its step and offset exactly, and the exceptions.

Numbers are counted in units of the last printed place, so that all of them are whole. A grid of step s is seen first
as a comb in the spectrum of the numbers (harmonics 1/s, 2/s …), then pinned down to a fraction and counted exactly.

Source of the spectrum: Kendall (1974), Hunting quanta, doi:10.1098/rsta.1974.0020. The bound on chance (`_bound`) takes
the place of its simulations: it holds for any smooth distribution, and needs no draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, gcd, log
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from parkindex.audit.publication import Column
    from parkindex.engine.arrays import FloatArray

IntArray = NDArray[np.int64]

LEAST_STEP = 5
"""Units of the last place below which a step is not told from rounding."""

LEAST_STEPS = 4
"""Steps that the range must hold: of fewer nothing is repeated."""

LEAST_DISTINCT = 8
"""Different values below which no grid is looked for."""

LEAST_SHARE = Fraction(3, 5)
"""Share of the printed values that must lie on a grid before it is spoken of."""

MOST_SAMPLED = 120
"""Values that the search looks at; the grid it finds is then held against all."""

ALARM = 1e-6
"""Probability, over all steps, offsets and columns, below which a grid is no chance.

Far below that of other checks (`chance.ALARM`), because the bound takes a smooth distribution for granted.
"""

_BINS = 8192
_PADDING = 8
_HARMONICS = 5
_MULTIPLES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 1 / 2, 1 / 3)
_MOST_TRIED = 60_000
_MOST_PINNED = 3
_PARTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 16, 25, 40, 64, 100, 160, 250)  # denominators of steps in last places


@dataclass(frozen=True)
class Grid:
    """Numbers ``offset + k · step``. ``on`` and ``off`` are rows; ``log_p`` the natural logarithm of the bound.

    ``multiples`` holds k for each row of ``on``. ``step`` and ``offset`` are in the column's own units of measure.
    """

    step: Fraction
    offset: Fraction
    on: tuple[int, ...]
    off: tuple[int, ...]
    multiples: tuple[int, ...]
    log_p: float

    @property
    def natural(self) -> bool:
        """Tell whether the step is a power of ten: fewer decimals than the column prints elsewhere, and no more."""
        return self.step > 0 and _is_power_of_ten(self.step)


def find_grid(column: Column, columns: int = 1) -> Grid | None:
    """Return the grid of a column that is the least likely chance, None where chance can explain each.

    ``columns`` is how many columns are searched: the bound is multiplied by it.
    """
    whole = in_last_places(column)
    if whole is None:
        return None
    rows = np.array(column.present, dtype=np.int64)
    sampled = np.unique(whole[np.linspace(0, whole.size - 1, min(whole.size, MOST_SAMPLED)).astype(np.int64)])
    if sampled.size < LEAST_DISTINCT or sampled[-1] - sampled[0] < LEAST_STEP * LEAST_STEPS:
        return None
    scale = 10**column.decimals
    pinned = [found for step in _candidates(sampled) if (found := _pinned(sampled, step, scale)) is not None]
    if not pinned:
        return None
    best = min(_rated(sampled, *found) for found in pinned)
    most = Fraction(int(sampled[-1] - sampled[0]), LEAST_STEPS)
    wider = [times * best[1] for times in range(2, 21) if times * best[1] <= most]
    log_p, step, offset = min([best, *(_rated(sampled, step, _densest(sampled, step)[1]) for step in wider)])
    log_p += log(columns)
    return None if log_p > log(ALARM) else _grid(column, whole, rows, (log_p, step, offset))


def _rated(values: IntArray, step: Fraction, offset: Fraction) -> tuple[float, Fraction, Fraction]:
    return round(_bound(values, step, offset), 9), step, offset


def in_last_places(column: Column) -> IntArray | None:
    """Return the printed numbers in units of the last place (present,), None where they are too large to be exact."""
    values = column.values[list(column.present)] * 10.0**column.decimals
    if values.size == 0 or np.abs(values).max() >= 2**52:
        return None
    return np.rint(values).astype(np.int64)


def resolution(whole: IntArray) -> int:
    """Return how many places of a regular grid the range holds: what the greatest common step leaves distinct."""
    distinct = np.unique(whole)
    if distinct.size < 2:
        return 1
    return int((distinct[-1] - distinct[0]) // np.gcd.reduce(np.diff(distinct))) + 1


def _candidates(values: IntArray) -> list[float]:
    """Return the steps worth a closer look, the least likely by chance first."""
    common = gcd(*(int(gap) for gap in np.diff(values)))
    if common >= LEAST_STEP:
        return [float(common)]
    span = int(values[-1] - values[0])
    exact = values.astype(np.float64)
    seen = {_refined(exact, step) for step in _combs(values, span)}
    steps = {step * times for step in seen for times in _MULTIPLES} | set(_whole_steps(values, span))
    worth = [step for step in steps if LEAST_STEP <= step <= span / LEAST_STEPS]
    promising = sorted(((_promise(exact, step), step) for step in worth), reverse=True)[:_MOST_PINNED]
    return [step for promise, step in promising if promise > -log(ALARM)]


def _promise(values: FloatArray, step: float) -> float:
    """Return how surprising the numbers near a grid of about this step are: n times a Kullback-Leibler divergence.

    It bounds the logarithm of the binomial tail: Chernoff (1952), doi:10.1214/aoms/1177729330.
    """
    count, _ = _window(np.sort(np.mod(values, step)), step, 1.5)
    share, chance = count / values.size, 1.5 / step
    if share <= chance:
        return 0.0
    rest = (1 - share) * log((1 - share) / (1 - chance)) if share < 1 else 0.0
    return values.size * (share * log(share / chance) + rest) - log(step)


def _combs(values: IntArray, span: int) -> list[float]:
    """Return the steps of the highest combs of the spectrum."""
    coarse = max(1, ceil(span / _BINS))
    bins = span // coarse + 1
    length = _PADDING * 2 ** ceil(np.log2(bins))
    low, high = ceil(length * LEAST_STEPS / bins), length // LEAST_STEP
    if high <= low:
        return []
    counts = np.bincount((values - values[0]) // coarse, minlength=bins).astype(np.float64)
    power = np.abs(np.fft.rfft(counts, length)) ** 2
    places = np.arange(low, high + 1)
    comb = np.zeros(places.size)
    for harmonic in range(1, _HARMONICS + 1):
        folded = (places * harmonic) % length
        comb += power[np.minimum(folded, length - folded)]
    steps: list[float] = []
    for _ in range(_MOST_PINNED):
        top = int(np.argmax(comb))
        steps.append(float(coarse * length / places[top]))
        comb[max(0, top - _PADDING) : top + _PADDING + 1] = 0
    return steps


def _whole_steps(values: IntArray, span: int) -> list[float]:
    """Return, of few numbers, the whole steps under which the most numbers share a residue: all steps are tried."""
    steps = np.arange(LEAST_STEP, span // LEAST_STEPS + 1)
    if values.size * steps.size > _MOST_TRIED:
        return []
    residues = np.sort(np.mod(values[:, None], steps[None, :]), axis=0)
    equal = np.diff(residues, axis=0) == 0
    longest = np.zeros(steps.size, dtype=np.int64)
    run = np.zeros(steps.size, dtype=np.int64)
    for row in equal:
        run = (run + 1) * row
        longest = np.maximum(longest, run)
    rated = longest * np.log(steps)
    return [float(steps[place]) for place in np.argsort(-rated, kind="stable")[:3]]


def _pinned(values: IntArray, step: float, scale: int) -> tuple[Fraction, Fraction] | None:
    """Return the simplest exact step and offset near a step that was seen, None where nothing lies on it.

    Simple are whole last places, then small denominators in the column's own unit of measure, ``scale`` last places.
    """
    step = _refined(values.astype(np.float64), step)
    span = int(values[-1] - values[0])
    near = {Fraction(step).limit_denominator(parts) for parts in _PARTS} | {Fraction(span, max(1, round(span / step)))}
    found: tuple[int, Fraction, Fraction] | None = None
    for exact in sorted(near, key=lambda held: (held.denominator > 1, (held / scale).denominator)):
        if exact >= LEAST_STEP:
            count, offset = _densest(values, exact)
            if found is None or count > found[0] + 1:
                found = (count, exact, offset)
    return None if found is None else found[1:]


def _refined(values: FloatArray, step: float) -> float:
    """Fit the step to the numbers that follow it, the tolerance shrinking to the rounding of a printed number."""
    for tolerance in (step / 12, step / 24, 2.0, 1.0):
        residues = np.sort(np.mod(values, step))
        on, first = _window(residues, step, 2 * tolerance)
        offset = float(residues[first] + np.take(residues, first + on - 1, mode="wrap")) / 2
        if first + on > residues.size:
            offset += step / 2
        steps = np.rint((values - offset) / step)
        near = np.abs(values - offset - steps * step) <= tolerance
        if near.sum() < 4 or np.ptp(steps[near]) == 0:
            break
        index, number = steps[near] - steps[near].mean(), values[near]
        step = abs(float(index @ number / (index @ index)))
    return step


def _window(residues: NDArray[Any], around: float, width: float) -> tuple[int, int]:
    """Return how many of the sorted residues a window on the circle can hold, and the first of them."""
    twice = np.concatenate([residues, residues + around])
    counts = np.searchsorted(twice, residues + width, side="right") - np.arange(residues.size)
    first = int(np.argmax(counts))
    return min(int(counts[first]), residues.size), first


def _densest(values: IntArray, step: Fraction) -> tuple[int, Fraction]:
    """Return the offset on which the most numbers lie, exactly; 0 where it is as good as any, then whole ones."""
    parts, around = step.denominator, step.numerator
    residues = np.sort(np.mod(values * parts, around))  # in 1/parts of the last place
    half = parts // 2  # |distance| <= 1/2 last place, exactly
    on_zero = int((np.minimum(residues, around - residues) <= half).sum())
    count, first = _window(residues, around, 2 * half)
    if on_zero >= count:
        return on_zero, Fraction(0)
    low = int(residues[first])
    last = int(np.take(residues, first + count - 1, mode="wrap"))
    high = last + around if last < low else last
    whole = -(-(high - half) // parts) * parts
    offset = whole if whole <= low + half else (low + high) // 2
    return count, Fraction(offset % around, parts)


def _bound(values: IntArray, step: Fraction, offset: Fraction) -> float:
    """Return the logarithm of a bound on the chance that so many values of a smooth distribution lie on any grid.

    A value lies on a given grid with a probability of at most 1/s + 1/w: 1/s where the distribution is flat over a
    step, and 1/w more, w being the width of the narrowest window that holds √n of the values, for where it is steep or
    has several peaks. The binomial tail is multiplied by the number of offsets (2s) and of steps that can be told apart
    over the range R, 4 R ln(largest / smallest).
    """
    from scipy.special import betainc

    n, on = values.size, int(_lies_on(values, step, offset).sum())
    if on < 4:
        return 0.0
    span = float(values[-1] - values[0])
    beside = ceil(n**0.5)
    width = float((values[beside:] - values[:-beside]).min())
    chance = min(1.0, 1 / float(step) + 1 / width)
    steps = 4 * span * max(1.0, log(span / LEAST_STEPS / LEAST_STEP))
    tail = max(float(betainc(on, n - on + 1, chance)), 1e-290)
    return log(tail) + log(2 * float(step)) + log(steps)


def _lies_on(values: IntArray, step: Fraction, offset: Fraction) -> NDArray[np.bool_]:
    parts = step.denominator * offset.denominator
    wide = int(step * parts)
    residues = np.mod(values * parts - int(offset * parts), wide)
    lies: NDArray[np.bool_] = 2 * np.minimum(residues, wide - residues) <= parts
    return lies


def _grid(column: Column, whole: IntArray, rows: IntArray, best: tuple[float, Fraction, Fraction]) -> Grid | None:
    log_p, step, offset = best
    lies = _lies_on(whole, step, offset)
    if Fraction(int(lies.sum()), int(whole.size)) < LEAST_SHARE:
        return None
    unit = Fraction(column.unit_of_last_place)
    multiples = tuple(round((int(number) - offset) / step) for number in whole[lies])
    on, off = rows[lies].tolist(), rows[~lies].tolist()
    return Grid(step * unit, offset * unit, tuple(on), tuple(off), multiples, log_p)


def _is_power_of_ten(step: Fraction) -> bool:
    return all(str(part).rstrip("0") == "1" for part in (step.numerator, step.denominator))
