"""Every figure by the name that a page gives it: the registry is the table of contents of what can be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from parkindex.charts import (
    background,
    census,
    cities,
    comparison,
    framework,
    funds,
    guidance,
    market,
    occupancy,
    profiles,
    ranking,
    sensitivity,
    structure,
    support,
    survey,
    trends,
    uncertainty,
)
from parkindex.charts.setting import Setting, Unavailable
from parkindex.publishing.auditing import figures as auditing
from parkindex.publishing.shared import framework_line, second_result, setting_of

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.audit import Audit
    from parkindex.charts.chart import Chart
    from parkindex.edition import Edition
    from parkindex.evidence.model import Dataset
    from parkindex.index import Result
    from parkindex.publishing.document import Language

FigureBuilder = Callable[["Edition", "Language"], "Chart | Unavailable"]


def _evidence(build: Callable[[Dataset, Setting], Chart | Unavailable]) -> FigureBuilder:
    """Draw from the evidence alone."""
    return lambda edition, language: build(edition.dataset, setting_of(edition, language))


def _scores(build: Callable[[Result, Setting], Chart | Unavailable]) -> FigureBuilder:
    """Draw from the result of the default method."""
    return lambda edition, language: build(edition.result(), setting_of(edition, language))


def _question(name: str, code: str, kind: str) -> FigureBuilder:
    """Draw the shares of a survey question."""
    return _evidence(partial(survey.question_chart, name=name, code=code, kind=kind))


def _age_classes(edition: Edition, language: Language) -> Chart | Unavailable:
    """Draw the time since establishment where a report gives it apart from the operating age, else the latter."""
    setting = setting_of(edition, language)
    return survey.first_question_chart(
        edition.dataset, setting, name="age-classes", codes=("established", "age"), kind="shares"
    )


def _tree(edition: Edition, language: Language) -> Chart:
    setting = setting_of(edition, language)
    return framework.framework_tree(edition.framework, setting, framework_line(edition, setting))


def _shifts(edition: Edition, language: Language) -> Chart | Unavailable:
    second = second_result(edition)
    if second is None:
        return Unavailable(comparison.NO_SECOND)
    return comparison.method_shifts(edition.result(), second, setting_of(edition, language))


def _radar(tier: int) -> FigureBuilder:
    return _scores(partial(profiles.tier_radar, tier=tier))


def _uncertain(build: Callable[[Result, Uncertainty | None, Setting], Chart | Unavailable]) -> FigureBuilder:
    """Draw from the uncertainty analysis of the default method."""
    return lambda edition, language: build(edition.result(), edition.uncertainty(), setting_of(edition, language))


def _audited(build: Callable[[Audit, Setting], Chart | Unavailable]) -> FigureBuilder:
    """Draw from the audit of what was published."""
    return lambda edition, language: build(edition.audit(), setting_of(edition, language))


def _sobol(edition: Edition, language: Language) -> Chart | Unavailable:
    setting = setting_of(edition, language)
    return sensitivity.sobol_indices(edition.result(), edition.assumptions(), edition.sensitivity(), setting)


def _stability(edition: Edition, language: Language) -> Chart | Unavailable:
    setting = setting_of(edition, language)
    return sensitivity.weight_stability(edition.result(), edition.stability(), setting)


FIGURES: Mapping[str, FigureBuilder] = {
    # overview
    "national-documents": _evidence(background.national_documents),
    "market-size": _evidence(market.market_size),
    "parks-by-region": _evidence(census.by_region_chart),
    "parks-by-province": _evidence(census.by_province_chart),
    "parks-by-city": _evidence(census.by_city_chart),
    "parks-tile-map": _evidence(census.tile_map_chart),
    "parks-point-map": _evidence(census.point_map_chart),
    "age-classes": _age_classes,
    # environment
    "guidance-map": _evidence(guidance.guidance_map),
    "location-features": _question("location-features", "location", "bars"),
    "downstream-support": _question("downstream-support", "downstream", "shares"),
    "funds": _evidence(funds.funds_chart),
    "funds-by-city": _evidence(funds.funds_by_city_chart),
    "funds-national-share": _evidence(funds.national_share_chart),
    "universities": _evidence(partial(cities.city_chart, measure=cities.UNIVERSITIES)),
    "high-tech-firms": _evidence(partial(cities.city_chart, measure=cities.HIGH_TECH_FIRMS)),
    # operation
    "size-classes": _question("size-classes", "area", "columns"),
    "investment-classes": _question("investment-classes", "investment", "columns"),
    "development-mode": _question("development-mode", "development_mode", "shares"),
    "operators": _question("operators", "operator", "bars"),
    "support-matrix": _evidence(support.support_matrix),
    "support-breadth": _evidence(support.support_breadth),
    "operating-age": _question("operating-age", "age", "columns"),
    "vacancy-classes": _question("vacancy-classes", "vacancy", "columns"),
    "occupancy-age": _scores(occupancy.occupancy_age),
    "occupancy-top": _scores(occupancy.occupancy_top),
    "profit-sources": _question("profit-sources", "profit_source", "bars"),
    # competitiveness
    "framework-tree": _tree,
    "contributions": _scores(ranking.contributions),
    "tier-scores": _scores(ranking.tier_scores),
    "radar-tier-1": _radar(1),
    "radar-tier-2": _radar(2),
    "radar-tier-3": _radar(3),
    "method-shifts": _shifts,
    "rank-intervals": _uncertain(uncertainty.rank_intervals),
    "rank-probabilities": _uncertain(uncertainty.rank_probabilities),
    "pairwise": _uncertain(uncertainty.pairwise),
    "sobol-indices": _sobol,
    "weight-stability": _stability,
    # method
    "treated-indicators": _scores(structure.treated_indicators),
    "correlations": _scores(structure.correlation_map),
    "effective-weights": _scores(structure.effective_weights),
    # trends
    "tier-gaps": _scores(trends.tier_gaps),
    "vacancy-by-age": _evidence(occupancy.vacancy_by_age),
    "vacancy-by-place": _evidence(occupancy.vacancy_by_place),
    "profile-similarity": _scores(profiles.profile_similarity),
    # audit
    "audit-weights": _audited(auditing.effective_weights),
    "audit-place-spread": _audited(auditing.place_spread),
    "audit-lattice": _audited(auditing.lattice),
    "audit-gaps": _audited(auditing.gaps),
}
"""Name -> how the figure is drawn for an edition in a language; `Unavailable` says why it cannot be."""
