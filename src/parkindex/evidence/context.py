"""What a method may call by name besides the values: groups of units, and variables to divide by.

Groups are the places around a unit and the questions with one choice; variables are the questions answered with a
number, the indicators, and every other node with values. A place's answer reaches the units inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.engine.context import Context

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Answer

PLACES: dict[str, Callable[[Dataset, str], str]] = {
    "region": lambda dataset, unit: dataset.region_of(unit),
    "province": lambda dataset, unit: _code(dataset.province_of(unit)),
    "city": lambda dataset, unit: _code(dataset.city_of(unit)),
    "coastal": lambda dataset, unit: {True: "coastal", False: "inland", None: ""}[dataset.coastal(unit)],
}
"""Groups by place: name -> the label of a unit, empty where it has none."""


class Called(Mapping[str, Any]):
    """Arrays by name, each made when it is first called for."""

    def __init__(self, names: Iterable[str], make: Callable[[str], ArrayLike]) -> None:
        """Keep the names and what makes the array of one of them."""
        self._names = dict.fromkeys(names)
        self._make = make
        self._made: dict[str, ArrayLike] = {}

    def __getitem__(self, name: str) -> ArrayLike:
        """Return the array of a name."""
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._names)


def context_of(
    dataset: Dataset, nodes: Iterable[str], values: NDArray[np.float64], years: Iterable[int] = ()
) -> Context:
    """Return the context of values (units, nodes) or (years, units, nodes), whose columns ``nodes`` names.

    A question that has the code of a node gives way to the node.
    """
    column = {code: place for place, code in enumerate(nodes)}
    chosen = [variable.code for variable in dataset.variables if variable.kind == "category"]
    asked = [variable.code for variable in dataset.variables if variable.kind == "number"]
    units = tuple(unit.code for unit in dataset.units)

    def labels(name: str) -> NDArray[np.str_]:
        label = PLACES.get(name)
        if label is not None:
            return np.array([label(dataset, unit) for unit in units], dtype=np.str_)
        return np.array([_answer(dataset, unit, name) for unit in units], dtype=np.str_)

    def numbers(name: str) -> NDArray[np.float64]:
        if name in column:
            return values[..., column[name]]
        return np.array([_number(dataset, unit, name) for unit in units])

    return Context(
        groups=Called((*PLACES, *chosen), labels),
        variables=Called((*column, *asked), numbers),
        units=units,
        years=tuple(float(year) for year in years) or None,
    )


def _code(place: Any) -> str:
    return "" if place is None else str(place.code)


def _nearest(dataset: Dataset, unit: str, variable: str) -> Answer | None:
    """Return the answer of a unit, or of the nearest place around it that gave one."""
    subjects = (unit, *(place.code for place in dataset.line(dataset.unit(unit).place)))
    answers = (answer for subject in subjects for answer in dataset.answers_of(subject, variable))
    return next((answer for answer in answers if answer.status.has_value), None)


def _answer(dataset: Dataset, unit: str, variable: str) -> str:
    found = _nearest(dataset, unit, variable)
    return "" if found is None else found.value


def _number(dataset: Dataset, unit: str, variable: str) -> float:
    found = _nearest(dataset, unit, variable)
    return float("nan") if found is None else float(found.value)
