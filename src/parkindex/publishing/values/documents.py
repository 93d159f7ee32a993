"""Values of the national documents, and of the rules by which this report judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.strengths import QUARTER, TIER_MARGIN
from parkindex.publishing.values.lookup import Family, choose, plain
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition


def _date(edition: Edition, *, last: bool) -> Value:
    dates = sorted(document.date for document in edition.dataset.background)
    if not dates:
        raise UnknownValueError("documents")
    return Value("date", dates[-1 if last else 0])


DOCUMENTS: Family = choose(
    {
        "count": plain(lambda edition: Value("count", len(edition.dataset.background))),
        "first": plain(lambda edition: _date(edition, last=False)),
        "last": plain(lambda edition: _date(edition, last=True)),
    }
)
"""``documents.count``, ``documents.first``, ``documents.last``: how many national documents, and from when to when."""

RULE: Family = choose(
    {
        "strong": plain(lambda _edition: Value("percent", 100 * QUARTER, decimals=0)),
        "tier_margin": plain(lambda _edition: Value("percent", 100 * TIER_MARGIN, decimals=0)),
    }
)
"""``rule.strong`` (the best part of all units that counts as strong), ``rule.tier_margin`` (lead over its tier)."""
