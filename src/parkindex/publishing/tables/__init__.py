"""Every table by the name that a page gives it: the registry is the table of contents of what can be tabled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from parkindex.publishing.shared import setting_of
from parkindex.publishing.tables import (
    audit,
    competitiveness,
    environment,
    evidence,
    method,
    operation,
    overview,
    structure,
    trends,
    uncertainty,
)

if TYPE_CHECKING:
    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting, Unavailable
    from parkindex.edition import Edition
    from parkindex.publishing.document import Language, Table

TableBuilder = Callable[["Edition", "Language"], "Table | Unavailable"]


def _of(build: Callable[[Edition, Setting], Table | Unavailable]) -> TableBuilder:
    return lambda edition, language: build(edition, setting_of(edition, language))


def _audited(build: Callable[[Audit, Setting], Table | Unavailable]) -> TableBuilder:
    """Build from the audit of what was published."""
    return lambda edition, language: build(edition.audit(), setting_of(edition, language))


TABLES: Mapping[str, TableBuilder] = {
    # overview
    "national-documents": _of(overview.national_documents),
    "market-size": _of(overview.market_size),
    "market-growth": _of(overview.market_growth),
    "parks-by-place": _of(overview.parks_by_place),
    # environment
    "guidance-provinces": _of(environment.guidance_provinces),
    "special-policies": _of(environment.special_policies),
    "funds": _of(environment.funds),
    "fund-concentration": _of(environment.fund_concentration),
    "city-orders": _of(environment.city_orders),
    # operation
    "policy-beneficiaries": _of(operation.policy_beneficiaries),
    "support-matrix": _of(operation.support_matrix),
    # competitiveness
    "framework": _of(method.framework),
    "ranking": _of(competitiveness.ranking),
    "tier-profiles": _of(competitiveness.tier_profiles),
    "pillar-leaders": _of(competitiveness.pillar_leaders),
    "method-comparison": _of(competitiveness.method_comparison),
    "method-agreement": _of(competitiveness.method_agreement),
    "tier-probabilities": _of(uncertainty.tier_probabilities),
    "sensitivity": _of(uncertainty.sensitivity),
    "leave-one-out": _of(uncertainty.leave_one_out),
    # trends
    "tier-gaps": _of(trends.tier_gaps),
    "profile-groups": _of(trends.profile_groups),
    "shared-policies": _of(trends.shared_policies),
    # method and sources
    "assumptions": _of(uncertainty.assumptions),
    "method-steps": _of(method.method_steps),
    "weights": _of(method.weights),
    "nominal-weights": _of(method.nominal_weights),
    "indicator-summary": _of(structure.indicator_summary),
    "moved-values": _of(structure.moved_values),
    "coherence": _of(structure.coherence),
    "effective-weights": _of(structure.effective_weights),
    "data-availability": _of(evidence.data_availability),
    "support-amounts": _of(evidence.support_amounts),
    "statistics": _of(evidence.statistics),
    "sources": _of(evidence.sources),
    "places-of-units": _of(evidence.places_of_units),
    # audit
    "audit-families": _audited(audit.families),
    "audit-ranking": _audited(audit.marked_ranking),
    "audit-findings": _audited(audit.findings),
}
"""Name -> how the table is built for an edition in a language; `Unavailable` says why it cannot be."""
