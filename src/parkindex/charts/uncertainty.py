"""How far ranks can be trusted: intervals, probabilities of every rank, and who is ahead of whom in how many draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.charts.limits import MOST_UNITS, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import NO_RANKING, ranked_units, result_line
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.tier_names import tier_names
from parkindex.charts.wording import agree
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.charts.chart import Chart
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result

NOTHING_UNCERTAIN = Text(
    zh="这一方法没有写明任何不确定之处，权重也不起作用，因此没有可以变动的假设。",
    en="The method states nothing that is uncertain, and its weights do not act, so that no assumption can vary.",
)
LEVEL = 0.9
"""The share of the draws that an interval holds, and from which on a rank or tier is called firm."""

MOST_COLUMNS = 26
"""Classes of ranks that a heat map can hold beside each other."""

MOST_PAIRS = 40
WORTH_NAMING = 0.05


def places_text(low: float, high: float) -> str:
    """Return an interval of ranks: ``5–12``; of one rank that rank, and a dash where there is none."""
    if np.isnan(low):
        return "–"
    return str(int(low)) if low == high else f"{int(low)}–{int(high)}"


def probability_text(share: float) -> str:
    """Return a share of draws in whole percent; what is not quite none or all says so."""
    if 0 < share < 0.01:
        return "<1%"
    if 0.99 < share < 1:
        return ">99%"
    return f"{100 * share:.0f}%"


def draws_text(found: Uncertainty, setting: Setting) -> str:
    """Return the number of draws, those that failed beside it."""
    draws = setting.number(found.draws, 0)
    lost = found.draws - found.scored
    said = setting.say(f"{draws}次抽样", f"{draws} draws")
    return said + setting.bracketed(setting.say(f"{lost}次未能计算", f"{lost} of them failed")) if lost else said


def rank_intervals(result: Result, found: Uncertainty | None, setting: Setting) -> Chart | Unavailable:
    """Return every unit's rank as published, its median rank over the draws, and the interval of 90 per cent."""
    ranked = ranked_units(result)
    if not ranked or found is None:
        return Unavailable(NO_RANKING if found is not None else NOTHING_UNCERTAIN)
    kept, left_out = shown(ranked, MOST_UNITS, setting)
    intervals = found.rank_interval(LEVEL)
    rows = [_interval_row(result, found, unit, intervals[result.row(unit)], setting) for unit in kept]
    data = {
        "rows": rows,
        "axis": setting.say("名次", "Rank"),
        "minimum": 1,
        "maximum": max([len(ranked), *(row["bars"][0]["high"] for row in rows)]),
        "tiers": tier_names(result, setting),
        "key": {
            "value": setting.say(f"名次（{result.method.title.zh}）", f"Rank ({result.method.title.en})"),
            "middle": setting.say("抽样名次的中位数", "Median rank of the draws"),
            "range": setting.say("90%区间", "90% interval"),
        },
    }
    subtitle = setting.say(
        f"“{result.method.title.zh}”的名次（符号）、抽样名次的中位数与90%区间，"
        f"{draws_text(found, setting)}，n = {len(ranked)}",
        f"Rank under “{result.method.title.en}” (symbol), median and 90% interval over {draws_text(found, setting)}; "
        f"n = {len(ranked)}",
    )
    pairs = [
        (str(row["label"]), f"{_place(row['bars'][0]['value'], setting)}{setting.bracketed(row['text'])}")
        for row in rows
    ]
    words = Words(
        _interval_title(result, found, intervals, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, pairs, setting.say("名次与90%区间", "Rank and 90% interval")),
    )
    return setting.chart("rank-intervals", "intervals", data, words)


def _place(rank: float, setting: Setting) -> str:
    """Return a rank in a sentence."""
    return setting.say(f"第{rank:.0f}名", f"no. {rank:.0f}")


def _interval_row(
    result: Result, found: Uncertainty, unit: str, interval: FloatArray, setting: Setting
) -> dict[str, Any]:
    row = result.row(unit)
    low, high = (float(end) for end in interval)
    bar = {
        "low": low,
        "high": high,
        "middle": float(found.median_ranks[row]),
        "value": float(result.ranks[row]),
        "tier": result.tier(unit),
    }
    label = setting.text(result.dataset.unit(unit).short)
    return {"label": label, "bars": [bar], "text": places_text(low, high)}


def _interval_title(result: Result, found: Uncertainty, intervals: FloatArray, setting: Setting) -> str:
    """Return how many ranks are firm, and whose is the least so."""
    ranked = ranked_units(result)
    firm = len(found.firm_ranks(LEVEL))
    width = {unit: float(np.ptp(intervals[result.row(unit)])) for unit in ranked}
    most = max(width.values())
    widest = [unit for unit in ranked if width[unit] == most]
    if most == 0:
        return setting.say("没有一家的名次随假设而变", "No rank depends on the assumptions")
    names = setting.names([setting.text(result.dataset.unit(unit).short) for unit in widest], shown=2)
    span = places_text(*intervals[result.row(widest[0])])
    where = setting.bracketed(
        setting.say(f"第{span.replace('–', '至')}位", span)
        if len(widest) == 1
        else setting.say(f"相差{most:.0f}位", f"{most:.0f} places")
    )
    return setting.say(
        f"{how_many_firm(firm, len(ranked), '名次', setting)}，最不稳的是{names}{where}",
        f"{how_many_firm(firm, len(ranked), 'ranks', setting)}; the least certain "
        f"{'is that' if len(widest) == 1 else 'are those'} of {names}{where}",
    )


def how_many_firm(firm: int, total: int, what: str, setting: Setting) -> str:
    """Return how many ranks or tier places are firm, as the start of a sentence."""
    if not firm:
        return setting.say(f"{total}家的{what}没有一家是稳的", f"Not one of {total} {what} is firm")
    return setting.say(
        f"{total}家中{firm}家的{what}是稳的",
        f"{number_word(firm, capital=True)} of {total} {what} {agree(firm, 'is')} firm",
    )


def rank_probabilities(result: Result, found: Uncertainty | None, setting: Setting) -> Chart | Unavailable:
    """Return how likely each unit is to have each rank, as a heat map; neighbouring ranks share a column if many."""
    ranked = ranked_units(result)
    if not ranked or found is None:
        return Unavailable(NO_RANKING if found is not None else NOTHING_UNCERTAIN)
    kept, left_out = shown(ranked, MOST_PAIRS, setting)
    heads, shares = rank_classes(found, len(ranked))
    own = {unit: _class_of(result.ranks[result.row(unit)], heads) for unit in kept}
    cells = [
        [_share_cell(float(share), outlined=own[unit] == place) for place, share in enumerate(shares[result.row(unit)])]
        for unit in kept
    ]
    rows = [{"label": setting.text(result.dataset.unit(unit).short)} for unit in kept]
    columns = [{"label": places_text(low, high)} for low, high in heads]
    key = [
        {
            "missing": "outlined",
            "label": setting.say(f"名次（{result.method.title.zh}）", f"Rank ({result.method.title.en})"),
        }
    ]
    data = {"rows": rows, "columns": columns, "cells": cells, "minimum": 0.0, "maximum": 1.0, "key": key}
    subtitle = setting.say(
        f"各名次出现的比例（%），{draws_text(found, setting)}，n = {len(ranked)}",
        f"Share of draws in which each {setting.noun(1)} has each rank, in per cent; {draws_text(found, setting)}; "
        f"n = {len(ranked)}",
    )
    likely = [(unit, int(np.argmax(shares[result.row(unit)]))) for unit in kept]
    pairs = [
        (
            setting.text(result.dataset.unit(unit).short),
            _with_share(columns[place]["label"], float(shares[result.row(unit), place]), setting),
        )
        for unit, place in likely
    ]
    words = Words(
        _first_title(result, found, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, pairs, setting.say("最可能的名次", "Likeliest rank")),
    )
    return setting.chart("rank-probabilities", "heat", data, words)


def _with_share(rank: str, share: float, setting: Setting) -> str:
    return f"{setting.say('第', 'no. ')}{rank}{setting.bracketed(probability_text(share))}"


def rank_classes(found: Uncertainty, ranked: int) -> tuple[list[tuple[int, int]], FloatArray]:
    """Return the first and last rank of every column, and the shares (units, columns); one rank each where they fit."""
    width = found.tally.classes.width
    together = max(1, -(-ranked // (width * MOST_COLUMNS)))
    step = width * together
    heads = [(first, min(first + step - 1, ranked)) for first in range(1, ranked + 1, step)]
    shares = found.rank_probabilities
    parts = [shares[:, place * together : (place + 1) * together].sum(axis=1) for place in range(len(heads))]
    return heads, np.stack(parts, axis=1)


def _class_of(rank: float, heads: list[tuple[int, int]]) -> int:
    return next((place for place, (low, high) in enumerate(heads) if low <= rank <= high), -1)


def _share_cell(share: float, *, outlined: bool) -> dict[str, Any]:
    """Return a cell: nothing is written where a rank never comes up."""
    text = probability_text(share).removesuffix("%") if share else ""
    cell: dict[str, Any] = {"value": share if share else None, "text": text, "outlined": outlined}
    return cell if share else {**cell, "missing": "never"}


def _first_title(result: Result, found: Uncertainty, setting: Setting) -> str:
    """Return who is first in which share of the draws."""
    shares = found.probability_first
    order = [row for row in np.argsort(-shares, kind="stable") if shares[row] >= WORTH_NAMING][:3]
    draws = draws_text(found, setting)
    named = [
        (setting.text(result.dataset.unit(found.units[row]).short), probability_text(float(shares[row])))
        for row in order
    ]
    if not named:
        return setting.say(f"{draws}中没有一家居首超过5%", f"No {setting.noun(1)} is first in over 5% of {draws}")
    zh = "、".join(f"{name}（{share}）" for name, share in named)
    en = ", ".join(
        [f"{named[0][0]} is first in {named[0][1]} of {draws}", *(f"{name} in {share}" for name, share in named[1:])]
    )
    return setting.say(f"{draws}中居首的是{zh}", en)


def pairwise(result: Result, found: Uncertainty | None, setting: Setting) -> Chart | Unavailable:
    """Return for every pair in how many draws the unit with the better published rank is ahead.

    The shade says how decided a pair is, whichever of the two is ahead.
    """
    ranked = ranked_units(result)
    if found is None or len(ranked) < 2:
        return Unavailable(NOTHING_UNCERTAIN if found is None else NO_RANKING)
    beats = found.beats
    if beats is None:
        reason = Text(zh="园区太多，未逐对比较。", en="There are too many units to compare every pair.")
        return Unavailable(reason)
    kept, left_out = shown(ranked, MOST_PAIRS, setting)
    places = [result.row(unit) for unit in kept]
    ahead = beats[np.ix_(places, places)].T  # (the unit further down, the unit further up)
    labels = [setting.text(result.dataset.unit(unit).short) for unit in kept]
    texts = [[probability_text(float(share)).removesuffix("%") for share in row] for row in ahead]
    data = {
        "labels": labels,
        "values": [[max(float(share), 1 - float(share)) for share in row] for row in ahead],
        "texts": texts,
        "minimum": 0.5,
        "maximum": 1.0,
        "low": setting.say("难分先后", "Open"),
        "high": setting.say("先后已定", "Decided"),
    }
    pairs, level = len(ranked) * (len(ranked) - 1) // 2, len(found.level_pairs(LEVEL))
    subtitle = setting.say(
        f"列中园区排在行中园区之前的比例（%），{draws_text(found, setting)}，n = {len(ranked)}",
        f"Share of draws in which the {setting.noun(1)} of the column is ahead of that of the row, in per cent; "
        f"{draws_text(found, setting)}; n = {len(ranked)}",
    )
    closest = sorted((abs(float(ahead[i, i - 1]) - 0.5), i) for i in range(1, len(kept)))[:5]
    told = [(f"{labels[i - 1]} – {labels[i]}", f"{texts[i][i - 1]}%") for _, i in closest]
    words = Words(
        setting.say(
            f"{pairs}对园区中有{level}对分不出先后",
            f"{level} of {pairs} pairs of {setting.noun()} cannot be told apart",
        ),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, told, setting.say("最难分先后的邻位", "Neighbours that are hardest to tell apart")),
    )
    return setting.chart("pairwise", "similarity", data, words)
