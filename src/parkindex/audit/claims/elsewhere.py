"""Claims that other checks test, that one date cannot decide, or that nothing printed can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parkindex.audit.claims.saying import it_stays_open, none_entered, number
from parkindex.evidence.claims import GrowthClaim, Trend, Untestable

if TYPE_CHECKING:
    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Publication


def growth(publication: Publication) -> Iterator[Outcome]:
    """Point at the checks of growth, which own printed rates."""
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, GrowthClaim)]
    yield from none_entered(claims, "增长率的说法", "claims of growth")
    for claim in claims:
        yield it_stays_open(
            claim,
            f"所载增长率{number(claim.rate)}%由“增长率”一族检验。",
            f"The checks of growth test the printed rate of {number(claim.rate)}%.",
            printed=f"{number(claim.rate)}%",
            family="growth",
            series=claim.series,
        )


def trends(publication: Publication) -> Iterator[Outcome]:
    """Say that a trend needs several years; a forecast stays untestable even with them."""
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, Trend)]
    yield from none_entered(claims, "趋势的说法", "claims of a trend")
    years = publication.evidence.years
    for claim in claims:
        if len(years) > 1:
            zh = f"无法检验：数据止于{years[-1]}年，说法指此后。"
            en = f"This cannot be tested: the data end in {years[-1]}, and the claim is about what follows."
        else:
            zh, en = "无法检验：只有一个时点的数据。", "This cannot be tested: there are data for one date only."
        yield it_stays_open(claim, zh, en, years=list(years))


def not_testable(publication: Publication) -> Iterator[Outcome]:
    """Repeat why a claim was entered as one that nothing can test."""
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, Untestable)]
    yield from none_entered(claims, "注明不可检验的说法", "claims entered as not testable")
    for claim in claims:
        yield it_stays_open(claim, claim.because.zh, claim.because.en)
