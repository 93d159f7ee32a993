"""Summaries of the entries: their distribution, what was done to them, and what deserves a look."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from parkindex.analysis.indicators import summarise_indicators
from parkindex.engine.method import Step

from .structure_cases import COLUMNS, scored


def test_an_entry_in_numbers() -> None:
    found = {each.code: each for each in summarise_indicators(scored(treatment=Step("winsorise")))}
    assert list(found) == ["a", "b", "c", "d"]
    first, last = found["a"], found["d"]
    assert (first.n, first.units, first.least, first.median, first.mean, first.greatest) == (8, 8, 1, 4.5, 4.5, 8)
    assert first.deviation == pytest.approx(np.std(COLUMNS["a"], ddof=1))
    assert last.skewness == pytest.approx(stats.skew(COLUMNS["d"], bias=False))
    assert last.kurtosis == pytest.approx(stats.kurtosis(COLUMNS["d"], bias=False))
    assert (first.flags, first.treated) == ((), 0)
    assert (last.flags, last.treated, last.unique) == (("same", "skewed"), 1, 3)


def test_missing_and_filled_values_are_counted() -> None:
    gaps = {**COLUMNS, "b": (math.nan,) * 4 + (6.0, 5.0, 8.0, 0.0)}
    found = {each.code: each for each in summarise_indicators(scored(gaps, imputation=Step("median")))}
    assert (found["b"].n, found["b"].imputed, found["b"].non_zero, found["b"].flags) == (4, 4, 3, ("scarce",))
    assert found["b"].median == 5.5


def test_what_screening_takes_out_is_counted() -> None:
    gaps = {**COLUMNS, "b": (math.nan,) * 5 + (5.0, 8.0, 0.0)}
    found = {
        each.code: each
        for each in summarise_indicators(scored(gaps, screening=Step("indicators", {"availability": 0.5})))
    }
    assert (found["b"].n, found["b"].screened, found["a"].screened) == (3, 3, 0)
