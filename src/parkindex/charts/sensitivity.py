"""What moves the ranks: the share of each assumption, and how far each weight can go before something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.trust import TOP
from parkindex.analysis.uncertainty.sensitivity import MEAN_SHIFT
from parkindex.charts.assumption_names import assumption_name
from parkindex.charts.ranking import result_line
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.analysis.uncertainty.indices import Indices
    from parkindex.analysis.uncertainty.sensitivity import Sensitivity
    from parkindex.analysis.uncertainty.stability import Interval
    from parkindex.charts.chart import Chart
    from parkindex.index import Result

NOTHING_TO_COMPARE = Text(
    zh="可以变动的假设不足两个，无从比较。",
    en="Fewer than two assumptions can vary, so that there is nothing to compare.",
)
NO_WEIGHTS = Text(
    zh="所列权重在这一方法中不起作用，没有可以变动的权重。",
    en="The stated weights do not act under this method, so that there is no weight to move.",
)
NOT_FOLLOWED = Text(
    zh="权重的变动无法逐步跟踪：园区过多，或方法不接受途中的权重。",
    en="Weights cannot be followed step by step: there are too many units, or the method refuses some of them.",
)
KEPT: dict[str, Text] = {
    "leader": Text(zh="榜首不变", en="Same leader"),
    "top": Text(zh=f"前{TOP}名不变", en=f"Same first {TOP}"),
    "tiers": Text(zh="梯队全部不变", en="Same tiers"),
}
"""What stays the same within an interval of a weight."""


def sobol_indices(
    result: Result, assumptions: Sequence[Assumption], found: Sensitivity | None, setting: Setting
) -> Chart | Unavailable:
    """Return first-order and total index of every assumption for the mean rank shift, the greatest total first."""
    if found is None or np.isnan(found.targets[MEAN_SHIFT].variance):
        return Unavailable(NOTHING_TO_COMPARE)
    indices = found.targets[MEAN_SHIFT]
    names = [setting.text(assumption_name(one, result.framework)) for one in assumptions]
    order = [int(place) for place in np.argsort(-indices.total, kind="stable")]
    rows: list[dict[str, Any]] = [
        {"label": names[place], "bars": _index_bars(indices, place, setting)} for place in order
    ]
    names_of_bars = [
        setting.say("单独（一阶）", "Alone (first-order)"),
        setting.say("含交互（总）", "With interactions (total)"),
    ]
    ends = [bar[end] for row in rows for bar in row["bars"] for end in ("low", "high")]
    data = {
        "rows": rows,
        "series": [{"name": name} for name in names_of_bars],
        "axis": setting.say("占方差的比例", "Share of the variance"),
        "minimum": min(0.0, *ends),
        "maximum": max(1.0, *ends),
        "key": {"range": setting.say("90%自助法区间", "90% bootstrap interval")},
    }
    subtitle = setting.say(
        f"名次平均移动幅度的方差由谁引起：索博尔指数，{setting.number(found.runs, 0)}次运行，"
        f"{setting.number(found.rows_left, 0)}组，n = {len(result.units)}",
        f"What explains the variance of the mean rank shift: Sobol’ indices from {setting.number(found.runs, 0)} runs "
        f"in {setting.number(found.rows_left, 0)} rows, n = {len(result.units)}",
    )
    pairs = [(str(row["label"]), setting.say("，", ", ").join(bar["text"] for bar in row["bars"])) for row in rows]
    words = Words(
        _driver_title(indices, names, setting),
        subtitle,
        result_line(result, setting),
        described(setting, pairs, setting.say("一阶与总指数", "First-order and total index")),
    )
    return setting.chart("sobol-indices", "intervals", data, words)


def _index_bars(indices: Indices, place: int, setting: Setting) -> list[dict[str, Any]]:
    bars = []
    for value, interval in ((indices.first, indices.first_interval), (indices.total, indices.total_interval)):
        low, high = (float(value[place] if np.isnan(end) else end) for end in interval[place])
        bars.append(
            {"low": low, "high": high, "value": float(value[place]), "text": index_text(float(value[place]), setting)}
        )
    return bars


def index_text(value: float, setting: Setting) -> str:
    """Return an index with two decimals; one that rounds to nothing has no sign."""
    return setting.number(round(value, 2) + 0.0, 2)


def leading(indices: Indices) -> list[int]:
    """Return the input with the greatest total index, and those whose intervals overlap its own, greatest first."""
    order = [int(place) for place in np.argsort(-indices.total, kind="stable")]
    least = indices.total_interval[order[0], 0]
    return [place for place in order if place == order[0] or indices.total_interval[place, 1] >= least]


def _driver_title(indices: Indices, names: Sequence[str], setting: Setting) -> str:
    """Return what moves the ranks most; those that cannot be told apart are named together."""
    close = leading(indices)
    shares = [setting.percent(100 * float(indices.total[place]), 0) for place in close]
    zh = "、".join(f"“{names[place]}”（{share}）" for place, share in zip(close, shares, strict=True))
    en = setting.names([f"“{names[place]}” ({share})" for place, share in zip(close, shares, strict=True)])
    return setting.say(
        f"最能移动名次的是{zh}，含与其他假设的交互",
        f"{en} {'moves' if len(close) == 1 else 'move'} the ranks most, interactions included",
    )


def weight_stability(
    result: Result, found: Mapping[str, tuple[Interval, ...]] | None, setting: Setting
) -> Chart | Unavailable:
    """Return for every weight the interval within which the leader, the first places and the tiers stay."""
    if found is None or "leader" not in found:
        return Unavailable(NO_WEIGHTS if found is None else NOT_FOLLOWED)
    kinds = list(found)
    codes = [interval.code for interval in found[kinds[0]]]
    rows: list[dict[str, Any]] = [
        {
            "label": setting.text(result.framework.node(code).name),
            "bars": [_weight_bar(found[kind][place], setting) for kind in kinds],
            "mark": 100 * found[kinds[0]][place].stated,
        }
        for place, code in enumerate(codes)
    ]
    data = {
        "rows": rows,
        "series": [{"name": setting.text(KEPT[kind])} for kind in kinds],
        "axis": setting.say("权重（%）", "Weight (%)"),
        "minimum": 0,
        "maximum": 100,
        "key": {"mark": setting.say("所列权重", "Stated weight")},
    }
    exact = all(interval.exact for each in found.values() for interval in each)
    subtitle = setting.joined(
        [
            setting.say(
                f"单个权重可变动的范围（%），其余权重按原比例分摊，n = {len(result.units)}",
                f"How far a single weight can go, in per cent, the others in their old proportions; "
                f"n = {len(result.units)}",
            ),
            setting.say(
                "端点为精确值" if exact else "部分端点由逐步搜索得出",
                "all ends are exact" if exact else "some ends are found by search",
            ),
        ]
    )
    pairs = [(str(row["label"]), setting.say("，", ", ").join(_told(row["bars"], kinds, setting))) for row in rows]
    words = Words(
        _stability_title(result, found, setting),
        subtitle,
        result_line(result, setting),
        described(setting, pairs, setting.say("权重的稳定区间", "Intervals of the weights")),
    )
    return setting.chart("weight-stability", "intervals", data, words)


def _told(bars: Sequence[Mapping[str, Any]], kinds: Sequence[str], setting: Setting) -> list[str]:
    space = setting.say("", " ")
    return [f"{setting.text(KEPT[kind])}{space}{bar['text']}" for kind, bar in zip(kinds, bars, strict=True)]


def _weight_bar(interval: Interval, setting: Setting) -> dict[str, Any]:
    low, high = 100 * interval.low, 100 * interval.high
    ends = f"{setting.number(low, 1)}–{setting.number(high, 1)}"
    return {"low": low, "high": high, "text": ends}


def nearest_change(intervals: Sequence[Interval]) -> tuple[Interval, float] | None:
    """Return the weight whose end lies nearest to its stated share, and that end; None where none has an end."""
    ends = [(interval, end) for interval in intervals for end in (interval.low, interval.high) if 0 < end < 1]
    return min(ends, key=lambda each: abs(each[1] - each[0].stated), default=None)


def _stability_title(result: Result, found: Mapping[str, tuple[Interval, ...]], setting: Setting) -> str:
    """Return the smallest move of a weight that changes the leader, and the one that changes a tier."""
    leader = nearest_change(found["leader"])
    if leader is None:
        return setting.say("无论哪一个权重如何变动，榜首都不变", "Whatever a single weight, the leader stays")
    interval, end = leader
    name = result.framework.node(interval.code).name
    down = end < interval.stated
    stated, until = (setting.percent(100 * share, decimals) for share, decimals in ((interval.stated, None), (end, 1)))
    return setting.say(
        f"“{name.zh}”的权重由{stated}{'降到' if down else '升到'}{until}{'以下' if down else '以上'}，榜首即易主",
        f"The leader changes once “{name.en}” weighs {'less' if down else 'more'} than {until} instead of {stated}",
    )
