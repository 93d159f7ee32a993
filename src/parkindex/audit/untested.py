"""What an audit leaves untested, sorted for a reader: what more could be stated, and what a bare table never holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parkindex.audit.checks import CHECKS
from parkindex.audit.needs import REQUIREMENTS
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.needs import Need
    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Publication
    from parkindex.audit.running import Audit

AROUND: frozenset[Need] = frozenset({"statistics", "claims", "series", "policies", "beneficiaries", "funds", "support"})
"""What stands around a ranking, and only an edition holds."""

FAMILIES_AROUND = frozenset({"percentages", "growth", "claims", "tables"})
"""Families whose checks, where they say that they cannot test, lack what stands around a ranking."""

CHECKS_AROUND = frozenset({"double-counting.rows", "double-counting.definitions"})
"""Checks of other families that look for tables or definitions of an edition by themselves."""

OPTIONS: Mapping[Need, str] = {
    "weights": "--weights 25,45,…",
    "cut_offs": "--tiers 95,87",
    "full_mark": "--full-mark 100",
    "places": "--place COLUMN",
}
"""What may be stated beside a bare table, by the option of the command that states it."""


def of_bare_table(publication: Publication) -> bool:
    """Tell whether a publication is a table with nothing around it."""
    return publication.framework is None and not any(REQUIREMENTS[need].met(publication) for need in AROUND)


def lies_around(outcome: Outcome) -> bool:
    """Tell whether a check that cannot be run asks about what stands around a ranking, not about the ranking."""
    if outcome.verdict != "untestable" or outcome.check not in CHECKS:
        return False
    if outcome.family in FAMILIES_AROUND or outcome.check in CHECKS_AROUND:
        return True
    return not AROUND.isdisjoint(CHECKS[outcome.check].needs)


def parted(audit: Audit) -> tuple[list[Outcome], list[Outcome]]:
    """Return what cannot be tested of the ranking itself, and, for a bare table, of what would stand around it."""
    found = [outcome for outcome in audit.outcomes if outcome.verdict == "untestable"]
    if not of_bare_table(audit.publication):
        return found, []
    return [each for each in found if not lies_around(each)], [each for each in found if lies_around(each)]


def summed_up(around: list[Outcome]) -> Text:
    """Say in one sentence what a bare table leaves untested because nothing stands around it."""
    count = len({outcome.check for outcome in around})
    checks, compare = ("check", "compares") if count == 1 else ("checks", "compare")
    return Text(
        zh=f"无法检验：另有{count}项检验要对照表外的内容（正文、份额、时间序列、政策和基金等），单独一张表没有这些。",
        en=f"This cannot be tested: {count} more {checks} {compare} a ranking with what stands around it (the text, "
        "shares, time series, policies, funds), and a table alone has none of that.",
    )


def would_help(publication: Publication, outcome: Outcome) -> tuple[str, ...]:
    """Return the options that would let a check run on a bare table; none where more than options is lacking."""
    if outcome.check not in CHECKS or not of_bare_table(publication):
        return ()
    unmet = [need for need in CHECKS[outcome.check].needs if not REQUIREMENTS[need].met(publication)]
    return tuple(OPTIONS[need] for need in unmet) if all(need in OPTIONS for need in unmet) else ()
