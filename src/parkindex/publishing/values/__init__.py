"""Every value that a page may name, by the first word of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.values import (
    about,
    audit,
    comparison,
    documents,
    market,
    places,
    policies,
    results,
    standing,
    survey,
    trust,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.publishing.values.lookup import Family

FAMILIES: Mapping[str, Family] = {
    "edition": about.EDITION,
    "framework": about.FRAMEWORK,
    "node": about.node,
    "weight": about.weight,
    "method": about.method,
    "source": about.source,
    "sources": about.SOURCES,
    "variable": about.variable,
    "unit": places.unit_name,
    "units": places.UNITS,
    "place": places.place_name,
    "documents": documents.DOCUMENTS,
    "rule": documents.RULE,
    "statistic": survey.statistic,
    "share": survey.share,
    "answered": survey.answered,
    "measure": survey.measure,
    "market": market.market,
    "growth": market.growth,
    "policy": policies.policy,
    "policies": policies.POLICIES,
    "guidance": policies.GUIDANCE,
    "scheme": policies.scheme,
    "support": policies.SUPPORT,
    "fund": policies.fund,
    "funds": policies.FUNDS,
    **{name: results.of_default(family) for name, family in results.RESULTS.items()},
    **{name: results.of_default(family) for name, family in standing.STANDINGS.items()},
    "second": results.of_second,
    "agreement": comparison.AGREEMENT,
    "shift": comparison.shift,
    "similarity": comparison.SIMILARITY,
    "firm": trust.FIRM,
    "interval": trust.interval,
    "probability": trust.probability,
    "draws": trust.DRAWS,
    "assumptions": trust.ASSUMED,
    "pairs": trust.PAIRS,
    "driver": trust.driver,
    "stability": trust.stability,
    "dominance": trust.DOMINANCE,
    "audit": audit.AUDIT,
}
