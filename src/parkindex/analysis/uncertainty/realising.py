"""From a point of the unit cube to what an assumption says of one draw: weights, values, choices."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    Discrete,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.analysis.uncertainty.linear import span

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import FloatArray, IntArray
    from parkindex.engine.method import Method


def columns_of(assumption: Assumption, evaluation: Evaluation) -> int:
    """Return how many coordinates an assumption takes: one a weight, and one for anything else.

    Errors of many values are one coordinate together: it names the stream from which all of them are drawn.
    """
    if isinstance(assumption, VariedWeights) and assumption.by != "panel":
        return sum(len(family) for family in varied_families(assumption, evaluation).values())
    return 1


def choices_of(assumption: Discrete) -> int:
    """Return among how many choices an assumption chooses."""
    return len(assumption.options) if isinstance(assumption, Alternatives) else len(assumption.nodes) + 1


def varied_families(assumption: VariedWeights, evaluation: Evaluation) -> dict[int, IntArray]:
    """Return the families whose weights vary: node to children."""
    structure = evaluation.structure
    wanted = {structure.index(code) for code in assumption.families}
    return {node: family for node, family in evaluation.families.items() if not wanted or node in wanted}


def varied_weights(weight: FloatArray, uniforms: FloatArray, assumption: VariedWeights, evaluation: Evaluation) -> None:
    """Put the weights of every draw into ``weight`` (draws, nodes), from ``uniforms`` (draws, columns)."""
    shares = evaluation.structure.shares
    first = 0
    panel = _panel(assumption, evaluation) if assumption.by == "panel" else None
    for family in varied_families(assumption, evaluation).values():
        own, where = shares[family], span(family)
        if panel is not None:
            weight[:, where] = panel[_chosen(uniforms[:, 0], len(panel))][:, family]
            continue
        part = uniforms[:, first : first + len(family)]
        first += len(family)
        if assumption.by == "uniform":
            weight[:, where] = own * (1 - assumption.within) + part * (2 * assumption.within * own)
        elif assumption.by == "simplex":
            weight[:, where] = -np.log(part)
        else:
            weight[:, where] = _gamma(part, assumption.concentration * own)


def _gamma(uniforms: FloatArray, shape: FloatArray) -> FloatArray:
    """Return gamma variates, which are Dirichlet once they are rescaled to one; a share of zero stays zero."""
    from scipy.special import gammaincinv

    drawn = np.where(shape > 0, gammaincinv(np.where(shape > 0, shape, 1.0), uniforms), 0.0)
    return np.asarray(drawn)


def _panel(assumption: VariedWeights, evaluation: Evaluation) -> FloatArray:
    structure = evaluation.structure
    weights = np.tile(structure.shares, (len(assumption.panel), 1))
    place = {code: structure.index(code) for code in set().union(*assumption.panel)}
    for own, stated in zip(weights, assumption.panel, strict=True):
        own[[place[code] for code in stated]] = list(stated.values())
    return weights


def _chosen(uniforms: FloatArray, choices: int) -> IntArray:
    return np.minimum((uniforms * choices).astype(np.intp), choices - 1)


def chosen(uniforms: FloatArray, assumption: Discrete) -> IntArray:
    """Return which choice each draw takes, from ``uniforms`` (draws, 1)."""
    return _chosen(uniforms[:, 0], choices_of(assumption))


def with_choice(evaluation: Evaluation, assumption: Discrete, choice: int) -> Evaluation:
    """Return the evaluation in which one choice is taken."""
    if isinstance(assumption, LeftOut):
        return evaluation if choice == 0 else evaluation.without_nodes([assumption.nodes[choice - 1]])
    return replace(evaluation, method=_method_with(evaluation.method, assumption, choice))


def _method_with(method: Method, assumption: Alternatives, choice: int) -> Method:
    option = assumption.options[choice]
    if assumption.node:
        whole = method.step(assumption.step)
        option = replace(whole, nodes={**whole.nodes, assumption.node: option})
    return replace(method, **{assumption.step: option})  # type: ignore[arg-type]


def erring_values(
    values: FloatArray, uniforms: FloatArray, assumption: MeasurementError | DrawnImputation, evaluation: Evaluation
) -> None:
    """Put errors or drawn values into ``values`` (draws, units, nodes), each draw from the stream of its coordinate."""
    nodes = _nodes(assumption.nodes, evaluation)
    entered = evaluation.values[:, nodes]
    if isinstance(assumption, DrawnImputation):
        gaps = [(node, np.flatnonzero(np.isnan(column))) for node, column in zip(nodes, entered.T, strict=True)]
        for draw, stream in enumerate(_streams(uniforms[:, 0])):
            for (node, missing), column in zip(gaps, entered.T, strict=True):
                if len(missing):
                    values[draw, missing, node] = stream.choice(column[~np.isnan(column)], len(missing))
        return
    rows = evaluation.rows(assumption.units)
    part = np.ix_(rows, nodes)
    size = _sizes(assumption, entered)
    for draw, stream in enumerate(_streams(uniforms[:, 0])):
        shape = (len(rows), len(nodes))
        normal = assumption.shape == "normal"
        error = stream.standard_normal(shape) if normal else 2 * stream.random(shape) - 1
        values[draw][part] += error * (size[rows] if size.ndim == 2 else size)


def _sizes(assumption: MeasurementError, entered: FloatArray) -> FloatArray:
    """Return the size of errors, (nodes,) or (units, nodes), in the values' units of measure."""
    if assumption.by == "relative":
        return np.asarray(assumption.size * np.abs(np.nan_to_num(entered)))
    if assumption.by == "absolute":
        return np.full(entered.shape[1], assumption.size)
    steps = [assumption.size or printed_step(column) for column in entered.T]
    return np.array(steps) / 2


def printed_step(column: FloatArray) -> float:
    """Return the step to which the values of a column are written: 0.01 where any of them has two decimals."""
    places = [-int(Decimal(repr(float(value))).normalize().as_tuple().exponent) for value in column[~np.isnan(column)]]
    return float(10.0 ** -max([0, *places]))


def _nodes(codes: tuple[str, ...], evaluation: Evaluation) -> IntArray:
    positions = [evaluation.structure.index(code) for code in codes] or evaluation.entries
    return np.array(sorted(positions), dtype=np.intp)


def _streams(coordinates: FloatArray) -> list[np.random.Generator]:
    """Return a generator for each coordinate: the same coordinate draws the same numbers wherever it comes up."""
    bits = np.ascontiguousarray(coordinates).view(np.uint64)
    return [np.random.Generator(np.random.SFC64(int(key))) for key in bits]
