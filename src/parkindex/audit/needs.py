"""What a check needs to be printed before it can say anything, and what is said where it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication

Need = Literal[
    "units",
    "columns",
    "total",
    "ranks",
    "tiers",
    "cut_offs",
    "weights",
    "full_mark",
    "places",
    "statistics",
    "claims",
    "series",
    "policies",
    "beneficiaries",
    "funds",
    "support",
]


@dataclass(frozen=True)
class Requirement:
    """Tells whether a publication prints something, and says that it does not."""

    met: Callable[[Publication], bool]
    missing: Text


def _need(met: Callable[[Publication], bool], zh: str, en: str) -> Requirement:
    return Requirement(met, Text(zh=zh, en=en))


REQUIREMENTS: Mapping[Need, Requirement] = {
    "units": _need(lambda p: len(p.ranking.units) >= 3, "少于三家，无从比较", "fewer than three units are printed"),
    "columns": _need(
        lambda p: len(p.ranking.columns) >= 2,
        "没有刊载至少两列分项得分",
        "fewer than two columns of scores are printed",
    ),
    "total": _need(lambda p: p.ranking.total is not None, "没有刊载总分", "no totals are printed"),
    "ranks": _need(lambda p: any(p.ranking.ranks), "没有刊载名次", "no ranks are printed"),
    "tiers": _need(lambda p: any(p.ranking.tiers), "没有刊载梯队", "no tiers are printed"),
    "cut_offs": _need(lambda p: bool(p.ranking.cut_offs), "没有刊载梯队界线", "no cut-offs of tiers are printed"),
    "weights": _need(lambda p: bool(p.ranking.weights), "没有刊载各列的权重", "no weights of the columns are printed"),
    "full_mark": _need(lambda p: p.ranking.full_mark is not None, "没有说明满分", "no full mark is stated"),
    "places": _need(lambda p: any(p.ranking.places), "没有各家所在地", "no places of the units are given"),
    "statistics": _need(
        lambda p: bool(p.evidence.statistics), "没有份额与总数的证据", "no shares or totals are in evidence"
    ),
    "claims": _need(lambda p: bool(p.evidence.claims), "没有录入正文的说法", "no sentences of the text are entered"),
    "series": _need(lambda p: bool(p.evidence.market), "没有时间序列", "no time series is in evidence"),
    "policies": _need(lambda p: bool(p.evidence.policies), "没有政策表", "no table of policies is in evidence"),
    "beneficiaries": _need(
        lambda p: bool(p.evidence.beneficiaries), "没有受益园区表", "no table of beneficiaries is in evidence"
    ),
    "funds": _need(lambda p: bool(p.evidence.funds), "没有基金表", "no table of funds is in evidence"),
    "support": _need(lambda p: bool(p.evidence.schemes), "没有扶持对比表", "no matrix of support is in evidence"),
}


def missing(publication: Publication, needs: tuple[Need, ...]) -> Text | None:
    """Return why a check cannot be run, None where everything it needs is printed."""
    unmet = [REQUIREMENTS[need].missing for need in needs if not REQUIREMENTS[need].met(publication)]
    if not unmet:
        return None
    return Text(zh="；".join(text.zh for text in unmet), en="; ".join(text.en for text in unmet))
