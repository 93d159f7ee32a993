"""What lies behind the scores: values before and after treatment, correlations, nominal and effective weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.correlations import Correlation, correlate_columns
from parkindex.analysis.importance import FamilyImportance, weigh_up
from parkindex.analysis.treated import Treated, treated
from parkindex.charts.limits import MOST_PROFILES, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import result_line
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.wording import agree
from parkindex.framework.model import Indicator
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.charts.chart import Chart
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result

NOT_TREATED = Unavailable(
    Text(zh="本版的默认方法不处理异常值。", en="The default method of this edition treats no outliers."), "remark"
)
NOTHING_MOVED = Unavailable(
    Text(
        zh="没有指标的分布触发异常值处理的规则，因此没有改动任何值。",
        en="No indicator has a distribution that calls for treatment, so that no value is moved.",
    ),
    "remark",
)
TOO_FEW = Text(zh="不足三家园区或两个指标，无法计算相关。", en="Correlations need three units and two indicators.")
NOT_A_SUM = Unavailable(
    Text(
        zh="默认方法的合成不是相加，总分的方差不能无余地分摊给各一级指标。",
        en="The default method does not add up, so that the variance of the index is not shared out among the pillars.",
    ),
    "remark",
)
NO_SHARES = Text(zh="无法计算有效权重：", en="Effective weights cannot be had: ")


def treated_indicators(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return every treated indicator as two strips, before and after, with the moved points marked."""
    chosen = result.method.method.treatment
    if chosen.name == "none" and all(other.name == "none" for other in chosen.nodes.values()):
        return NOT_TREATED
    found = treated(result)
    columns = np.flatnonzero(found.moved.any(axis=0))
    if not len(columns):
        return NOTHING_MOVED
    kept, left_out = shown([int(column) for column in columns], 12, setting)
    panels = [_panel(result, found, column, setting) for column in kept]
    data = {"panels": panels, "before": setting.say("处理前", "Before"), "after": setting.say("处理后", "After")}
    n = len(result.units)
    subtitle = setting.say(
        f"处理前后的指标值，每点一家园区，n = {n}；红点为移动的值",
        f"Values before and after treatment, a point a {setting.noun(1)}, n = {n}; moved values in red",
    )
    pairs = [(str(panel["label"]), str(panel["note"])) for panel in panels]
    words = Words(
        _treated_title(result, found, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, pairs),
    )
    return setting.chart("treated-indicators", "strips", data, words)


def _treated_title(result: Result, found: Treated, setting: Setting) -> str:
    points = int(np.count_nonzero(found.moved))
    names = [
        setting.text(result.framework.node(found.entries[k]).name) for k in np.flatnonzero(found.moved.any(axis=0))
    ]
    values = int(np.count_nonzero(~np.isnan(found.before)))
    listed = setting.names(names, shown=3)
    return setting.say(
        f"异常值处理移动了{values}个值中的{points}个，涉及{listed}",
        f"Treatment moves {number_word(points)} of {setting.number(values, 0)} values, in {listed}",
    )


def _panel(result: Result, found: Treated, column: int, setting: Setting) -> dict[str, Any]:
    """Return one indicator; both strips are on one scale unless every value was transformed."""
    before, after, moved = found.before[:, column], found.after[:, column], found.moved[:, column]
    present = np.flatnonzero(~np.isnan(before))
    linked = int(np.count_nonzero(moved)) < len(present)
    shorts = [setting.text(result.dataset.unit(unit).short) for unit in found.units]
    points = [
        {
            "before": float(before[row]),
            "after": float(after[row]),
            "moved": bool(moved[row]) and linked,
            "label": shorts[row],
        }
        for row in present
    ]
    count = int(np.count_nonzero(moved))
    if linked:
        names = setting.names([shorts[row] for row in np.flatnonzero(moved)], shown=3)
        note = setting.say(f"移动{count}个值：{names}", f"{number_word(count)} {agree(count, 'value')} moved: {names}")
    else:
        note = setting.say("全部值经过变换，两条各有刻度", "all values transformed; each strip has its own scale")
    ends = _ends(before[present], setting)
    return {
        "label": _with_unit(result, found.entries[column], setting),
        "note": note,
        "points": points,
        "before": ends,
        "after": ends if linked else _ends(after[present], setting),
        "linked": linked,
    }


def _ends(values: FloatArray, setting: Setting) -> dict[str, Any]:
    low, high = float(values.min()), float(values.max())
    return {"minimum": low, "maximum": high, "low": setting.number(low), "high": setting.number(high)}


def _with_unit(result: Result, code: str, setting: Setting) -> str:
    """Return the name of a node with its unit of measure, where it has one."""
    node = result.framework.node(code)
    name = setting.text(node.name)
    return name + (setting.bracketed(setting.text(node.unit_of_measure)) if isinstance(node, Indicator) else "")


def correlation_map(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return the correlations of the entries on their common scale, pair by pair, as a triangle."""
    kept, left_out = shown(result.entries, MOST_PROFILES, setting)
    found = correlate_columns(result, kept)
    pairs = [pair for pair in found if not math.isnan(pair.coefficient)]
    if not pairs:
        return Unavailable(TOO_FEW)
    values = _matrix(kept, found)
    names = {code: setting.text(result.framework.node(code).name) for code in kept}
    data = {
        "labels": list(names.values()),
        # the shade says how strong, the sign stands in the cell
        "values": [[None if value is None else abs(value) for value in row] for row in values],
        "texts": [
            ["" if value is None else setting.number(round(value, 2) + 0.0, 2) for value in row] for row in values
        ],
        "minimum": 0,
        "maximum": 1,
        "low": "0",
        "high": "±1",
    }
    counts = sorted({pair.n for pair in pairs})
    n = str(counts[0]) if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    subtitle = setting.say(
        f"标准化得分的皮尔逊相关系数，n = {n}", f"Pearson correlations of the normalised scores, n = {n}"
    )
    strongest = sorted(pairs, key=lambda pair: -abs(pair.coefficient))[:5]
    told = [(f"{names[pair.node]}–{names[pair.other]}", setting.number(pair.coefficient, 2)) for pair in strongest]
    words = Words(
        _correlation_title(pairs, names, setting),
        setting.joined([subtitle, left_out]),
        result_line(result, setting),
        described(setting, told, setting.say("最强的几对", "The strongest pairs")),
    )
    return setting.chart("correlations", "similarity", data, words)


def _correlation_title(pairs: Sequence[Correlation], names: dict[str, str], setting: Setting) -> str:
    """Return which pair is strongest, and how many pairs can be told from none."""
    first = max(pairs, key=lambda pair: abs(pair.coefficient))
    sure = sum(pair.p_value <= 0.05 for pair in pairs)
    strength = setting.number(first.coefficient, 2)
    a, b = names[first.node], names[first.other]
    return setting.say(
        f"“{a}”与“{b}”相关最强（{strength}）；{len(pairs)}对中有{sure}对在5%水平上显著",
        f"“{a}” and “{b}” go together most ({strength}); {sure} of {len(pairs)} pairs are significant at 5%",
    )


def _matrix(codes: Sequence[str], found: Sequence[Correlation]) -> list[list[float | None]]:
    """Return the coefficients as a square, None on the diagonal and where there is none."""
    place = {code: k for k, code in enumerate(codes)}
    square: list[list[float | None]] = [[None] * len(codes) for _ in codes]
    for pair in found:
        value = None if math.isnan(pair.coefficient) else pair.coefficient
        square[place[pair.node]][place[pair.other]] = square[place[pair.other]][place[pair.node]] = value
    return square


def effective_weights(result: Result, setting: Setting) -> Chart | Unavailable:
    """Return what each pillar is said to weigh beside its share of the variance of the index."""
    found = next((family for family in weigh_up(result, node=result.nodes[0])), None)
    if found is None:
        return Unavailable(Text(zh="不足两项一级指标有得分。", en="Fewer than two pillars have scores."))
    if not found.linear:
        return NOT_A_SUM
    if any(math.isnan(child.effective) for child in found.children):
        return Unavailable(Text(zh=NO_SHARES.zh + found.message, en=NO_SHARES.en + found.message))
    names = {child.node: setting.text(result.framework.node(child.node).name) for child in found.children}
    rows = [
        {
            "label": names[child.node],
            "value": None,
            "text": "",
            "values": [max(100 * child.nominal, 0.0), max(100 * child.effective, 0.0)],
            "texts": [setting.percent(100 * child.nominal, 1), setting.percent(100 * child.effective, 1)],
        }
        for child in found.children
    ]
    series = [
        {"name": setting.say("名义权重", "Nominal weight")},
        {"name": setting.say("占总分方差", "Share of variance")},
    ]
    subtitle = setting.say(
        f"框架所列权重与占总分方差的份额，n = {found.n}",
        f"Weights as stated and shares of the variance of the index, n = {found.n}",
    )
    pairs = [(str(row["label"]), " / ".join(row["texts"])) for row in rows]  # type: ignore[arg-type]
    words = Words(
        _effective_title(found, names, setting),
        subtitle,
        result_line(result, setting),
        described(setting, pairs, setting.say("名义权重与有效权重", "Nominal and effective weights")),
    )
    return setting.chart("effective-weights", "bars", {"rows": rows, "series": series}, words)


def _effective_title(found: FamilyImportance, names: dict[str, str], setting: Setting) -> str:
    """Return the pillar whose share of variance lies farthest from its weight."""
    farthest = max(found.children, key=lambda child: abs(child.effective - child.nominal))
    name = names[farthest.node]
    stated, share = setting.percent(100 * farthest.nominal), setting.percent(100 * farthest.effective, 1)
    return setting.say(
        f"“{name}”所列权重{stated}，实际占总分差异的{share}",
        f"“{name}” is said to weigh {stated} and accounts for {share} of the differences in the index",
    )
