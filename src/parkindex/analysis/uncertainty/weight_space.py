"""The weights of one family as a space: where nodes take means, the index is a straight line in each weight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.linear import POWERS
from parkindex.engine.choices import Step
from parkindex.engine.method import run
from parkindex.engine.passes import call
from parkindex.errors import Finding, MethodError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class WeightSpace:
    """Weights of the children of one node: shares of at least nothing that sum to one.

    ``matrix`` (units, children) times the shares is the index of each ranked unit, transformed as its means transform
    it (``power``: 1 as it is, 0 its logarithm, else its power; turned where that reverses the order). None where the
    index is no such mean of these children: then only scoring says what it is. ``units`` are positions of ranked units.
    """

    evaluation: Evaluation
    node: int
    family: IntArray
    shares: FloatArray
    units: IntArray
    matrix: FloatArray | None
    power: float

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the children."""
        return tuple(self.evaluation.structure.codes[child] for child in self.family)

    def transformed(self, score: float) -> float:
        """Return a score on the scale of ``matrix``. Raises `ValueError` for one outside the domain of the mean."""
        if self.power == 1.0:
            return score
        if score <= 0:
            raise ValueError(f"a mean of power {self.power:g} never gives {score:g}")
        return float(np.log(score)) if self.power == 0.0 else float(np.sign(self.power) * score**self.power)

    def scores(self, shares: FloatArray) -> FloatArray:
        """Score under weights (..., children) of this family by the engine itself, (..., units) of all units."""
        weight = np.broadcast_to(self.evaluation.structure.shares, (*shares.shape[:-1], len(self.evaluation.structure)))
        weight = weight.copy()
        weight[..., self.family] = shares
        evaluation = self.evaluation
        values = evaluation.values[None] if shares.ndim > 1 else evaluation.values
        method = replace(evaluation.method, tiers=Step("none"), ranking=Step("rank"))
        scored = run(
            values, evaluation.structure, evaluation.direction, method, weight=weight, context=evaluation.context
        ).scores[..., 0]
        return np.asarray(np.broadcast_to(scored, (*shares.shape[:-1], len(evaluation.units))))

    def standing(self, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return ranks and tiers (..., units) of all units under weights (..., children) of this family."""
        scores, method = self.scores(shares), self.evaluation.method
        ranks = call("ranking", method.ranking, scores, context=self.evaluation.context)
        return ranks, call("tiers", method.tiers, scores, context=self.evaluation.context)


def weight_space(evaluation: Evaluation, node: str | None = None) -> WeightSpace:
    """Return the weights of the children of ``node``, of the index without one.

    Raises `MethodError` for a node that has no two children with values, or whose weights do not act: where points are
    simply added, or weights come from the data.
    """
    structure = evaluation.structure
    position = 0 if node is None else structure.index(node)
    code = structure.codes[position]
    if position not in evaluation.families:
        raise MethodError(Finding("weights.no-family", f"node '{code}'", "it has no two children that enter the index"))
    step = evaluation.method.aggregation.nodes.get(code, evaluation.method.aggregation)
    weighting = evaluation.method.weighting.nodes.get(code, evaluation.method.weighting)
    if step.name == "sum" or weighting.name != "given":
        why = "points are added without weights" if step.name == "sum" else f"the weighting is '{weighting.name}'"
        hint = "choose a method in which stated weights act"
        raise MethodError(Finding("weights.idle", f"node '{code}'", f"stated weights do not act: {why}", hint))
    family = evaluation.families[position]
    shares = np.asarray(structure.shares[family])
    exact = run(
        evaluation.values,
        structure,
        evaluation.direction,
        replace(evaluation.method, decimals=None, tiers=Step("none"), ranking=Step("rank")),
        context=evaluation.context,
    ).scores
    ranked = np.flatnonzero(~np.isnan(evaluation.ranks))
    matrix, power = _straight(evaluation, position, family, exact[ranked])
    return WeightSpace(evaluation, position, family, shares, ranked, matrix, power)


def _straight(
    evaluation: Evaluation, position: int, family: IntArray, scores: FloatArray
) -> tuple[FloatArray | None, float]:
    """Return the matrix by which shares become the index, and its power; None where there is no such matrix."""
    structure = evaluation.structure
    chain = [position]
    while chain[-1]:
        chain.append(int(structure.parent[chain[-1]]))
    powers = {_power(evaluation, node) for node in chain}
    power = powers.pop()
    if powers or power is None or any(np.isnan(scores[:, structure.children(node)]).any() for node in chain):
        return None, 1.0
    if power <= 0 and (scores[:, family] <= 0).any():
        return None, 1.0
    matrix = _transform(scores[:, family], power)
    for below, node in pairwise(chain):
        siblings = structure.children(node)
        shares = _shares(evaluation, node)
        held = _transform(scores[:, siblings], power)
        own = siblings == below
        matrix = matrix * shares[own] + (held[:, ~own] @ shares[~own])[:, None]
    return matrix, power


def _power(evaluation: Evaluation, node: int) -> float | None:
    code = evaluation.structure.codes[node]
    step = evaluation.method.aggregation.nodes.get(code, evaluation.method.aggregation)
    weighting = evaluation.method.weighting.nodes.get(code, evaluation.method.weighting)
    if step.name not in {*POWERS, "power"} or weighting.name not in {"given", "equal"}:
        return None
    return float(POWERS.get(step.name, step.parameters.get("p", 1.0)))


def _shares(evaluation: Evaluation, node: int) -> FloatArray:
    """Return the weights that act among the children of a node."""
    siblings = evaluation.structure.children(node)
    code = evaluation.structure.codes[node]
    if evaluation.method.weighting.nodes.get(code, evaluation.method.weighting).name == "equal":
        return np.full(len(siblings), 1 / len(siblings))
    return np.asarray(evaluation.structure.shares[siblings])


def _transform(scores: FloatArray, power: float) -> FloatArray:
    if power == 1.0:
        return scores
    return np.log(scores) if power == 0.0 else np.asarray(np.sign(power) * scores**power)
