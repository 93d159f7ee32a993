"""Names on arrays: a framework, a dataset and a method make a result that is asked by codes.

The engine knows positions only; here every number gets back the name of its unit and node, and what was done to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from parkindex.engine.method import Context, Scores, Step, run
from parkindex.errors import Finding, MethodError, UsageError
from parkindex.evidence.context import context_of
from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.matrix import ValueMatrix
    from parkindex.framework.methods import NamedMethod
    from parkindex.framework.model import Framework
    from parkindex.framework.text import Language

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the score of one unit at one node comes from, down to what was entered.

    ``weight`` is the nominal share among the siblings, ``raw`` the value as entered, ``normalised`` the value on the
    common scale; ``marks`` say what was done to it (given, lent by a place, imputed, treated, clipped, missing).
    """

    code: str
    name: Mapping[Language, str]
    score: float
    weight: float
    raw: float
    normalised: float
    marks: tuple[str, ...]
    children: tuple[Trace, ...] = ()


@dataclass(frozen=True, eq=False)
class Result:
    """What one method makes of one dataset. Arrays are (units,) or (units, nodes), NaN where there is nothing."""

    framework: Framework
    dataset: Dataset
    method: NamedMethod
    matrix: ValueMatrix
    outcome: Scores

    @property
    def units(self) -> tuple[str, ...]:
        """Codes of the units, in the order of the table."""
        return self.matrix.units

    @property
    def nodes(self) -> tuple[str, ...]:
        """Codes of the nodes, the root first."""
        return self.matrix.nodes

    @property
    def scores(self) -> FloatArray:
        """Scores (units, nodes)."""
        return self.outcome.scores

    @property
    def ranks(self) -> FloatArray:
        """Ranks of the index (units,); 1 is best, NaN is not ranked."""
        return self.outcome.ranks

    @property
    def tiers(self) -> FloatArray:
        """Tiers (units,); 1 is best, NaN is in no tier."""
        return self.outcome.tiers

    @property
    def raw(self) -> FloatArray:
        """Values as entered (units, nodes)."""
        return self.matrix.values

    @property
    def context(self) -> Context:
        """What the method may call by name: groups of units, and variables to divide by."""
        return context_of(self.dataset, self.nodes, self.raw)

    @property
    def entries(self) -> tuple[str, ...]:
        """Codes of the nodes whose values enter the index, in the order of the tree."""
        return tuple(self.nodes[node] for node in self.outcome.entries)

    @cached_property
    def _row(self) -> Mapping[str, int]:
        return {unit: row for row, unit in enumerate(self.units)}

    @cached_property
    def _column(self) -> Mapping[str, int]:
        return {node: column for column, node in enumerate(self.nodes)}

    def row(self, unit: str) -> int:
        """Return the position of a unit; `UsageError` with the nearest codes when there is none."""
        return _position(self._row, unit, "unit")

    def column_of(self, node: str) -> int:
        """Return the position of a node; `UsageError` with the nearest codes when there is none."""
        return _position(self._column, node, "node")

    def column(self, node: str | None = None) -> FloatArray:
        """Return the scores of all units at a node (units,); without a node, those of the index."""
        return self.scores[:, 0 if node is None else self.column_of(node)]

    def score(self, unit: str, node: str | None = None) -> float:
        """Return one score, NaN when it is missing."""
        return float(self.column(node)[self.row(unit)])

    def weight(self, unit: str, node: str) -> float:
        """Return the weight of a node within its parent as it was used for a unit; NaN below entries."""
        used = self.outcome.weight[..., self.column_of(node)]
        return float(used if used.ndim == 0 else used[self.row(unit)])

    def rank(self, unit: str) -> int | None:
        """Return the rank of a unit in the index."""
        return _whole(self.ranks[self.row(unit)])

    def tier(self, unit: str) -> int | None:
        """Return the tier of a unit."""
        return _whole(self.tiers[self.row(unit)])

    def node_ranks(self, node: str) -> FloatArray:
        """Return the rank of every unit at a node (units,), ties sharing the better rank."""
        from parkindex.engine.ranking import rank

        return rank(self.column(node))

    def order(self) -> tuple[str, ...]:
        """Return the codes of the units, best first; ties in the order of the table, units without a rank last."""
        return tuple(self.units[row] for row in np.argsort(self.ranks, kind="stable"))

    @property
    def tier_count(self) -> int:
        """The number of tiers, 0 when there are none."""
        return 0 if np.isnan(self.tiers).all() else int(np.nanmax(self.tiers))

    def tier_members(self, tier: int) -> tuple[str, ...]:
        """Return the codes of the units of a tier, best first."""
        return tuple(unit for unit in self.order() if self.tier(unit) == tier)

    def marks(self, unit: str, node: str) -> tuple[str, ...]:
        """Return what was done to a unit's value at a node; empty for a plain observation and for a computed score."""
        row, column = self.row(unit), self.column_of(node)
        found: list[str] = []
        if node in self.entries:
            given = bool(self.framework.compile().children(column).size)
            status = Status(int(self.matrix.status[row, column]))
            found += ["given"] if given and status.has_value else []
            found += [] if status is Status.OBSERVED else [status.name.lower()]
            lender = self.matrix.lent_from[row, column]
            found += [] if lender is None else [f"lent by {lender}"]
        for mark in ("screened", "imputed", "treated", "clipped"):
            found += [mark] if getattr(self.outcome, mark)[row, column] else []
        return tuple(found)

    def left_out(self) -> list[Finding]:
        """Return what screening left out, units first, as notes that say how much of each was present."""
        from parkindex.engine.screening import reasons

        reached = ~np.isnan(self.outcome.weight).all(axis=tuple(range(self.outcome.weight.ndim - 1)))
        bases = np.setdiff1d(np.flatnonzero(reached), self.outcome.computed)
        notes = reasons(self.raw[:, bases], self.outcome.screened[:, bases])
        codes = {"unit": self.units, "indicator": tuple(self.nodes[node] for node in bases)}
        return [replace(note, where=_coded(note.where, codes)) for note in notes]

    def trace(self, unit: str, node: str | None = None) -> Trace:
        """Return where the score of a unit at a node comes from; without a node, the whole index."""
        code = self.nodes[0] if node is None else node
        row, column = self.row(unit), self.column_of(code)
        below = () if code in self.entries else self.framework.compile().children(column)
        found = self.framework.node(code)
        return Trace(
            code=code,
            name={"zh": found.name.zh, "en": found.name.en},
            score=float(self.scores[row, column]),
            weight=self.weight(unit, code),
            raw=float(self.raw[row, column]),
            normalised=float(self.outcome.normalised[row, column]),
            marks=self.marks(unit, code),
            children=tuple(self.trace(unit, self.nodes[child]) for child in below),
        )

    def redo(self, **changes: Step | str | int | None) -> Result:
        """Score again with another choice for some steps (``aggregation="geometric"``); everything else stays.

        Raises `MethodError` for an unknown step's method, `UsageError` for an unknown step.
        """
        return Index(self.framework, self.dataset, changed(self.method, **changes)).score()

    def records(self) -> list[dict[str, Any]]:
        """Return the result as plain data, best first: code, name, rank, score, tier, and the score of every node."""
        return [self._record(unit) for unit in self.order()]

    def _record(self, unit: str) -> dict[str, Any]:
        row = self.row(unit)
        name = self.dataset.unit(unit).name
        return {
            "code": unit,
            "name": {"zh": name.zh, "en": name.en},
            "rank": self.rank(unit),
            "score": _number(self.scores[row, 0]),
            "tier": self.tier(unit),
            "nodes": {
                node: number
                for node, score in zip(self.nodes, self.scores[row], strict=True)
                if (number := _number(score)) is not None
            },
        }


@dataclass(frozen=True, eq=False)
class Panel:
    """What one method makes of several years at once; arrays are (years, units) or (years, units, nodes)."""

    framework: Framework
    dataset: Dataset
    method: NamedMethod
    years: tuple[int, ...]
    matrices: tuple[ValueMatrix, ...]
    outcome: Scores

    @property
    def units(self) -> tuple[str, ...]:
        """Codes of the units, in the order of the table."""
        return self.matrices[-1].units

    @property
    def nodes(self) -> tuple[str, ...]:
        """Codes of the nodes, the root first."""
        return self.matrices[-1].nodes

    @property
    def scores(self) -> FloatArray:
        """Scores (years, units, nodes)."""
        return self.outcome.scores

    @property
    def ranks(self) -> FloatArray:
        """Ranks of the index in each year (years, units)."""
        return self.outcome.ranks

    def result(self, year: int | None = None) -> Result:
        """Return the result of a year, of the latest without one; `UsageError` for a year that is not there."""
        wanted = self.years[-1] if year is None else year
        if wanted not in self.years:
            known = ", ".join(map(str, self.years))
            raise UsageError(Finding("usage.year", "", f"no values are of the year {wanted}", f"there are {known}"))
        at = self.years.index(wanted)
        return Result(self.framework, self.dataset, self.method, self.matrices[at], _of_year(self.outcome, at))


def _of_year(outcome: Scores, year: int) -> Scores:
    """Take one year out of what was scored for all; positions of nodes, and weights of all years, are kept."""
    held = {each.name: getattr(outcome, each.name) for each in fields(outcome)}
    by_year = {
        name: array
        for name, array in held.items()
        if name not in {"entries", "computed"} and (name != "weight" or array.ndim > 1)
    }
    return replace(outcome, **{name: array[year] for name, array in by_year.items()})


def changed(method: NamedMethod, **changes: Step | str | int | None) -> NamedMethod:
    """Return a method with another choice for some steps; `UsageError` for an unknown step."""
    unknown = [name for name in changes if not hasattr(method.method, name) or name in {"name", "step"}]
    if unknown:
        raise UsageError(Finding("usage.step", "", f"no such step: {', '.join(unknown)}"))
    chosen: dict[str, Any] = {
        step: Step(choice) if isinstance(choice, str) else choice for step, choice in changes.items()
    }
    # Findings about a changed step cannot point into a file.
    addresses = {**method.addresses, **{step: f"changed {step}" for step in chosen}}
    return replace(method, method=replace(method.method, **chosen), addresses=addresses)


@dataclass(frozen=True)
class Index:
    """A framework, a dataset and a method: everything a score needs."""

    framework: Framework
    dataset: Dataset
    method: NamedMethod

    def score(self) -> Result:
        """Score all units; of several years the latest, scored with the others as in `panel`.

        Raises `MethodError` when the method cannot be applied to these values.
        """
        if self.dataset.years:
            return self.panel().result()
        matrix = self.dataset.matrix(self.framework)
        return Result(self.framework, self.dataset, self.method, matrix, self._run(matrix.values))

    def panel(self) -> Panel:
        """Score all units in all years that observations name.

        Raises `UsageError` when they name none, `MethodError` when the method cannot be applied to these values.
        """
        years = self.dataset.years
        if not years:
            hint = "add a column 'year' to evidence/observations.csv"
            raise UsageError(Finding("usage.years", "", "no observation of this edition names a year", hint))
        matrices = tuple(self.dataset.matrix(self.framework, year) for year in years)
        outcome = self._run(np.stack([matrix.values for matrix in matrices]), years)
        return Panel(self.framework, self.dataset, self.method, years, matrices, outcome)

    def _run(self, values: FloatArray, years: tuple[int, ...] = ()) -> Scores:
        """Run the method; its findings name units by code and point into methods.yaml."""
        context = context_of(self.dataset, self.framework.codes, values, years)
        try:
            return run(values, self.framework.compile(), self.framework.direction, self.method.method, context=context)
        except MethodError as error:
            named = (_with_units(finding, tuple(context.units)) for finding in error.findings)
            raise MethodError(self.method.located(finding) for finding in named) from None


def _with_units(finding: Finding, units: tuple[str, ...]) -> Finding:
    """Return a finding with the codes of the units in place of the positions by which the engine knows them."""

    def coded(match: re.Match[str]) -> str:
        return re.sub(r"#(\d+)", lambda position: f"'{units[int(position[1])]}'", match[0])

    return replace(finding, where=_UNITS.sub(coded, finding.where), message=_UNITS.sub(coded, finding.message))


def _coded(where: str, codes: Mapping[str, tuple[str, ...]]) -> str:
    noun, _, position = where.partition(" #")
    return f"{noun} '{codes[noun][int(position)]}'"


_UNITS = re.compile(r"\bunits? #\d+(?:, #\d+)*")


def _position(positions: Mapping[str, int], code: str, kind: str) -> int:
    if code in positions:
        return positions[code]
    from difflib import get_close_matches

    near = get_close_matches(code, positions, n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(list(positions)[:30])}"
    raise UsageError(Finding(f"usage.{kind}", "", f"no {kind} has the code '{code}'", hint))


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
