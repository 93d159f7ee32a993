"""Run the registry over a publication."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.audit.checks import CHECKS
from parkindex.audit.needs import missing
from parkindex.audit.outcome import Audit, Outcome, untestable
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.audit.check import Check
    from parkindex.audit.publication import Publication


def audit(publication: Publication) -> Audit:
    """Run every check; what cannot be run is said, with what it would need."""
    outcomes = [
        replace(outcome, check=code) for code, check in CHECKS.items() for outcome in outcomes_of(check, publication)
    ]
    return Audit(publication, tuple(outcomes))


def outcomes_of(check: Check, publication: Publication) -> list[Outcome]:
    """Return the outcomes of one check, or why it cannot be run."""
    unmet = missing(publication, check.needs)
    if unmet is not None:
        return [untestable(f"无法检验：{unmet.zh}。", f"This cannot be tested: {unmet.en}.")]
    try:
        return list(check.run(publication))
    except MethodError as error:  # the numbers as printed do not allow it, and the engine says why
        why = "; ".join(finding.message for finding in error.findings)
        zh = "无法检验：所载数值不满足这项检验的计算条件（例如出现负数，或一列全部相同）。"
        return [untestable(zh, f"This cannot be tested: {why}.", why=why)]
