"""How far one result can be trusted: its method's assumptions drawn, weighed against each other, and turned around.

The analyses themselves are in `parkindex.analysis.uncertainty`; here they are asked of a `Result`, with the assumptions
that its method states.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.assumptions import Alternatives, VariedWeights
from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.analysis.uncertainty.dominance import Dominance
    from parkindex.analysis.uncertainty.leave_one_out import Without
    from parkindex.analysis.uncertainty.levers import Goal, Levers
    from parkindex.analysis.uncertainty.sensitivity import Sensitivity
    from parkindex.analysis.uncertainty.stability import Interval, What
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.analysis.uncertainty.weight_space import WeightSpace
    from parkindex.index import Result

    Report = Callable[[int, int], None]

DRAWS = 10_000
"""Draws of an uncertainty analysis that states no number."""

LEAST_DRAWS = 500
SCORES = 2_000_000
"""Scores (draws times units) up to which so many draws are taken; larger editions take fewer, and say how many."""

ROWS = 512
"""Rows of the design of a sensitivity analysis, a power of two; larger editions take fewer, but `LEAST_ROWS`."""

LEAST_ROWS = 128
MOST_FOLLOWED = 500
"""Units up to which ranks and tiers are followed in steps while a weight moves, where their ends are not exact."""

WITHIN = 0.25
"""How far weights vary, as a share of themselves, under a method that states no assumptions; and in `dominance_of`."""

MOST_LEVERS = 2_000
"""Units times entries up to which levers are reckoned for every unit; the time grows with the square of it."""

TOP = 3
"""The best places whose members are followed while a weight moves."""


def draws_for(units: int) -> int:
    """Return how many draws an edition of so many units takes where it states no number."""
    return int(np.clip(SCORES // max(units, 1), LEAST_DRAWS, DRAWS))


def rows_for(units: int, assumptions: int) -> int:
    """Return the rows of a sensitivity design, a power of two, in which a row has two runs and one an assumption."""
    rows = ROWS
    while rows > LEAST_ROWS and rows * (assumptions + 2) * units > SCORES:
        rows //= 2
    return rows


def assumptions_for(result: Result) -> tuple[Assumption, ...]:
    """Return what is assumed to be uncertain about a result: what its method states.

    A method that states nothing has weights that may be off by a quarter (`WITHIN`), where its weights act; else
    nothing is uncertain, and there are none. Raises `MethodError` with every problem of stated ones at its line.
    """
    from parkindex.analysis.uncertainty.stated import assumptions_of, check_assumptions

    evaluation = Evaluation.of(result)
    if result.method.assumptions:
        return assumptions_of(result.method, evaluation)
    usual = VariedWeights(within=WITHIN)
    return () if check_assumptions((usual,), evaluation) else (usual,)


def uncertainty_of(
    result: Result,
    assumptions: tuple[Assumption, ...],
    *,
    draws: int | None = None,
    seed: int = 0,
    report: Report | None = None,
) -> Uncertainty | None:
    """Propagate the assumptions; None without any. ``draws`` None takes `draws_for` the number of units.

    ``report`` is called, from any thread, with draws done and in all.
    """
    from parkindex.analysis.uncertainty.propagation import propagate

    if not assumptions:
        return None
    wanted = draws_for(len(result.units)) if draws is None else draws
    return propagate(Evaluation.of(result), assumptions, draws=wanted, seed=seed, report=report)


def sensitivity_of(
    result: Result,
    assumptions: tuple[Assumption, ...],
    *,
    rows: int | None = None,
    seed: int = 0,
    units: Sequence[str] = (),
    report: Report | None = None,
) -> Sensitivity | None:
    """Return which assumption moves ranks and tiers most; None where fewer than two could be compared.

    ``rows`` None takes `rows_for` the number of units and assumptions; ``units`` are those whose own rank is looked at
    too; ``report`` is called with rows done and in all.
    """
    from parkindex.analysis.uncertainty.sensitivity import analyse_sensitivity

    if len(assumptions) < 2:
        return None
    wanted = rows_for(len(result.units), len(assumptions)) if rows is None else rows
    return analyse_sensitivity(Evaluation.of(result), assumptions, rows=wanted, seed=seed, units=units, report=report)


def weights_of(result: Result, assumptions: tuple[Assumption, ...]) -> WeightSpace | None:
    """Return the weights of the pillars as a space, None where stated weights do not act on the result.

    Points that are added without weights can be written as a weighted mean of pillars, each as a share of its full
    mark. Where the first alternatives of the assumptions are such a form, with the same scores, that form is taken.
    """
    from parkindex.analysis.uncertainty.realising import with_choice
    from parkindex.analysis.uncertainty.weight_space import weight_space

    plain = Evaluation.of(result)
    forms = [plain]
    other = plain
    for assumption in assumptions:
        if isinstance(assumption, Alternatives) and assumption.step != "tiers":
            other = with_choice(other, assumption, 0)
    if other is not plain:
        forms.append(other)
    for form in forms:
        for exact in (replace(form, method=replace(form.method, decimals=None)), form):
            try:
                if _same_standing(plain, exact):
                    return weight_space(exact)
            except MethodError:
                continue
    return None


def _same_standing(one: Evaluation, other: Evaluation) -> bool:
    """Tell whether two evaluations give the same scores, up to rounding, and the same ranks and tiers."""
    step = 0.5 * 10.0**-one.method.decimals if one.method.decimals is not None else 0.0
    close = np.allclose(one.scores, other.scores, rtol=1e-9, atol=step * (1 + 1e-6), equal_nan=True)
    return close and all(
        np.array_equal(mine, theirs, equal_nan=True)
        for mine, theirs in ((one.ranks, other.ranks), (one.tiers, other.tiers))
    )


def stability_of(space: WeightSpace) -> dict[str, tuple[Interval, ...]]:
    """Return between which values each weight can lie while the leader, the first `TOP` places, and all tiers stay.

    Left out is what cannot be followed: where the method refuses some weights on the way, and, of more units than
    `MOST_FOLLOWED`, whatever has no exact ends.
    """
    from parkindex.analysis.uncertainty.stability import stability

    few = len(space.units) <= MOST_FOLLOWED
    if not few and (space.matrix is None or space.evaluation.method.decimals is not None):
        return {}
    kinds: list[What] = ["leader"]
    kinds += ["top"] if len(space.units) > TOP else []
    tiers = space.evaluation.method.tiers.name
    kinds += ["tiers"] if tiers == "thresholds" or (tiers != "none" and few) else []
    found: dict[str, tuple[Interval, ...]] = {}
    for kind in kinds:
        try:
            found[kind] = stability(space, kind, top=TOP)
        except MethodError:
            continue
    return found


def dominance_of(space: WeightSpace) -> tuple[Dominance, Dominance] | None:
    """Return who is ahead of whom under all weights, and while each stays within `WITHIN` of itself.

    None where the index is no one mean of its pillars.
    """
    from parkindex.analysis.uncertainty.dominance import dominance

    try:
        return dominance(space), dominance(space, within=WITHIN)
    except MethodError:
        return None


def without_each(result: Result) -> tuple[Without, ...]:
    """Return the ranking without each pillar, and without each indicator where a pillar has several, in turn."""
    from parkindex.analysis.uncertainty.leave_one_out import without_each_indicator, without_each_pillar

    evaluation = Evaluation.of(result)
    pillars = without_each_pillar(evaluation)
    named = {each.left_out for each in pillars}
    return (*pillars, *(each for each in without_each_indicator(evaluation) if each.left_out not in named))


def levers_of_all(result: Result) -> dict[str, Levers]:
    """Return what takes each unit one step up, by code; nothing for more units times entries than `MOST_LEVERS`.

    One step up is the next better tier, in the first tier one rank. Left out are the first of all, units without a
    rank, and those for which the method refuses the values on the way.
    """
    from parkindex.analysis.uncertainty.levers import levers_of_units

    evaluation = Evaluation.of(result)
    if len(evaluation.units) * len(evaluation.entries) > MOST_LEVERS:
        return {}
    goals = {
        unit: _one_step_up(rank, tier)
        for unit, rank, tier in zip(result.units, evaluation.ranks, evaluation.tiers, strict=True)
        if rank > 1
    }
    return levers_of_units(evaluation, goals)


def _one_step_up(rank: float, tier: float) -> Goal:
    from parkindex.analysis.uncertainty.levers import Goal

    return Goal("rank", int(rank) - 1) if np.isnan(tier) or tier <= 1 else Goal("tier", int(tier) - 1)
