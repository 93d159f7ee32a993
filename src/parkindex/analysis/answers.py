"""Answers: what every unit or its city said to a question, as numbers or choices.

Two questions can be read from another: the vacancy rate from the occupancy rate, the age from the opening date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.evidence.model import Dataset, PartialDate, Variable

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "age": ("operating_age", "years_in_operation"),
    "opened": ("opening_date", "opening", "founded"),
    "area": ("size", "floor_area"),
    "investment": ("investment_size",),
    "development_mode": ("development", "mode"),
    "operator": ("operators", "operator_type"),
    "location": ("location_features", "location_feature"),
    "downstream": ("downstream_support", "downstream_industry"),
    "vacancy": ("vacancy_rate",),
    "occupancy": ("occupancy_rate",),
    "profit_source": ("profit_sources", "profit"),
    "theme": ("themes",),
    "universities": ("university_count",),
    "high_tech_firms": ("high_tech_enterprises", "hightech_firms"),
    "coastal": ("coastal_share",),
}
"""Other codes under which an edition may hold a question."""

READ_FROM: dict[str, tuple[str, ...]] = {"vacancy": ("occupancy",), "age": ("opened",)}
"""Questions whose answers may be read from those to another one."""


def find_variable(dataset: Dataset, code: str) -> Variable | None:
    """Return the question of this code, or of one of its other names."""
    wanted = (code, *OTHER_NAMES.get(code, ()))
    known = {variable.code: variable for variable in dataset.variables}
    return next((known[name] for name in wanted if name in known), None)


def numbers(dataset: Dataset, code: str, *, cut_off: PartialDate | None = None) -> Mapping[str, float]:
    """Return the number that each unit answered, NaN for none; a unit takes the answer of the nearest place around it.

    ``age`` (years) is counted from ``opened`` to ``cut_off`` where it was not asked, ``vacancy`` (percent) from
    ``occupancy``.
    """
    variable = find_variable(dataset, code)
    found = (
        {} if variable is None else {unit.code: _number(dataset, unit.code, variable.code) for unit in dataset.units}
    )
    if any(not np.isnan(value) for value in found.values()):
        return found
    if code == "vacancy":
        occupancy = numbers(dataset, "occupancy")
        return {unit: 100 - value for unit, value in occupancy.items()}
    if code == "age" and cut_off is not None:
        return {unit: opened.years_until(cut_off) for unit, opened in dates(dataset, "opened").items()}
    return {}


def _number(dataset: Dataset, unit: str, variable: str) -> float:
    """Return the unit's own answer, or that of the nearest place around it."""
    own = dataset.number(unit, variable)
    if not np.isnan(own):
        return own
    lent = (dataset.number(place.code, variable) for place in dataset.line(dataset.unit(unit).place))
    return next((value for value in lent if not np.isnan(value)), float("nan"))


def dates(dataset: Dataset, code: str) -> Mapping[str, PartialDate]:
    """Return the date that each unit answered; units without one are left out."""
    variable = find_variable(dataset, code)
    if variable is None:
        return {}
    answered = {unit.code: dataset.answers_of(unit.code, variable.code) for unit in dataset.units}
    return {
        unit: PartialDate.parse(rows[0].value) for unit, rows in answered.items() if rows and rows[0].status.has_value
    }


def choices(dataset: Dataset, code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the options that each unit chose; units without an answer are left out."""
    variable = find_variable(dataset, code)
    if variable is None:
        return {}
    chosen: dict[str, tuple[str, ...]] = {}
    for unit in dataset.units:
        rows = [row for row in dataset.answers_of(unit.code, variable.code) if row.status.has_value]
        if rows:
            chosen[unit.code] = tuple(row.value for row in rows)
    return chosen


def place_numbers(dataset: Dataset, code: str) -> Mapping[str, float]:
    """Return the number of each place that holds one, the greatest first."""
    variable = find_variable(dataset, code)
    if variable is None:
        return {}
    found = {place.code: dataset.number(place.code, variable.code) for place in dataset.places}
    present = {place: value for place, value in found.items() if not np.isnan(value)}
    return dict(sorted(present.items(), key=lambda item: -item[1]))
