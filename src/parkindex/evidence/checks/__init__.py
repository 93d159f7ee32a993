"""Checks of the evidence against itself and against the framework, once every file could be read.

A check is a plain function of framework and dataset that returns findings; `CHECKS` lists them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.evidence.checks.codes import duplicate_codes, shared_names
from parkindex.evidence.checks.indicators import constant_indicators, indicators_without_value, unknown_rubrics
from parkindex.evidence.checks.places import place_codes, place_tree, unit_places
from parkindex.evidence.checks.references import unknown_references
from parkindex.evidence.checks.tables import classes_of_answers, orders_without_gaps, shares_over_100, support_matrix
from parkindex.evidence.checks.units import number_of_units, short_names
from parkindex.evidence.checks.values import levels, ranges, statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from parkindex.errors import Finding
    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

    Check = Callable[[Framework, Dataset], Iterable[Finding]]

CHECKS: dict[str, Check] = {
    "duplicate_codes": duplicate_codes,
    "shared_names": shared_names,
    "unknown_references": unknown_references,
    "place_codes": place_codes,
    "place_tree": place_tree,
    "unit_places": unit_places,
    "number_of_units": number_of_units,
    "short_names": short_names,
    "statuses": statuses,
    "ranges": ranges,
    "levels": levels,
    "unknown_rubrics": unknown_rubrics,
    "indicators_without_value": indicators_without_value,
    "constant_indicators": constant_indicators,
    "classes_of_answers": classes_of_answers,
    "shares_over_100": shares_over_100,
    "support_matrix": support_matrix,
    "orders_without_gaps": orders_without_gaps,
}
"""Every check, by name, in the order in which they run."""


OF_ALL_ROWS = frozenset(
    {
        "unit_places",
        "number_of_units",
        "levels",
        "indicators_without_value",
        "constant_indicators",
        "shares_over_100",
        "support_matrix",
        "orders_without_gaps",
    }
)
"""The checks that mean something only when no row is left out."""


def check(framework: Framework, dataset: Dataset) -> list[Finding]:
    """Run every check; the findings stand in the order of the checks.

    Of a dataset that lacks rows only what can be said without them is checked.
    """
    left_out = OF_ALL_ROWS if dataset.incomplete else frozenset()
    return [finding for name, run in CHECKS.items() if name not in left_out for finding in run(framework, dataset)]
