"""Occupancy and vacancy from raw answers: against age, the best occupied, by age class and by place."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.agreement import spearman
from parkindex.analysis.answers import find_variable, numbers
from parkindex.charts.limits import MOST_UNITS, shown
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import source_line
from parkindex.charts.tier_names import tier_names
from parkindex.evidence.regions import region_name
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset
    from parkindex.index import Result

NO_PAIRS = Text(
    zh="入驻率与运营年限的关系无法成图：证据中没有逐个园区的入驻率与开园时间，原图的数值也未见于文本。",
    en="Occupancy cannot be set against operating age: the evidence holds neither of them for single parks, and the "
    "values of any chart of the source are not in its text.",
)
NO_OCCUPANCY = Text(
    zh="入驻率最高的园区无法列出：证据中没有逐个园区的入驻率。",
    en="The fullest parks cannot be named: the evidence holds no occupancy of single parks.",
)
NO_VACANCY = Text(
    zh="空置率无法按运营年限或所在地比较：证据中没有逐个园区的空置率。",
    en="Vacancy cannot be compared by age or place: the evidence holds no vacancy of single parks.",
)


def occupancy_age(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return occupancy against operating age, with the medians of both."""
    dataset = result.dataset
    occupancy, age = occupancy_rates(dataset), numbers(dataset, "age", cut_off=setting.cut_off)
    both = [unit for unit in result.order() if _known(occupancy, unit) and _known(age, unit)]
    if len(both) < 2:
        return Unavailable(NO_PAIRS)
    kept, left_out = shown(both, MOST_UNITS, setting)
    points: list[dict[str, Any]] = [
        {
            "x": age[unit],
            "y": occupancy[unit],
            "label": setting.text(dataset.unit(unit).short),
            "tier": result.tier(unit),
        }
        for unit in kept
    ]
    ages, rates = np.array([age[unit] for unit in both]), np.array([occupancy[unit] for unit in both])
    median_age, median_rate = float(np.median(ages)), float(np.median(rates))
    median = setting.say("中位数", "Median")
    data = {
        "points": points,
        "x": setting.say("运营年限（年）", "Operating age (years)"),
        "y": setting.say("入驻率（%）", "Occupancy (%)"),
        "lines": [
            {"axis": "x", "value": median_age, "label": f"{median} {setting.number(median_age, 1)}"},
            {"axis": "y", "value": median_rate, "label": f"{median} {setting.percent(median_rate, 1)}"},
        ],
        "tiers": tier_names(result, setting),
    }
    subtitle = setting.say(f"入驻率与运营年限，n = {len(both)}", f"Occupancy and operating age, n = {len(both)}")
    pairs = [
        (str(point["label"]), f"{setting.number(point['x'], 1)}/{setting.percent(point['y'], 0)}") for point in points
    ]
    words = Words(
        _relation_title(spearman(ages, rates), setting),
        setting.joined([subtitle, left_out]),
        _line(dataset, setting, "occupancy", "age", "opened"),
        described(setting, pairs, setting.say("各园区运营年限与入驻率", "Age and occupancy")),
    )
    return setting.chart("occupancy-age", "scatter", data, words)


def occupancy_rates(dataset: Dataset) -> Mapping[str, float]:
    """Return the occupancy rate of each unit in percent, from the vacancy rate where occupancy was not asked."""
    found = numbers(dataset, "occupancy")
    if found:
        return found
    return {unit: 100 - value for unit, value in numbers(dataset, "vacancy").items()}


def _known(values: Mapping[str, float], unit: str) -> bool:
    return not math.isnan(values.get(unit, math.nan))


def _relation_title(correlation: float, setting: Setting) -> str:
    """Return how occupancy and age go together, by the rank correlation."""
    figure = setting.number(correlation, 2)
    if math.isnan(correlation) or abs(correlation) < 0.3:
        return setting.say(
            f"入驻率与运营年限没有明显关系（秩相关系数{figure}）",
            f"Occupancy and operating age are hardly related (Spearman {figure})",
        )
    if correlation > 0:
        return setting.say(
            f"运营越久，入驻率越高（秩相关系数{figure}）",
            f"The longer a park has operated, the fuller it is (Spearman {figure})",
        )
    return setting.say(
        f"运营越久，入驻率反而越低（秩相关系数{figure}）",
        f"The longer a park has operated, the emptier it is (Spearman {figure})",
    )


def occupancy_top(result: Result, setting: Setting, count: int = 3) -> Chart | Unavailable:
    """Return the best occupied units as bars, ties with the last included, against the median of all."""
    rates = {unit: value for unit, value in occupancy_rates(result.dataset).items() if not math.isnan(value)}
    if not rates:
        return Unavailable(NO_OCCUPANCY)
    ordered = sorted(rates, key=lambda unit: -rates[unit])
    least = rates[ordered[min(count, len(ordered)) - 1]]
    best = [unit for unit in ordered if rates[unit] >= least][:10]
    median = float(np.median(list(rates.values())))
    rows: list[dict[str, Any]] = [
        {
            "label": setting.text(result.dataset.unit(unit).name),
            "value": rates[unit],
            "text": setting.percent(rates[unit], 1),
            "emphasis": True,
        }
        for unit in best
    ]
    overall = setting.say("全部园区的中位数", f"Median of all {setting.noun()}")
    rows.append({"label": overall, "value": median, "text": setting.percent(median, 1)})
    low, high = setting.percent(rates[best[-1]], 1), setting.percent(rates[best[0]], 1)
    title = setting.say(
        f"入驻率最高的{len(best)}家为{low}至{high}，全部园区的中位数为{setting.percent(median, 1)}",
        f"The {len(best)} fullest {setting.noun(len(best))} reach {low} to {high}, against a median of "
        f"{setting.percent(median, 1)}",
    )
    words = Words(
        title,
        setting.say(f"入驻率，n = {len(rates)}", f"Occupancy rate, n = {len(rates)}"),
        _line(result.dataset, setting, "occupancy", "vacancy"),
        described(setting, [(str(row["label"]), str(row["text"])) for row in rows]),
    )
    return setting.chart("occupancy-top", "bars", {"rows": rows, "maximum": 100}, words)


def vacancy_by_age(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the median vacancy of each class of operating age."""
    variable = find_variable(dataset, "age")
    ages = numbers(dataset, "age", cut_off=setting.cut_off)
    classes = () if variable is None else variable.classes
    groups = {
        setting.text(option.name): [unit for unit, age in ages.items() if not math.isnan(age) and option.holds(age)]
        for option in classes
    }
    measured = ("运营年限", "operating age")
    return _medians("vacancy-by-age", "columns", groups, dataset, setting, measured=measured)


def vacancy_by_place(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the median vacancy of coastal and inland units, and of each region, the emptiest region first."""
    shore: Callable[[str], bool | None] = dataset.coastal
    units = [unit.code for unit in dataset.units]
    groups = {
        setting.say("沿海城市", "Coastal cities"): [unit for unit in units if shore(unit) is True],
        setting.say("非沿海城市", "Other cities"): [unit for unit in units if shore(unit) is False],
    }
    rates = numbers(dataset, "vacancy")
    regions: dict[str, list[str]] = {}
    for unit in units:
        regions.setdefault(dataset.region_of(unit), []).append(unit)
    named = {setting.text(region_name(code)): members for code, members in regions.items() if code}
    groups |= dict(sorted(named.items(), key=lambda item: -_median(item[1], rates)))
    chart = _medians("vacancy-by-place", "bars", groups, dataset, setting, measured=("所在地", "place"))
    shores = [_median(members, rates) for members in list(groups.values())[:2]]
    return (
        chart
        if isinstance(chart, Unavailable) or min(shores) < 0
        else replace(chart, title=_shore_title(shores, setting))
    )


def _shore_title(medians: Sequence[float], setting: Setting) -> str:
    """Return how vacancy differs between the coast and the rest of the country."""
    coast, rest = (setting.percent(value, 1) for value in medians)
    if abs(medians[0] - medians[1]) < 1:
        return setting.say(
            f"沿海与其他城市的空置率相近（中位数{coast}与{rest}）",
            f"Vacancy is much the same on the coast and elsewhere (medians {coast} and {rest})",
        )
    emptier = medians[1] > medians[0]
    return setting.say(
        f"非沿海城市的空置率{'高' if emptier else '低'}于沿海城市（中位数{rest}对{coast}）",
        f"Parks away from the coast are {'emptier' if emptier else 'fuller'} than those on it "
        f"(medians {rest} and {coast})",
    )


def _median(units: list[str], rates: Mapping[str, float]) -> float:
    present = [rates[unit] for unit in units if _known(rates, unit)]
    return float(np.median(present)) if present else -1.0


def _medians(
    name: str,
    kind: str,
    groups: Mapping[str, list[str]],
    dataset: Dataset,
    setting: Setting,
    *,
    measured: tuple[str, str],
) -> Chart | Unavailable:
    """Return the median vacancy of groups of units, each with its n."""
    rates = numbers(dataset, "vacancy")
    rows = [
        {
            "label": label,
            "value": median,
            "text": setting.percent(median, 1),
            "note": f"n = {sum(_known(rates, unit) for unit in members)}",
        }
        for label, members in groups.items()
        if (median := _median(members, rates)) >= 0
    ]
    if not rows:
        return Unavailable(NO_VACANCY)
    high = max(rows, key=lambda row: float(str(row["value"])))
    low = min(rows, key=lambda row: float(str(row["value"])))
    n = len({unit for members in groups.values() for unit in members if _known(rates, unit)})
    zh, en = measured
    title = setting.say(
        f"空置率的中位数以“{high['label']}”最高（{high['text']}），“{low['label']}”最低（{low['text']}）",
        f"Vacancy is highest for “{high['label']}” ({high['text']}) and lowest for “{low['label']}” ({low['text']})",
    )
    subtitle = setting.say(f"按{zh}分组的空置率中位数，n = {n}", f"Median vacancy rate by {en}, n = {n}")
    alt = described(setting, [(str(row["label"]), f"{row['text']} ({row['note']})") for row in rows], title)
    words = Words(title, subtitle, _line(dataset, setting, "vacancy", "occupancy", "age"), alt)
    return setting.chart(name, kind, {"rows": rows, "maximum": 100}, words)


def _line(dataset: Dataset, setting: Setting, *codes: str) -> str:
    """Return the source line of answers to these questions."""
    used = {variable.code for code in codes if (variable := find_variable(dataset, code)) is not None}
    addresses = {address: None for row in dataset.answers if row.variable in used for address in row.source}
    return source_line(dataset, tuple(addresses), setting, computed=True)
