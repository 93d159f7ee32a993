"""Gaps between and within the tiers, pillar by pillar."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.gaps import within
from parkindex.analysis.profiles import pillar_profiles
from parkindex.charts.ranking import ranked_units, result_line
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.tier_names import tier_name
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.index import Result


def tier_gaps(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return the median of each pillar by tier, in percent of the best score in the pillar."""
    spreads = within(result.column(), result.tiers)
    if len(spreads) < 2:
        return Unavailable(Text(zh="不足两个梯队，无法比较。", en="Fewer than two tiers: nothing to compare."))
    profiles = pillar_profiles(result)
    medians = [
        [_median(profiles[result.tiers == spread.tier, column]) for spread in spreads]
        for column in range(profiles.shape[1])
    ]
    rows: list[dict[str, Any]] = [
        {
            "label": setting.text(pillar.name),
            "value": None,
            "text": "",
            "values": values,
            "texts": [setting.number(value, 1) for value in values],
        }
        for pillar, values in zip(result.framework.pillars, medians, strict=True)
    ]
    series = [{"name": tier_name(spread.tier, setting), "tier": spread.tier} for spread in spreads]
    n = len(ranked_units(result))
    subtitle = setting.say(
        f"各梯队一级指标得分的中位数，以该一级指标最高分为100，n = {n}",
        f"Median pillar scores by tier, best score in each pillar = 100, n = {n}",
    )
    pairs = [(str(row["label"]), "/".join(row["texts"])) for row in rows]
    words = Words(
        _title(result, medians, [spread.tier for spread in spreads], setting),
        subtitle,
        result_line(result, setting),
        described(setting, pairs, setting.say("由高到低各梯队的中位数", "Medians from the best tier down")),
    )
    return setting.chart("tier-gaps", "bars", {"rows": rows, "series": series, "maximum": 100}, words)


def _median(values: Any) -> float | None:
    present = values[~np.isnan(values)]
    return float(np.median(present)) if present.size else None


def _title(result: Result, medians: list[list[float | None]], tiers: list[int], setting: Setting) -> str:
    """Return where two neighbouring tiers are furthest apart: which two, in which pillar."""
    steps = [
        (upper - lower, place, pillar.name)
        for pillar, values in zip(result.framework.pillars, medians, strict=True)
        for place, (upper, lower) in enumerate(pairwise(values))
        if upper is not None and lower is not None
    ]
    if not steps:
        return setting.say("各梯队没有可比的一级指标得分", "The tiers have no pillar scores to compare")
    gap, place, name = max(steps, key=lambda step: step[0])
    upper, lower = (tier_name(tiers[each], setting) for each in (place, place + 1))
    points = setting.number(gap, 1)
    return setting.say(
        f"相邻梯队差距最大的是{upper}与{lower}的“{name.zh}”，中位数相差{points}分",
        f"The widest step, {points} points, lies between {upper} and {lower} in “{name.en}”",
    )
