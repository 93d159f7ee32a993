"""Which two results `parkindex compare` is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.index import Result


def pair_of_results(edition: Path, other: Path | None, methods: Sequence[str]) -> tuple[Result, Result]:
    """Return the two results to compare.

    One edition: its two methods as named, or its default and second method. Two editions: one method in both, a method
    each, or the default of each. Raises `UsageError` when that leaves nothing to compare.
    """
    from parkindex.edition import open_edition

    first = open_edition(edition)
    if other is not None:
        if len(methods) > 2:
            message = f"two editions are compared under one method or one each, got {len(methods)}"
            raise UsageError(Finding("usage.compare", "", message, "give --method once or twice"))
        named: Sequence[str | None] = methods or [None]
        second = open_edition(other)
        if not {unit.code for unit in first.dataset.units} & {unit.code for unit in second.dataset.units}:
            message = f"{edition} and {other} have no unit in common"
            raise UsageError(Finding("usage.compare", "", message, "units are matched by their codes in units.csv"))
        return first.result(named[0]), second.result(named[-1])
    if not methods and first.about.second_method is not None:
        methods = [first.about.method, first.about.second_method]
    if len(methods) != 2 or methods[0] == methods[1]:
        known = ", ".join(first.methods)
        message = "name two different methods (--method A --method B) or another edition"
        raise UsageError(Finding("usage.compare", "", message, f"this edition has {known}"))
    return first.result(methods[0]), first.result(methods[1])
