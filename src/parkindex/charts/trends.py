"""Gaps between and within the tiers, pillar by pillar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.gaps import between, within
from parkindex.analysis.profiles import pillar_profiles
from parkindex.charts.ranking import ranked_units, result_line, score_text
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.tier_names import tier_name, tier_names
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
    names = [name for name in tier_names(result, setting) if name]
    series = [{"name": tier_name(spread.tier, setting), "tier": spread.tier} for spread in spreads]
    n = len(ranked_units(result))
    subtitle = setting.say(
        f"各梯队支柱得分的中位数，以该支柱最高分为100，n = {n}（{'、'.join(names)}）",
        f"Median pillar scores by tier, best score in each pillar = 100, n = {n}",
    )
    pairs = [(str(row["label"]), "/".join(row["texts"])) for row in rows]
    words = Words(
        _title(result, setting),
        subtitle,
        result_line(result, setting),
        described(setting, pairs, setting.say("由高到低各梯队的中位数", "Medians from the best tier down")),
    )
    return setting.chart("tier-gaps", "bars", {"rows": rows, "series": series, "maximum": 100}, words)


def _median(values: Any) -> float | None:
    present = values[~np.isnan(values)]
    return float(np.median(present)) if present.size else None


def _title(result: Result, setting: Setting) -> str:
    """Return the mean gaps from tier to tier."""
    gaps = between(within(result.column(), result.tiers))
    widest = max(gaps, key=lambda gap: gap.means)
    others = [gap for gap in gaps if gap is not widest]
    upper, lower = tier_name(widest.upper, setting), tier_name(widest.lower, setting)
    points = score_text(result, widest.means, setting)
    if not others:
        return setting.say(
            f"{upper}与{lower}平均相差{points}分", f"{upper} and {lower} are {points} points apart on average"
        )
    rest = setting.names([score_text(result, gap.means, setting) for gap in others])
    tail = f"the other is {rest}" if len(others) == 1 else f"the others are {rest}"
    return setting.say(
        f"{upper}与{lower}之间差距最大，平均{points}分；其余相邻梯队相差{rest}分",
        f"The widest gap, {points} points on average, lies between {upper} and {lower}; {tail}",
    )
