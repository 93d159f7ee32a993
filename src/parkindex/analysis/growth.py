"""Growth: the compound rate that leads from one value to a later one."""

from __future__ import annotations

from parkindex.errors import Finding, MethodError


def compound_rate(first: float, last: float, years: float) -> float:
    """Return the compound annual growth rate in percent that leads from ``first`` to ``last`` in ``years``.

    Both values must be positive and the later one later, else `MethodError`: a market that grows from nothing has no
    rate.
    """
    if first <= 0 or last <= 0:
        raise MethodError(Finding("growth.domain", "growth", f"values must be positive, got {first:g} and {last:g}"))
    if years <= 0:
        raise MethodError(Finding("growth.interval", "growth", f"the interval must be positive, got {years:g} years"))
    return float(((last / first) ** (1 / years) - 1) * 100)


def implied_start(last: float, rate: float, years: float) -> float:
    """Return the value from which ``rate`` (percent a year) leads to ``last`` in ``years``.

    The inverse of `compound_rate`.

    A rate of minus 100 percent or below has no start (`MethodError`).
    """
    if rate <= -100:
        raise MethodError(Finding("growth.domain", "growth", f"a rate must be above -100 percent, got {rate:g}"))
    return float(last / (1 + rate / 100) ** years)
