"""Run the registry over a publication: an audit is all that its checks found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from parkindex.audit.checks import CHECKS
from parkindex.audit.needs import missing
from parkindex.audit.outcome import SEVERITIES, Outcome, untestable
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.audit.check import Check
    from parkindex.audit.outcome import Verdict
    from parkindex.audit.publication import Publication


@dataclass(frozen=True)
class Audit:
    """All outcomes over one publication, in the order of the registry."""

    publication: Publication
    outcomes: tuple[Outcome, ...]

    def failing(self) -> tuple[Outcome, ...]:
        """Return what does not hold, the most serious first, then in the order of the registry."""
        found = [outcome for outcome in self.outcomes if outcome.verdict == "fails"]
        return tuple(sorted(found, key=lambda outcome: SEVERITIES.index(outcome.severity or "minor")))

    def of_family(self, family: str) -> tuple[Outcome, ...]:
        """Return the outcomes of one family."""
        return tuple(outcome for outcome in self.outcomes if outcome.family == family)

    def kept_to(self, family: str) -> Audit:
        """Return the audit with the outcomes of one family only."""
        return Audit(self.publication, self.of_family(family))

    def count(self, verdict: Verdict) -> int:
        """Return how many outcomes have a verdict."""
        return sum(outcome.verdict == verdict for outcome in self.outcomes)

    def records(self) -> list[dict[str, Any]]:
        """Return the outcomes as plain data, in the order of the registry."""
        return [outcome.record() for outcome in self.outcomes]


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
