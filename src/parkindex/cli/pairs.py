"""Which two results `parkindex compare` is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.index import Result


def pair_of_results(edition: Path, other: Path | None, methods: list[str]) -> tuple[Result, Result]:
    """Return the two results to compare.

    One edition: its two methods as named, or its default and second method. Two editions: one method in both, or the
    default of each. Raises `UsageError` when that leaves nothing to compare.
    """
    from parkindex.edition import open_edition

    first = open_edition(edition)
    if other is not None:
        if len(methods) > 1:
            raise UsageError(Finding("usage.compare", "", "two editions are compared under one method, got two"))
        named = methods[0] if methods else None
        return first.result(named), open_edition(other).result(named)
    if not methods and first.about.second_method is not None:
        methods = [first.about.method, first.about.second_method]
    if len(methods) != 2 or methods[0] == methods[1]:
        known = ", ".join(first.methods)
        message = "name two different methods (--method A --method B) or another edition"
        raise UsageError(Finding("usage.compare", "", message, f"this edition has {known}"))
    return first.result(methods[0]), first.result(methods[1])
