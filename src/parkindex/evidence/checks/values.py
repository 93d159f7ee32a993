"""Single values: their status, their range, and whose they may be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from parkindex.errors import Finding
from parkindex.evidence.matrix import LENDERS, may_lend
from parkindex.framework.model import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.status import Status
    from parkindex.framework.model import Framework

_KINDS = "not_asked, not_answered, not_applicable, none or refers_elsewhere"


def statuses(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find a value beside a status that says there is none, and an empty cell that no status explains."""
    for observation in dataset.observations:
        empty = math.isnan(observation.value)
        yield from _status(observation.status, f"{observation.value:g}", observation.where, empty=empty)
    for answer in dataset.answers:
        yield from _status(answer.status, answer.value, answer.where, empty=not answer.value)


def _status(status: Status, said: str, where: str, *, empty: bool) -> Iterator[Finding]:
    at = f"{where} column 'status'"
    if status.has_value and empty:
        message = f"the value is empty but its status is '{status.word}'"
        yield Finding("value.status", at, message, f"fill the value in, or say why there is none: {_KINDS}")
    elif not status.has_value and not empty:
        message = f"the value is {said} but its status is '{status.word}'"
        yield Finding("value.status", at, message, "empty the value, or write 'observed' or 'estimated'")


def ranges(framework: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find values outside the range that their indicator or question states."""
    for observation in dataset.observations:
        node = framework.nodes.get(observation.node)
        if isinstance(node, Indicator):
            yield from _range(observation.value, node.least, node.most, observation.where, node.code)
    bounded = {item.code: item for item in dataset.variables if item.least is not None or item.most is not None}
    for answer in dataset.answers:
        variable = bounded.get(answer.variable)
        if variable is not None and variable.kind == "number":
            try:
                value = float(answer.value or "nan")
            except ValueError:
                continue
            yield from _range(value, variable.least, variable.most, answer.where, variable.code)


def _range(value: float, least: float | None, most: float | None, where: str, code: str) -> Iterator[Finding]:
    low, high = -math.inf if least is None else least, math.inf if most is None else most
    if value < low or value > high:
        expected = (
            f"at least {low:g}" if most is None else f"at most {high:g}" if least is None else f"{low:g} to {high:g}"
        )
        message = f"'{code}' is {value:g}; expected {expected}"
        yield Finding(
            "value.range", f"{where} column 'value'", message, "check the digits, the decimal point and the unit"
        )


def levels(framework: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find a place's value that the indicator's level does not let it lend to units."""
    for observation in dataset.observations:
        node = framework.nodes.get(observation.node)
        if not isinstance(node, Indicator) or not dataset.has_place(observation.subject):
            continue
        place = dataset.place(observation.subject)
        where = f"{observation.where} column 'subject'"
        if not may_lend(framework, node.code, place.level):
            takes = ", ".join(sorted(LENDERS[node.level])) or "units only"
            message = f"'{node.code}' is of level {node.level}, but its value is given for {place.level} '{place.code}'"
            hint = f"a value of this level may be given for: {takes}"
            yield Finding("value.level", where, message, hint)
        elif not dataset.units_within(place.code):
            message = f"the value of '{node.code}' for {place.level} '{place.code}' reaches no unit"
            yield Finding("value.unused", where, message, "no unit lies in this place", "note")
