"""A bare table as something that can be scored again: its columns, its rule, and what could as well be assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.assumptions import Alternatives, Assumption, VariedWeights
from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.audit.rule import complete_rows, find_rule
from parkindex.audit.weights.marks import nominal_marks
from parkindex.engine.choices import Method, Step
from parkindex.engine.structure import Structure

if TYPE_CHECKING:
    from parkindex.audit.publication import Ranking
    from parkindex.engine.arrays import FloatArray

ROOT = "#index"

WITHIN = 0.25
"""How far each weight may lie from the one used, as a share of it."""

WORK = 1_000_000
"""Scores times columns that all draws together may take."""

DRAWS = (64, 2048)
"""The fewest draws, of a large table, and the most, of a small one."""


def evaluation_of(ranking: Ranking) -> Evaluation | None:
    """Return the rows that are complete, to be scored by the rule of the table; None where it has none.

    Where points are added each column is measured by its mark (its stated weight, else its best score), so that the
    weighted mean keeps the order of the sum.
    """
    rule, rows = find_rule(ranking), complete_rows(ranking)
    if rule is None or len(rows) < 3:
        return None
    values = ranking.values[rows]
    points = rule.name in {"sum", "weighted_sum"}
    marks = _marks(ranking, values, np.array([float(factor) for factor in rule.factors])) if points else None
    weight = np.array([float(factor) for factor in rule.factors]) if marks is None else marks
    if not (weight > 0).all():
        return None
    codes = tuple(column.code for column in ranking.columns)
    scale = Step("none") if marks is None else _to_marks(ranking, values, codes)
    return Evaluation(
        tuple(ranking.units[row] for row in rows),
        np.column_stack([np.full(len(rows), np.nan), values]),
        Structure((ROOT, *codes), np.array([-1] + [0] * len(codes)), np.concatenate([[np.nan], weight])),
        np.ones(len(codes) + 1),
        Method("table", normalisation=scale, weighting=Step("given"), aggregation=Step("arithmetic")),
    )


def assumptions_of(evaluation: Evaluation) -> tuple[Assumption, ...]:
    """Return what could as well be assumed: weights within a quarter, other scales, another aggregation.

    Scales by the best score and the geometric mean need positive numbers, and are left out where there are none.
    """
    positive = bool((evaluation.values[:, 1:] > 0).all())
    spread = bool((np.ptp(evaluation.values[:, 1:], axis=0) > 0).all())
    scales = [evaluation.method.normalisation]
    scales += [Step("share_of_best", {"to": 100.0})] if positive else []
    scales += [Step("min_max", {"to": (1.0, 100.0)})] if spread else []
    means = (Step("arithmetic"), Step("geometric")) if positive else (Step("arithmetic"),)
    return (
        Alternatives("normalisation", tuple(scales), name="scale"),
        VariedWeights("uniform", WITHIN),
        Alternatives("aggregation", means),
    )


def draws_for(units: int, columns: int) -> int:
    """Return how many draws a table of this size is given."""
    return int(np.clip(WORK // max(1, units * columns), *DRAWS))


def _marks(ranking: Ranking, values: FloatArray, factors: FloatArray) -> FloatArray:
    stated = nominal_marks(ranking)
    if stated is not None:
        return np.array([float(mark) for mark in stated])
    return np.asarray(values.max(axis=0) * factors)


def _to_marks(ranking: Ranking, values: FloatArray, codes: tuple[str, ...]) -> Step:
    """Measure each column by its mark: nothing is cut off."""
    stated = nominal_marks(ranking)
    highs = values.max(axis=0) if stated is None else [float(mark) for mark in stated]
    return Step(
        "goalposts",
        {"low": 0.0, "high": {code: float(high) for code, high in zip(codes, highs, strict=True)}, "truncate": False},
    )
