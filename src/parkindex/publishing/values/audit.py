"""Values of the audit: how many checks ran, and how many outcomes of each verdict and severity they gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.values.lookup import Family, choose, plain
from parkindex.publishing.values.value import Value

if TYPE_CHECKING:
    from parkindex.audit.outcome import Severity, Verdict
    from parkindex.edition import Edition


def _verdict(verdict: Verdict) -> Family:
    return plain(lambda edition: Value("count", edition.audit().count(verdict)))


def _severity(severity: Severity) -> Family:
    return plain(lambda edition: Value("count", sum(each.severity == severity for each in edition.audit().failing())))


def _checks(_edition: Edition) -> Value:
    from parkindex.audit import CHECKS

    return Value("count", len(CHECKS))


AUDIT: Family = choose(
    {
        "checks": plain(_checks),
        "outcomes": plain(lambda edition: Value("count", len(edition.audit().outcomes))),
        "fails": _verdict("fails"),
        "untestable": _verdict("untestable"),
        "holds": _verdict("holds"),
        "major": _severity("major"),
        "moderate": _severity("moderate"),
        "minor": _severity("minor"),
    }
)
"""``audit.checks``, ``audit.outcomes``, and how many outcomes have a verdict (``audit.fails``) or severity."""
