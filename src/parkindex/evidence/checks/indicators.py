"""Indicators: whether there is a way to a value, and whether the values tell units apart."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import numpy as np

from parkindex.errors import Finding
from parkindex.evidence.rubrics import RUBRICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework


def unknown_rubrics(framework: Framework, _: Dataset) -> Iterator[Finding]:
    """Find a rubric that does not exist."""
    for indicator in framework.indicators:
        if indicator.rubric is not None and indicator.rubric not in RUBRICS:
            near = get_close_matches(indicator.rubric, RUBRICS, n=1)
            hint = (f"did you mean '{near[0]}'? " if near else "") + f"rubrics: {', '.join(RUBRICS)}"
            message = f"'{indicator.code}': unknown rubric '{indicator.rubric}'"
            yield Finding("unknown.rubric", framework.where(indicator.code), message, hint)


def indicators_without_value(framework: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find that nothing is observed at all, and indicators that no observation, rubric or published total covers."""
    matrix = dataset.matrix(framework)
    filled = {code for position, code in enumerate(matrix.nodes) if not np.isnan(matrix.values[:, position]).all()}
    if not filled and not any(indicator.rubric for indicator in framework.indicators):
        message = "there is no value for any unit at any node"
        hint = "enter values in evidence/observations.csv: subject,node,value,status,source,note"
        yield Finding("evidence.no-values", "evidence/observations.csv", message, hint)
        return
    for indicator in framework.indicators:
        if indicator.rubric in RUBRICS or filled & {indicator.code, *framework.ancestors(indicator.code)}:
            continue
        message = (
            f"indicator '{indicator.code}' has no way to a value: nothing observed, no rubric, nothing given above it"
        )
        hint = "observe it, name a rubric, give a node above it, or take it out of the framework"
        yield Finding("indicator.no-value", framework.where(indicator.code), message, hint)


def constant_indicators(framework: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find nodes whose value is the same for every unit that has one."""
    matrix = dataset.matrix(framework)
    for position, code in enumerate(matrix.nodes):
        column = matrix.values[:, position]
        present = column[~np.isnan(column)]
        if len(present) > 1 and present.min() == present.max():
            message = f"'{code}' is {present[0]:g} for all {len(present)} units: it tells no unit from another"
            hint = "check the values, or take the indicator out of the framework"
            yield Finding("indicator.constant", framework.where(code), message, hint, "warning")
