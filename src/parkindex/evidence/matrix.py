"""The value matrix: observations spread over units by the level of each indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.framework.model import Framework, Indicator, Level

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Observation, PlaceLevel

LENDERS: dict[Level, frozenset[PlaceLevel]] = {
    "park": frozenset(),
    "district": frozenset({"zone", "district", "city", "province", "country"}),
    "city": frozenset({"city", "province", "country"}),
    "province": frozenset({"province", "country"}),
}
"""The places whose value may stand for the units inside them, by the level of the indicator."""

_EVERY_LEVEL: frozenset[PlaceLevel] = LENDERS["district"]


@dataclass(frozen=True, eq=False)
class ValueMatrix:
    """Values (units, nodes), NaN where there is none; ``status`` (units, nodes) holds `Status` numbers.

    ``lent_from`` (units, nodes) names the place whose value a unit was lent, and is None where the value is the unit's
    own or absent.
    """

    units: tuple[str, ...]
    nodes: tuple[str, ...]
    values: NDArray[np.float64]
    status: NDArray[np.int8]
    lent_from: NDArray[np.object_]


def may_lend(framework: Framework, node: str, level: PlaceLevel) -> bool:
    """Tell whether a place of this level may hold a value of the node.

    An aggregate has no level of its own and takes any place.
    """
    found = framework.node(node)
    return level in (LENDERS[found.level] if isinstance(found, Indicator) else _EVERY_LEVEL)


def spread(dataset: Dataset, framework: Framework, year: int | None = None) -> ValueMatrix:
    """Give every unit, for every node, its own value or that of the nearest place around it that may lend one.

    Of several years the latest is taken, or ``year``; a value of no year stands where that year has none from the same
    subject. A place's value reaches the units inside the place and no other, and only where the level of the indicator
    allows it. The most specific statement wins, also when it says why there is no value. Observations of unknown
    subjects or nodes, and those that may not be lent, reach nobody; `parkindex.evidence.checks` reports them.
    """
    shape = (len(dataset.units), len(framework.codes))
    column = {code: place for place, code in enumerate(framework.codes)}
    row = {unit.code: place for place, unit in enumerate(dataset.units)}
    values = np.full(shape, np.nan)
    status = np.zeros(shape, dtype=np.int8)
    lent_from = np.full(shape, None, dtype=object)
    for observation in _broadest_first(dataset, framework, year):
        node = column[observation.node]
        own = row.get(observation.subject)
        rows = [row[unit.code] for unit in dataset.units_within(observation.subject)] if own is None else [own]
        values[rows, node] = observation.value
        status[rows, node] = observation.status
        lent_from[rows, node] = observation.subject if own is None else None
    for array in (values, status, lent_from):
        array.flags.writeable = False
    return ValueMatrix(tuple(row), framework.codes, values, status, lent_from)


def _broadest_first(dataset: Dataset, framework: Framework, year: int | None) -> list[Observation]:
    """Return the observations that reach somebody, those of the widest places first and those of units last.

    Of one subject, what holds for every year comes before what is said of the year itself.
    """
    depth: dict[str, int] = {unit.code: 1_000 for unit in dataset.units}

    def reaches(observation: Observation) -> bool:
        if observation.node not in framework.nodes:
            return False
        if dataset.has_unit(observation.subject):
            return True
        if not dataset.has_place(observation.subject):
            return False
        depth.setdefault(observation.subject, len(dataset.line(observation.subject)))
        return may_lend(framework, observation.node, dataset.place(observation.subject).level)

    reaching = [item for item in dataset.observed_in(year) if reaches(item)]
    return sorted(reaching, key=lambda item: (depth[item.subject], item.year is not None))
