"""Thresholds: the smallest change of weights that lets a unit overtake another, reach a rank, or enter a tier.

Distance is the L1 norm, the sum of the absolute changes of the shares; half of it is weight that moves from some
children to others. Where the index is one mean of the children (`weight_space`), overtaking and fixed cut-offs are a
linear programme and ranks a mixed-integer one (HiGHS, by `scipy.optimize`), with a proven optimum. Elsewhere, and for
tiers whose cut-offs depend on all scores, the weights are searched in many directions: what is found is verified, and
``bound`` says what is proven about the smallest.

Source: Triantaphyllou and Sanchez (1997), A sensitivity analysis approach for some deterministic multi-criteria
decision-making methods, Decision Sciences 28(1), 151-194, doi:10.1111/j.1540-5915.1997.tb01306.x; Huangfu and Hall
(2018), Parallelizing the dual revised simplex method, doi:10.1007/s12532-017-0130-5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from parkindex.analysis.uncertainty.weight_space import WeightSpace
    from parkindex.engine.arrays import BoolArray, FloatArray

    Reached = Callable[[FloatArray, FloatArray], BoolArray]
    Solve = Callable[[float], tuple[FloatArray | None, float]]

DIRECTIONS = 512
STEPS = 64
WIDENINGS = 40
HALVINGS = 16
SLACK = 1e-9
"""How far a linear programme goes beyond equality, as a share of the spread of the scores."""


@dataclass(frozen=True)
class WeightChange:
    """The weights nearest to the stated ones under which a goal is reached.

    ``weights`` are shares by code; ``distance`` is their L1 distance from the stated shares, at most 2; ``bound`` is a
    proven lower limit of it (the same where ``optimal``). ``verified``: the engine's own scoring reaches the goal under
    them. Without any such weights ``weights`` is empty and ``distance`` infinite; ``optimal`` then says that this is
    proven.
    """

    goal: str
    weights: Mapping[str, float]
    distance: float
    bound: float
    optimal: bool
    verified: bool


def weights_to_overtake(space: WeightSpace, unit: str, other: str) -> WeightChange:
    """Return the smallest change of weights under which ``unit`` ranks better than ``other``."""
    mine, theirs = _row(space, unit), _row(space, other)

    def reached(ranks: FloatArray, _: FloatArray) -> BoolArray:
        return np.asarray(ranks[..., mine] < ranks[..., theirs])

    goal = f"{unit} before {other}"
    if space.matrix is None:
        return _search(space, goal, reached)
    rows = _ranked(space, unit), _ranked(space, other)
    ahead = space.matrix[rows[0]] - space.matrix[rows[1]]
    return _verified(space, goal, reached, lambda margin: _linear(space, ahead[None], np.array([margin])))


def weights_for_rank(space: WeightSpace, unit: str, rank: int) -> WeightChange:
    """Return the smallest change of weights under which at most ``rank`` - 1 units are before ``unit``.

    Raises `UsageError` for a rank that there is not.
    """
    if not 1 <= rank <= len(space.units):
        message = f"there are ranks 1 to {len(space.units)} (got {rank})"
        raise UsageError(Finding("usage.rank", "", message))
    mine = _row(space, unit)

    def reached(ranks: FloatArray, _: FloatArray) -> BoolArray:
        return np.asarray(ranks[..., mine] <= rank)

    goal = f"{unit} at rank {rank}"
    if space.matrix is None:
        return _search(space, goal, reached)
    row = _ranked(space, unit)
    ahead = np.delete(space.matrix[row] - space.matrix, row, axis=0)
    return _verified(space, goal, reached, lambda margin: _mixed(space, ahead, rank - 1, margin))


def weights_for_tier(space: WeightSpace, unit: str, tier: int) -> WeightChange:
    """Return the smallest change of weights under which ``unit`` is in ``tier`` or a better one.

    Raises `UsageError` for a method without tiers.
    """
    step = space.evaluation.method.tiers
    if step.name == "none":
        raise UsageError(Finding("usage.tier", "", f"the method '{space.evaluation.method.name}' has no tiers"))
    mine = _row(space, unit)

    def reached(_: FloatArray, tiers: FloatArray) -> BoolArray:
        return np.asarray(tiers[..., mine] <= tier)

    goal = f"{unit} in tier {tier}"
    cuts = step.parameters.get("at", (95.0, 87.0))
    matrix = space.matrix
    if matrix is None or step.name != "thresholds" or not 1 <= tier <= len(cuts):
        return _search(space, goal, reached)
    own = matrix[[_ranked(space, unit)]]
    decimals = space.evaluation.method.decimals
    least = space.transformed(float(cuts[tier - 1]) - (0.0 if decimals is None else 0.5 * 10.0**-decimals))
    return _verified(space, goal, reached, lambda margin: _linear(space, own, np.array([least + margin])))


def _row(space: WeightSpace, unit: str) -> int:
    return space.evaluation.units.index(unit)


def _ranked(space: WeightSpace, unit: str) -> int:
    rows = np.flatnonzero(space.units == _row(space, unit))
    if not len(rows):
        raise UsageError(Finding("usage.unranked", "", f"{unit} has no score, so that weights cannot rank it"))
    return int(rows[0])


def _verified(space: WeightSpace, goal: str, reached: Reached, solve: Solve) -> WeightChange:
    """Solve with a margin just beyond equality, and with a wider one where scores are rounded."""
    spread = float(np.ptp(space.matrix)) if space.matrix is not None else 1.0
    if bool(reached(*space.standing(space.shares))):
        return WeightChange(goal, _named(space, space.shares), 0.0, 0.0, optimal=True, verified=True)
    shares, bound = solve(SLACK * spread)
    if shares is None:
        return WeightChange(goal, {}, np.inf, np.inf, optimal=True, verified=False)
    if not bool(reached(*space.standing(shares))):
        shares = _wider(space, reached, solve, SLACK * spread)
    if shares is None:
        return WeightChange(goal, {}, np.inf, bound, optimal=False, verified=False)
    distance = float(np.abs(shares - space.shares).sum())
    optimal = distance - bound <= 1e-6 + 1e-3 * distance
    return WeightChange(goal, _named(space, shares), distance, min(bound, distance), optimal, verified=True)


def _wider(space: WeightSpace, reached: Reached, solve: Solve, margin: float) -> FloatArray | None:
    """Return the shares for the least margin at which scores, once they are rounded, reach the goal; None if none does.

    ``margin`` is too narrow. It doubles until it is wide enough, and the last step is halved.
    """
    best, low, high = None, margin, 2 * margin
    for _ in range(WIDENINGS):
        shares, _ = solve(high)
        if shares is None:
            return None
        if bool(reached(*space.standing(shares))):
            best = shares
            break
        low, high = high, 2 * high
    for _ in range(HALVINGS if best is not None else 0):
        middle = (low + high) / 2
        shares, _ = solve(middle)
        if shares is not None and bool(reached(*space.standing(shares))):
            best, high = shares, middle
        else:
            low = middle
    return best


def _linear(space: WeightSpace, ahead: FloatArray, least: FloatArray) -> tuple[FloatArray | None, float]:
    """Minimise the L1 distance so that ``ahead`` (conditions, children) times the shares reaches ``least``."""
    from scipy.optimize import linprog

    count = len(space.shares)
    # Variables: what each share gains, and what it loses.
    answer = linprog(
        np.ones(2 * count),
        A_ub=np.hstack([-ahead, ahead]),
        b_ub=ahead @ space.shares - least,
        A_eq=np.hstack([np.ones(count), -np.ones(count)])[None],
        b_eq=[0.0],
        bounds=[(0, None)] * count + [(0, share) for share in space.shares],
        method="highs",
    )
    moved = _moved(answer.x, space)
    return moved, np.inf if moved is None else float(np.abs(moved - space.shares).sum())


def _moved(solution: FloatArray | None, space: WeightSpace) -> FloatArray | None:
    """Return the shares that a solution stands for; None where there is none."""
    if solution is None:
        return None
    count = len(space.shares)
    return _clean(space.shares + solution[:count] - solution[count : 2 * count])


def _mixed(space: WeightSpace, ahead: FloatArray, before: int, margin: float) -> tuple[FloatArray | None, float]:
    """Minimise the L1 distance so that all but ``before`` of the conditions ``ahead`` hold; also the proven bound."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    count, others = len(space.shares), len(ahead)
    # The index of a unit under all weight on one child is the most by which it can be behind.
    behind = np.maximum(margin - ahead.min(axis=1), 0.0) * (1 + 1e-9)
    rows = np.hstack([ahead, -ahead, np.diag(behind)])
    answer = milp(
        np.concatenate([np.ones(2 * count), np.zeros(others)]),
        constraints=[
            LinearConstraint(rows, margin - ahead @ space.shares, np.inf),
            LinearConstraint(np.concatenate([np.ones(count), -np.ones(count), np.zeros(others)])[None], 0, 0),
            LinearConstraint(np.concatenate([np.zeros(2 * count), np.ones(others)])[None], -np.inf, before),
        ],
        bounds=Bounds(0, np.concatenate([np.full(count, 2.0), space.shares, np.ones(others)])),
        integrality=np.concatenate([np.zeros(2 * count), np.ones(others)]),
        options={"mip_rel_gap": 1e-6},
    )
    moved = _moved(answer.x, space)
    proven = answer.fun if answer.mip_dual_bound is None else answer.mip_dual_bound
    return moved, np.inf if moved is None or proven is None else float(proven)


def _search(space: WeightSpace, goal: str, reached: Reached) -> WeightChange:
    """Walk from the stated weights towards many others and keep the nearest at which the goal is reached."""
    if bool(reached(*space.standing(space.shares))):
        return WeightChange(goal, _named(space, space.shares), 0.0, 0.0, optimal=True, verified=True)
    count = len(space.shares)
    corners = -np.log(next(uniforms(0, count, 0, DIRECTIONS, DIRECTIONS)))
    corners = np.concatenate([np.eye(count), corners / corners.sum(axis=1, keepdims=True)])
    corners = np.concatenate([corners, _without_one(space.shares)])
    best, nearest = space.shares, np.inf
    for corner in corners:
        length = float(np.abs(corner - space.shares).sum())
        far = min(1.0, nearest / length) if length else 0.0
        along = np.linspace(0, far, STEPS + 1)[1:]
        path = space.shares + along[:, None] * (corner - space.shares)
        hits = np.flatnonzero(reached(*space.standing(path)))
        if len(hits) and along[hits[0]] * length < nearest:
            best = _halved(space, reached, corner, float(along[hits[0]]), far / STEPS)
            nearest = float(np.abs(best - space.shares).sum())
    if np.isinf(nearest):
        return WeightChange(goal, {}, np.inf, 0.0, optimal=False, verified=False)
    return WeightChange(goal, _named(space, best), nearest, 0.0, optimal=False, verified=True)


def _halved(space: WeightSpace, reached: Reached, corner: FloatArray, high: float, width: float) -> FloatArray:
    """Return where, within the last step, the goal is first reached; it is reached at ``high``."""
    low = high - width
    for _ in range(30):
        middle = (low + high) / 2
        there = bool(reached(*space.standing(space.shares + middle * (corner - space.shares))))
        low, high = (low, middle) if there else (middle, high)
    return np.asarray(space.shares + high * (corner - space.shares))


def _without_one(shares: FloatArray) -> FloatArray:
    """Return the weightings in which one child counts for nothing and the others as before."""
    gone = np.tile(shares, (len(shares), 1))
    np.fill_diagonal(gone, 0.0)
    total = gone.sum(axis=1, keepdims=True)
    return np.asarray(gone[total[:, 0] > 0] / total[total[:, 0] > 0])


def _clean(shares: FloatArray) -> FloatArray:
    shares = np.maximum(shares, 0.0)
    return np.asarray(shares / shares.sum())


def _named(space: WeightSpace, shares: FloatArray) -> Mapping[str, float]:
    return {code: float(share) for code, share in zip(space.codes, shares, strict=True)}
