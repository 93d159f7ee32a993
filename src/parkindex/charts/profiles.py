"""Profiles over the pillars: small radars of a tier, the track of one unit for its card, how alike all units are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.profiles import CLOSE, homogeneity, pillar_profiles
from parkindex.analysis.similarity import mean_difference
from parkindex.analysis.strengths import Position
from parkindex.charts.limits import MOST_PROFILES, shown
from parkindex.charts.ranking import ranked_units, result_line, score_text
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.tier_names import tier_name
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.charts.chart import Chart
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result


def tier_radar(result: Result, setting: Setting, tier: int) -> Chart | Unavailable:
    """Return one small radar for each unit of a tier.

    Against the median of all, in percent of the best in each pillar.
    """
    members = list(result.tier_members(tier))
    if not members:
        return Unavailable(Text(zh=f"按所用方法没有第{tier}梯队。", en=f"The method in use gives no tier {tier}."))
    kept, left_out = shown(members, MOST_PROFILES, setting)
    profiles = pillar_profiles(result)
    median = _medians(profiles)
    pillars = [setting.text(pillar.name) for pillar in result.framework.pillars]
    data = {
        "axes": [{"label": name, "max": 100} for name in pillars],
        "units": [_unit(result, unit, profiles, median, setting) for unit in kept],
        "median_label": setting.say(f"全部{len(result.units)}家的中位数", f"Median of all {len(result.units)}"),
    }
    subtitle = setting.say(
        f"{tier_name(tier, setting)}一级指标得分占各项最高分的百分比；虚线为全部园区中位数，n = {len(members)}",
        f"Pillar scores of {tier_name(tier, setting)} in per cent of the best score in each pillar; dashed: median of "
        f"all {setting.noun()}; n = {len(members)}",
    )
    words = Words(
        _radar_title(profiles, [result.row(unit) for unit in members], pillars, tier, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, [_in_words(result, unit, profiles, pillars, setting) for unit in kept]),
    )
    return setting.chart(f"radar-tier-{tier}", "radar_multiples", data, words)


def _unit(
    result: Result, unit: str, profiles: FloatArray, median: list[float | None], setting: Setting
) -> dict[str, Any]:
    """Return one small radar."""
    return {
        "name": setting.text(result.dataset.unit(unit).short),
        "values": _plain(profiles[result.row(unit)]),
        "median": median,
        "tier": result.tier(unit),
        "text": score_text(result, result.score(unit), setting),
    }


def _in_words(result: Result, unit: str, profiles: FloatArray, pillars: list[str], setting: Setting) -> tuple[str, str]:
    """Return a unit's profile as a label and its values."""
    values = profiles[result.row(unit)]
    said = [f"{name} {setting.number(value, 0)}" for name, value in zip(pillars, values, strict=True)]
    return setting.text(result.dataset.unit(unit).short), setting.bracketed(setting.say("、", ", ").join(said)).strip()


def _plain(values: FloatArray) -> list[float | None]:
    """Return numbers that JSON can hold."""
    return [None if math.isnan(value) else round(float(value), 6) for value in values]


def _medians(profiles: FloatArray) -> list[float | None]:
    """Return the median of each pillar, None where nobody has a score."""
    columns = [column[~np.isnan(column)] for column in profiles.T]
    return _plain(np.array([np.median(column) if column.size else np.nan for column in columns]))


def _radar_title(profiles: FloatArray, rows: list[int], pillars: list[str], tier: int, setting: Setting) -> str:
    """Return in which pillar the tier's median is furthest above and furthest below that of all."""
    mine, every = _medians(profiles[rows]), _medians(profiles)
    ahead = {
        name: own - all_
        for name, own, all_ in zip(pillars, mine, every, strict=True)
        if own is not None and all_ is not None
    }
    name = tier_name(tier, setting)
    if not ahead:
        return setting.say(f"{name}没有一级指标得分", f"{name} has no pillar scores")
    best, worst = max(ahead, key=lambda each: ahead[each]), min(ahead, key=lambda each: ahead[each])
    high, low = ahead[best], ahead[worst]
    if low >= 0 or high <= 0:
        place, gap = (best, high) if low >= 0 else (worst, -low)
        side = setting.say("高出" if low >= 0 else "低得", "above" if low >= 0 else "below")
        return setting.say(
            f"{name}各项中位数均不{'低' if low >= 0 else '高'}于全部园区的中位数，"
            f"其中“{place}”{side}最多（{setting.number(gap, 1)}个百分点）",
            f"{name} is nowhere {'below' if low >= 0 else 'above'} the median of all; it is furthest {side} "
            f"it in “{place}” ({setting.number(gap, 1)} percentage points)",
        )
    return setting.say(
        f"{name}强在“{best}”（高出全部园区的中位数{setting.number(high, 1)}个百分点），"
        f"弱在“{worst}”（低{setting.number(-low, 1)}个百分点）",
        f"{name} is ahead in “{best}” (+{setting.number(high, 1)} against the median of all) and behind in “{worst}” "
        f"(−{setting.number(-low, 1)})",
    )


def card_chart(result: Result, setting: Setting, unit: str, found: Sequence[Position], source: str) -> Chart:
    """Return where a unit stands in each pillar: the range and median of all, the median of its tier, its own score.

    ``found`` are its `positions`, ``source`` is the source line of the result.
    """
    rows = [_track(result, position, setting) for position in found]
    name = setting.text(result.dataset.unit(unit).name)
    known = [position for position in found if position.rank is not None]
    best = min(known, key=lambda each: each.rank or 0) if known else None
    title = name
    if best is not None:
        pillar = result.framework.node(best.node).name
        title = setting.say(
            f"{name}名次最高的一级指标是“{pillar.zh}”（第{best.rank}）",
            f"{name} ranks best in “{pillar.en}” (no. {best.rank})",
        )
    pairs = [
        (
            setting.text(result.framework.node(each.node).name),
            f"{score_text(result, each.score, setting)}{setting.bracketed(f'{each.rank}/{each.ranked}')}",
        )
        for each in known
    ]
    subtitle = setting.say(f"各一级指标得分与位置，n = {len(result.units)}", f"Pillar scores, n = {len(result.units)}")
    words = Words(title, subtitle, source, described(setting, pairs, name))
    data = {"rows": rows, "tier": result.tier(unit)}
    return setting.chart(f"card-{unit}", "dots", data, words)


def _track(result: Result, position: Position, setting: Setting) -> dict[str, Any]:
    """Return one pillar as a track."""
    return {
        "label": setting.text(result.framework.node(position.node).name),
        "minimum": _finite(position.lowest, 0.0),
        "maximum": _finite(position.highest, 1.0),
        "median": None if math.isnan(position.median) else position.median,
        "tier_median": None if math.isnan(position.tier_median) else position.tier_median,
        "value": None if math.isnan(position.score) else position.score,
        "text": score_text(result, position.score, setting),
    }


def _finite(value: float, otherwise: float) -> float:
    return otherwise if math.isnan(value) else value


def profile_similarity(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return the mean difference of each two profiles as a triangle; the best ranked first."""
    ranked = ranked_units(result)
    if len(ranked) < 2:
        return Unavailable(Text(zh="不足两家园区，无法比较。", en="Fewer than two units: nothing to compare."))
    kept, left_out = shown(ranked, MOST_PROFILES, setting)
    profiles = pillar_profiles(result)[[result.row(unit) for unit in ranked]]
    apart = mean_difference(profiles[: len(kept)])
    found = homogeneity(profiles)
    data = {
        "labels": [setting.text(result.dataset.unit(unit).short) for unit in kept],
        "values": [[None if math.isnan(value) else -float(value) for value in row] for row in apart],
        "texts": [[setting.number(value, 0) for value in row] for row in apart],
        "minimum": -float(np.nanmax(apart)) or -1.0,
        "maximum": 0,
        "low": setting.say("差异大", "far apart"),
        "high": setting.say("相同", "alike"),
    }
    subtitle = setting.say(
        f"两两之间各一级指标得分之差的平均（以各项最高分为100），n = {len(ranked)}家、{found.pairs}对",
        "Mean difference of the pillar scores, in points (best score in each pillar = 100), "
        f"n = {len(ranked)} {setting.noun(len(ranked))}, {found.pairs} pairs",
    )
    title = setting.say(
        f"两两比较，{setting.percent(found.close, 1)}的组合平均相差不足{setting.number(CLOSE)}分，"
        f"中位数为{setting.number(found.difference, 1)}分",
        f"{setting.percent(found.close, 1)} of all pairs differ by less than {setting.number(CLOSE)} points a pillar; "
        f"the median is {setting.number(found.difference, 1)}",
    )
    words = Words(
        title, setting.joined([subtitle, left_out]), result_line(result, setting), _alike(result, kept, apart, setting)
    )
    return setting.chart("profile-similarity", "similarity", data, words)


def _alike(result: Result, units: Any, apart: FloatArray, setting: Setting) -> str:
    """Name the most alike pairs in words."""
    rows, columns = np.tril_indices(len(units), k=-1)
    order = np.argsort(apart[rows, columns], kind="stable")[:5]
    names = [setting.text(result.dataset.unit(unit).short) for unit in units]
    pairs = [
        (f"{names[rows[k]]}–{names[columns[k]]}", setting.number(float(apart[rows[k], columns[k]]), 1)) for k in order
    ]
    return described(setting, pairs, setting.say("最相近的几对", "The most alike pairs"))
