"""The result of one method: what each pillar contributes to the total, and the tiers on one scale of scores."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.charts.limits import MOST_UNITS, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.tier_names import tier_name, tier_names
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.index import Result

NO_RANKING = Text(zh="没有可以排名的园区。", en="No unit can be ranked.")


def ranked_units(result: Result) -> list[str]:
    """Return the units that have a rank, best first."""
    return [unit for unit in result.order() if result.rank(unit) is not None]


def result_line(result: Result, setting: Setting) -> str:
    """Return the source line of a figure of scores: where the entries come from; the scoring is ours."""
    entries = set(result.entries)
    rows = [row for row in result.dataset.observations if row.node in entries]
    return source_line(result.dataset, addresses_of(rows), setting, computed=True)


def pillar_points(result: Result, unit: str) -> list[float]:
    """Return what each pillar contributes to the unit's total, in points; NaN for a pillar without a score.

    For a plain sum these are the pillar scores; for a mean of any kind the pillar scores in proportion to their
    weights, scaled to add up to the total (exact for the arithmetic mean).
    """
    scores = np.array([result.score(unit, pillar.code) for pillar in result.framework.pillars])
    if result.method.method.aggregation.name == "sum":
        return [float(score) for score in scores]
    weights = np.array([result.weight(unit, pillar.code) for pillar in result.framework.pillars])
    parts = scores * np.where(np.isnan(scores), np.nan, weights)
    whole = np.nansum(parts)
    return [float(part) for part in (parts * (result.score(unit) / whole) if whole else parts)]


def contributions(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return every unit as a stacked bar of its pillars, best first."""
    ranked = ranked_units(result)
    if not ranked:
        return Unavailable(NO_RANKING)
    kept, left_out = shown(ranked, MOST_UNITS, setting)
    decimals = 1
    rows = [_contribution(result, unit, decimals, setting) for unit in kept]
    pillars = [{"label": setting.text(pillar.name)} for pillar in result.framework.pillars]
    data = {"pillars": pillars, "rows": rows, "tiers": tier_names(result, setting)}
    method = setting.text(result.method.title)
    subtitle = setting.say(
        f"各一级指标对总分的贡献（分），方法：{method}，n = {len(ranked)}",
        f"What each pillar adds to the total, in points; method: {method}; n = {len(ranked)}",
    )
    pairs = [(f"{row['rank']} {row['label']}", str(row["text"])) for row in rows]
    words = Words(
        _leader_title(result, ranked, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, pairs, setting.say("总分由高到低", "Totals from the highest down")),
    )
    return setting.chart("contributions", "contributions", data, words)


def _contribution(result: Result, unit: str, decimals: int, setting: Setting) -> dict[str, Any]:
    """Return one row: the pillars' points, the total as text, rank and tier."""
    points = pillar_points(result, unit)
    return {
        "label": setting.text(result.dataset.unit(unit).short),
        "values": [None if math.isnan(point) else point for point in points],
        "texts": [setting.number(point, decimals) for point in points],
        "text": score_text(result, result.score(unit), setting),
        "tier": result.tier(unit),
        "rank": str(result.rank(unit)),
    }


def score_text(result: Result, score: float, setting: Setting) -> str:
    """Return a score with the decimals of the method, two where it states none."""
    decimals = result.method.method.decimals
    return setting.number(score, 2 if decimals is None else decimals)


def largest_pillar(result: Result, units: list[str]) -> tuple[str, float]:
    """Return the pillar that contributes most to the totals of these units together, and its share in percent."""
    points = np.array([pillar_points(result, unit) for unit in units])
    sums = np.nansum(points, axis=0)
    place = int(np.argmax(sums))
    return result.framework.pillars[place].code, float(100 * sums[place] / sums.sum())


def _leader_title(result: Result, ranked: list[str], setting: Setting) -> str:
    """Return who leads, and which pillar weighs most in the totals."""
    leaders = [unit for unit in ranked if result.rank(unit) == 1]
    names = setting.names([setting.text(result.dataset.unit(unit).short) for unit in leaders], shown=3)
    pillar, share = largest_pillar(result, ranked)
    name = result.framework.node(pillar).name
    score = score_text(result, result.score(leaders[0]), setting)
    return setting.say(
        f"{names}以{score}分居首；“{name.zh}”占全部得分的{setting.percent(share, 1)}",
        f"{names} {'leads' if len(leaders) == 1 else 'lead'} with {score} points; “{name.en}” makes up "
        f"{setting.percent(share, 1)} of all points",
    )


def cut_offs(result: Result) -> list[float]:
    """Return the scores at which the tiers part: the stated thresholds, else midway between neighbouring tiers."""
    stated = result.method.method.tiers
    if stated.name == "thresholds" and "at" in stated.parameters:
        return [float(value) for value in stated.parameters["at"]]
    found = []
    for tier in range(1, result.tier_count):
        upper, lower = result.tier_members(tier), result.tier_members(tier + 1)
        if upper and lower:
            found.append((result.score(upper[-1]) + result.score(lower[0])) / 2)
    return found


def tier_scores(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return every unit's score on one line, in bands of tiers."""
    ranked = ranked_units(result)
    if not ranked or not result.tier_count:
        return Unavailable(Text(zh="没有可以划分的梯队。", en="There are no tiers to show."))
    kept, left_out = shown(ranked, MOST_UNITS, setting)
    stated = result.method.method.tiers.name == "thresholds"
    points: list[dict[str, Any]] = [
        {
            "label": setting.text(result.dataset.unit(unit).short),
            "value": result.score(unit),
            "text": score_text(result, result.score(unit), setting),
            "tier": result.tier(unit),
        }
        for unit in kept
    ]
    cutoffs = [
        {
            "value": value,
            "label": setting.number(value, 0 if stated else 1)
            + ("" if stated else setting.say("（中点）", " (midway)")),
        }
        for value in cut_offs(result)
    ]
    members = [len(result.tier_members(tier)) for tier in range(1, result.tier_count + 1)]
    listing = [
        f"{tier_name(tier, setting)}{setting.say('', ': ')}{count}{setting.say('家', '')}"
        for tier, count in enumerate(members, 1)
    ]
    subtitle = setting.say(
        f"总分与梯队（{'、'.join(listing)}），方法：{result.method.title.zh}，n = {len(ranked)}",
        f"Totals and tiers ({', '.join(listing)}); method: {result.method.title.en}; n = {len(ranked)}",
    )
    words = Words(
        _tiers_title(result, members, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(
            setting,
            [(str(p["label"]), f"{p['text']}{setting.bracketed(tier_name(p['tier'], setting))}") for p in points],
        ),
    )
    return setting.chart("tier-scores", "score_line", {"points": points, "cutoffs": cutoffs}, words)


def _tiers_title(result: Result, members: list[int], setting: Setting) -> str:
    """Return how many units each tier has, and how far the first and the last of all lie apart."""
    ranked = ranked_units(result)
    span = score_text(result, result.score(ranked[0]) - result.score(ranked[-1]), setting)
    counts = setting.names([str(count) for count in members])
    zh = f"{len(members)}个梯队依次有{counts}家，首末两家相差{span}分"
    en = f"The {number_word(len(members))} tiers hold {counts} {setting.noun()}; first and last are {span} points apart"
    if len(members) == 1:
        return setting.say(
            f"全部{len(ranked)}家同属一个梯队，首末相差{span}分",
            f"All {len(ranked)} are in one tier, {span} points apart",
        )
    return setting.say(zh, en)
