"""What every entry of the index looks like before it is scored, and what was done to it on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.summary import flags, summary

if TYPE_CHECKING:
    from parkindex.index import Result

FLAGS = ("scarce", "zeros", "same", "skewed")
"""Too few values, too few that are not zero, too few different ones, extreme values: what deserves a look."""


@dataclass(frozen=True, slots=True)
class IndicatorSummary:
    """One entry over the units, in its own unit of measure; NaN where there are too few values.

    ``n`` of ``units`` are present; ``skewness`` and ``kurtosis`` (excess) are those of samples; ``screened``,
    ``imputed``, ``treated`` and ``clipped`` count the values that a step changed; ``flags`` are out of `FLAGS`.
    """

    code: str
    units: int
    n: int
    least: float
    median: float
    mean: float
    greatest: float
    deviation: float
    skewness: float
    kurtosis: float
    non_zero: int
    unique: int
    screened: int
    imputed: int
    treated: int
    clipped: int
    flags: tuple[str, ...]


def summarise_indicators(result: Result) -> tuple[IndicatorSummary, ...]:
    """Summarise the values of every entry as they were entered, in the order of the tree."""
    columns = [result.column_of(code) for code in result.entries]
    found = summary(result.raw[:, columns])
    marked = flags(found)
    marks = {mark: getattr(result.outcome, mark)[:, columns] for mark in ("screened", "imputed", "treated", "clipped")}
    marks["screened"] = marks["screened"] & ~np.isnan(result.raw[:, columns])
    changed = {mark: np.count_nonzero(mask, axis=0) for mark, mask in marks.items()}
    return tuple(
        IndicatorSummary(
            code=code,
            units=found.units,
            n=int(found.available[place]),
            least=float(found.least[place]),
            median=float(found.median[place]),
            mean=float(found.mean[place]),
            greatest=float(found.greatest[place]),
            deviation=float(found.deviation[place]),
            skewness=float(found.skewness[place]),
            kurtosis=float(found.kurtosis[place]),
            non_zero=int(found.non_zero[place]),
            unique=int(found.unique[place]),
            flags=tuple(name for name in FLAGS if getattr(marked, name)[place]),
            **{mark: int(counts[place]) for mark, counts in changed.items()},
        )
        for place, code in enumerate(result.entries)
    )
