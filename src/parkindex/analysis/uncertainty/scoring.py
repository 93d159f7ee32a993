"""Scores of many draws: discrete choices are prepared once each, and draws that share them are scored as one stack."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.uncertainty.assumptions import Alternatives, Assumption, Discrete, LeftOut, VariedWeights
from parkindex.analysis.uncertainty.linear import Linear, linear_form
from parkindex.analysis.uncertainty.realising import (
    chosen,
    columns_of,
    erring_values,
    varied_weights,
    with_choice,
)
from parkindex.engine.choices import Method, Step
from parkindex.engine.method import normalised, run
from parkindex.engine.passes import call
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import BoolArray, FloatArray

NO_SCORE = "no unit has a score"

STACK = 2_000_000
"""Values (draws times units times nodes) that the engine is handed at once."""


@dataclass(eq=False)
class Drawn:
    """Scores of some draws: ``scores`` and ``tiers`` (draws, units), NaN in draws that failed; ``tiers`` None if none.

    ``failures`` counts the causes, each as the finding says it.
    """

    scores: FloatArray
    tiers: FloatArray | None
    failed: BoolArray
    failures: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, eq=False)
class Variant:
    """One combination of discrete choices, prepared: the entries on their common scale, or why there are none."""

    evaluation: Evaluation
    normalised: FloatArray | None
    linear: Linear | None
    refused: str = ""


@dataclass(frozen=True, eq=False)
class Scorer:
    """An evaluation and its assumptions, ready to score draws that are given as points of the unit cube."""

    evaluation: Evaluation
    assumptions: tuple[Assumption, ...]
    closed_forms: bool = True
    _variants: dict[tuple[int, ...], Variant] = field(default_factory=dict, repr=False)

    @cached_property
    def spans(self) -> tuple[slice, ...]:
        """The coordinates of each assumption."""
        ends = np.cumsum([0, *(columns_of(one, self.evaluation) for one in self.assumptions)])
        return tuple(slice(int(first), int(last)) for first, last in pairwise(ends))

    @property
    def dimensions(self) -> int:
        """Coordinates of a point."""
        return self.spans[-1].stop if self.spans else 0

    @cached_property
    def _erring(self) -> bool:
        discrete_or_weights = (Alternatives, LeftOut, VariedWeights)
        return any(not isinstance(one, discrete_or_weights) for one in self.assumptions)

    @cached_property
    def _weighted(self) -> bool:
        return any(isinstance(one, VariedWeights) for one in self.assumptions)

    @property
    def numbers_a_draw(self) -> int:
        """Values in memory that one draw takes."""
        return self.evaluation.values.size if self._erring else len(self.evaluation.units)

    def score(self, uniforms: FloatArray) -> Drawn:
        """Score draws, ``uniforms`` (draws, dimensions). A draw that the engine refuses is counted with its cause."""
        draws, units = len(uniforms), len(self.evaluation.units)
        discrete = [k for k, one in enumerate(self.assumptions) if isinstance(one, Discrete)]
        found = Drawn(np.full((draws, units), np.nan), None, np.zeros(draws, dtype=np.bool_))
        weight = self.weights(uniforms) if self._weighted else None
        if not discrete:
            self._score_group((), slice(None), uniforms, weight, found)
            return found
        keys = np.stack([chosen(uniforms[:, self.spans[k]], self.assumptions[k]) for k in discrete], axis=1)  # type: ignore[arg-type]
        groups, member = np.unique(keys, axis=0, return_inverse=True)
        for number, key in enumerate(groups):
            rows = np.flatnonzero(member.reshape(-1) == number)
            own = None if weight is None else weight[rows]
            self._score_group(tuple(int(k) for k in key), rows, uniforms[rows], own, found)
        return found

    def _score_group(
        self, key: tuple[int, ...], rows: Any, uniforms: FloatArray, weight: FloatArray | None, found: Drawn
    ) -> None:
        """Score the draws at ``rows``, which share the choices ``key``, and put them into their places."""
        variant = self.variant(key)
        if variant.refused:
            found.failures[variant.refused] += len(uniforms)
            found.failed[rows] = True
            return
        scores, causes = self._scores_of(variant, uniforms, self._kept(weight, variant.evaluation))
        lost = np.asarray(np.isnan(scores).all(axis=1))
        found.failures.update(causes)
        found.failures.update({NO_SCORE: unexplained} if (unexplained := int(lost.sum()) - causes.total()) > 0 else {})
        found.failed[rows] = lost
        found.scores[rows] = scores
        tiering = variant.evaluation.method.tiers
        if tiering.name != "none":
            if found.tiers is None:
                found.tiers = np.full(found.scores.shape, np.nan)
            tiers, causes = _tiers(scores, tiering, variant.evaluation, lost)
            found.failures.update(causes)
            found.tiers[rows] = tiers

    def variant(self, key: tuple[int, ...]) -> Variant:
        """Return the evaluation with one combination of discrete choices, prepared once."""
        if key not in self._variants:
            evaluation = self.evaluation
            discrete = [one for one in self.assumptions if isinstance(one, Discrete)]
            try:
                for assumption, choice in zip(discrete, key, strict=True):
                    evaluation = with_choice(evaluation, assumption, choice)
                self._variants[key] = self._prepared(key, evaluation)
            except MethodError as error:
                self._variants[key] = Variant(evaluation, None, None, cause_of(error))
        return self._variants[key]

    def _prepared(self, key: tuple[int, ...], evaluation: Evaluation) -> Variant:
        if self._erring:
            return Variant(evaluation, None, None)
        entries = self._normalised(key, evaluation)
        form = linear_form(entries, evaluation.structure, evaluation.method) if self.closed_forms else None
        return Variant(evaluation, entries, form)

    def _normalised(self, key: tuple[int, ...], evaluation: Evaluation) -> FloatArray:
        """Return the entries on their common scale; steps after normalisation do not ask for it again."""
        discrete = [one for one in self.assumptions if isinstance(one, Discrete)]
        late = {"weighting", "aggregation", "ranking", "tiers"}
        for other, variant in tuple(self._variants.items()):  # other threads prepare variants meanwhile
            same = all(
                mine == theirs or (isinstance(one, Alternatives) and one.step in late)
                for one, mine, theirs in zip(discrete, key, other, strict=True)
            )
            if same and variant.normalised is not None:
                return variant.normalised
        return normalised(
            evaluation.values,
            evaluation.structure,
            evaluation.direction,
            evaluation.method,
            context=evaluation.context,
        )

    def _scores_of(
        self, variant: Variant, uniforms: FloatArray, weight: FloatArray | None
    ) -> tuple[FloatArray, Counter[str]]:
        """Return the scores of draws of one variant, NaN where they failed, and the causes."""
        if variant.linear is not None:
            stated = variant.evaluation.structure.shares[None] if weight is None else weight
            scores = variant.linear.scores(stated)
            decimals = variant.evaluation.method.decimals
            scores = scores if decimals is None else np.round(scores, decimals)
            return np.broadcast_to(scores, (len(uniforms), scores.shape[1])), Counter()
        size = max(1, STACK // variant.evaluation.values.size)
        parts, causes = [], Counter[str]()
        for first in range(0, len(uniforms), size):
            part = slice(first, first + size)
            scores, failed = self._run(variant, uniforms[part], None if weight is None else weight[part])
            parts.append(scores)
            causes.update(failed)
        return np.concatenate(parts), causes

    def _run(
        self, variant: Variant, uniforms: FloatArray, weight: FloatArray | None
    ) -> tuple[FloatArray, Counter[str]]:
        """Let the engine score a stack of draws; when it refuses the stack, halve it until each culprit is found."""
        evaluation = variant.evaluation
        try:
            scored = self._by_engine(variant, uniforms, weight)
        except MethodError as error:
            if len(uniforms) == 1:
                return np.full((1, len(evaluation.units)), np.nan), Counter([cause_of(error)])
            middle = len(uniforms) // 2
            parts = [
                self._run(variant, uniforms[part], None if weight is None else weight[part])
                for part in (slice(middle), slice(middle, None))
            ]
            return np.concatenate([part[0] for part in parts]), parts[0][1] + parts[1][1]
        return np.broadcast_to(scored, (len(uniforms), len(evaluation.units))), Counter()

    def _by_engine(self, variant: Variant, uniforms: FloatArray, weight: FloatArray | None) -> FloatArray:
        """Return the scores (draws or 1, units) that the engine gives a stack of draws."""
        evaluation = variant.evaluation
        method = replace(evaluation.method, tiers=Step("none"), ranking=Step("rank"))
        if variant.normalised is not None:
            values, direction = variant.normalised[None], np.ones(len(evaluation.structure))
            method = _after_normalisation(method)
        else:
            values, direction = self._values(evaluation, uniforms), evaluation.direction
        scored = run(values, evaluation.structure, direction, method, weight=weight, context=evaluation.context)
        return np.asarray(scored.scores[..., 0])

    def weights(self, uniforms: FloatArray) -> FloatArray:
        """Return the weights of every draw within their parents, (draws, nodes)."""
        weight = np.tile(self.evaluation.structure.shares, (len(uniforms), 1))
        for assumption, span in zip(self.assumptions, self.spans, strict=True):
            if isinstance(assumption, VariedWeights):
                varied_weights(weight, uniforms[:, span], assumption, self.evaluation)
        return weight

    def _kept(self, weight: FloatArray | None, evaluation: Evaluation) -> FloatArray | None:
        """Return the weights of the nodes that an evaluation with fewer of them still has."""
        if weight is None or evaluation.structure is self.evaluation.structure:
            return weight
        kept = [self.evaluation.structure.index(code) for code in evaluation.structure.codes]
        return weight[:, kept]

    def _values(self, evaluation: Evaluation, uniforms: FloatArray) -> FloatArray:
        """Return the values of every draw, (draws, units, nodes of the evaluation)."""
        whole = np.repeat(self.evaluation.values[None], len(uniforms), axis=0)
        for assumption, span in zip(self.assumptions, self.spans, strict=True):
            if not isinstance(assumption, Discrete | VariedWeights):
                erring_values(whole, uniforms[:, span], assumption, self.evaluation)
        kept = [self.evaluation.structure.index(code) for code in evaluation.structure.codes]
        return whole if len(kept) == whole.shape[-1] else np.ascontiguousarray(whole[..., kept])


def _after_normalisation(method: Method) -> Method:
    """Return the method for values that have been normalised already."""
    nothing = Step("none")
    return replace(
        method,
        screening=nothing,
        denomination=nothing,
        imputation=nothing,
        treatment=nothing,
        normalisation=nothing,
        across=(),
    )


def _tiers(
    scores: FloatArray, tiering: Step, evaluation: Evaluation, lost: BoolArray
) -> tuple[FloatArray, Counter[str]]:
    """Return tiers (draws, units); a draw whose scores cannot be cut has none, and its cause is counted."""
    try:
        return call("tiers", tiering, scores, context=evaluation.context), Counter()
    except MethodError:
        tiers, causes = np.full(scores.shape, np.nan), Counter[str]()
        for draw in np.flatnonzero(~lost):
            try:
                tiers[draw] = call("tiers", tiering, scores[draw], context=evaluation.context)
            except MethodError as error:
                causes[cause_of(error)] += 1
        return tiers, causes


def cause_of(error: MethodError) -> str:
    """Return why the engine refused, in one line."""
    first = error.findings[0]
    more = f" (and {len(error.findings) - 1} more)" if len(error.findings) > 1 else ""
    return f"{first.where}: {first.message}{more}" if first.where else f"{first.message}{more}"
