"""Figures of an audit: gaps on the score line, spread within places, what columns weigh, values on a lattice."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.levels.places import grouping
from parkindex.audit.levels.spread import spreads
from parkindex.audit.tiers.tiered import Tiered
from parkindex.audit.weights.counting import shares_of
from parkindex.audit.wording import plain
from parkindex.charts.limits import MOST_UNITS, shown
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import source_line
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit import Audit, Column, Ranking
    from parkindex.charts.chart import Chart
    from parkindex.engine.arrays import FloatArray


def gaps(audit: Audit, setting: Setting) -> Chart | Unavailable:
    """Return the printed totals on one line with the printed cut-offs; the ends of the widest gaps are marked."""
    ranking = audit.publication.ranking
    total = ranking.total
    cuts = _cut_offs(ranking)
    if total is None or len(total.present) < 3 or not cuts:
        return Unavailable(Text(zh="没有总分与梯队界线可以对照。", en="No totals and cut-offs are printed."), "remark")
    order = sorted(total.present, key=lambda row: -total.values[row])
    scores = total.values[order]
    steps = scores[:-1] - scores[1:]
    widest = sorted(np.argsort(-steps, kind="stable")[: len(cuts)])
    ends = {order[place + side] for place in widest for side in (0, 1)}
    kept, remark = shown(order, MOST_UNITS, setting)
    points: list[dict[str, Any]] = [
        {
            "label": setting.text(ranking.names[row]),
            "value": float(total.values[row]),
            "text": total.printed(row),
            "tier": ranking.tiers[row] if any(ranking.tiers) else None,
            "emphasis": row in ends,
        }
        for row in kept
    ]
    midway = "" if ranking.cut_offs else setting.say("（中点）", " (midway)")
    cutoffs = [{"value": float(cut), "label": f"{cut:f}{midway}"} for cut in cuts]
    at_cuts = {_gap_of(scores, float(cut)) for cut in cuts}
    matched = sum(place in at_cuts for place in widest)
    pairs = [
        (f"{total.printed(order[place])}→{total.printed(order[place + 1])}", _points(steps[place], total, setting))
        for place in widest
    ]
    count = len(widest)
    some = f"{matched} {'lies' if matched == 1 else 'lie'}" if matched else "none lies"
    title = setting.say(
        f"最宽的{count}处间距中，{f'{matched}处' if matched else '没有一处'}落在梯队界线上",
        f"Of the {count} widest gaps between totals, {some} at a cut-off",
    )
    subtitle = setting.say(
        f"所载总分与梯队界线；突出者为最宽间距的两端，n = {len(order)}",
        f"Printed totals and cut-offs; the ends of the widest gaps stand out; n = {len(order)}",
    ) + _remarked(remark, setting)
    words = Words(
        title, subtitle, _source(audit, setting), described(setting, pairs, setting.say("最宽的间距", "Widest gaps"))
    )
    return setting.chart("audit-gaps", "score_line", {"points": points, "cutoffs": cutoffs}, words)


def _cut_offs(ranking: Ranking) -> tuple[Decimal, ...]:
    parted = ranking.total is not None and any(ranking.tiers)
    return Tiered.of(ranking).cut_offs if parted else ranking.cut_offs


def _gap_of(scores: FloatArray, cut: float) -> int:
    """Return the place of the gap in which a cut-off lies, -1 where it is outside; scores fall."""
    above = int(np.count_nonzero(scores >= cut))
    return above - 1 if 0 < above < len(scores) else -1


def _remarked(remark: str, setting: Setting) -> str:
    """Return what is left out of a figure as the end of its subtitle."""
    return setting.say(f"，{remark}", f", {remark}") if remark else ""


def _points(step: float, column: Column, setting: Setting) -> str:
    return setting.say(f"{setting.number(step, column.decimals)}分", f"{setting.number(step, column.decimals)} points")


def place_spread(audit: Audit, setting: Setting) -> Chart | Unavailable:
    """Return how far the units of one place differ in each column, in percent of how far all differ."""
    found, places = spreads(audit.publication), grouping(audit.publication).rows
    if not found:
        return Unavailable(
            Text(zh="没有同处一地的多家，无法比较地方之内的差异。", en="No place has two units: nothing to compare."),
            "remark",
        )
    names = {column.code: setting.text(column.name) for column in audit.publication.ranking.all_columns}
    rows: list[dict[str, Any]] = [
        {"label": names[code], "value": share, "text": setting.percent(share, 1), "emphasis": False}
        for code, share in found.items()
    ]
    rows.sort(key=lambda row: row["value"])
    rows[0]["emphasis"] = True
    count, n = len(places), sum(map(len, places.values()))
    title = setting.say(
        f"在同一地方之内，“{rows[0]['label']}”的差异只有全部差异的{rows[0]['text']}",
        f"Within a place “{rows[0]['label']}” varies by {rows[0]['text']} of its range over all",
    )
    subtitle = setting.say(
        f"每列在一地之内的平均极差占全部极差的份额，{count}个地方各有两家以上，n = {n}",
        f"Mean range within a place as a share of the range over all, {count} places with two units or more, n = {n}",
    )
    pairs = [(row["label"], row["text"]) for row in rows]
    words = Words(title, subtitle, _source(audit, setting), described(setting, pairs))
    return setting.chart("audit-place-spread", "bars", {"rows": rows, "maximum": 100}, words)


def lattice(audit: Audit, setting: Setting) -> Chart | Unavailable:
    """Return how far each number of a column on a grid lies from its nearest grid point, in steps of the grid."""
    ranking = audit.publication.ranking
    outcome = next((one for one in audit.of_family("lattice") if "step" in one.data), None)
    if outcome is None:
        return Unavailable(Text(zh="没有一列数值落在格点上。", en="The numbers of no column lie on a grid."), "remark")
    column = ranking.column(str(outcome.data["column"]))
    step, offset = float(outcome.data["step"]), float(outcome.data["offset"])
    rows, remark = shown(column.present, MOST_UNITS, setting)
    steps = (column.values[list(rows)] - offset) / step
    points: list[dict[str, Any]] = [
        {
            "label": setting.text(ranking.names[row]),
            "x": float(column.values[row]),
            "y": float(off),
            "text": column.printed(row),
            "tier": ranking.tiers[row] if any(ranking.tiers) else None,
        }
        for row, off in zip(rows, np.round(steps - np.round(steps), 6), strict=True)
    ]
    name, on, n = column.name, outcome.data["on"], outcome.data["n"]
    title = setting.say(
        f"“{name.zh}”的{n}个数值中有{on}个恰好落在间隔{plain(outcome.data['step'])}的格点上",
        f"{on} of the {n} numbers under “{name.en}” lie exactly on a grid of {plain(outcome.data['step'])}",
    )
    subtitle = setting.say(
        f"各数值与最近格点的距离（以格距为单位；0为恰在格点上），n = {n}",
        f"Distance of each number from the nearest point of the grid, in steps (0 lies on the grid), n = {n}",
    ) + _remarked(remark, setting)
    data = {
        "points": points,
        "x": setting.text(name),
        "y": setting.say("与格点的距离（格）", "Distance from the grid (steps)"),
        "lines": [{"axis": "y", "value": 0.0, "label": setting.say("格点", "grid")}],
    }
    off = [point for point in points if point["y"]]
    pairs = [(str(point["label"]), str(point["text"])) for point in off or points]
    words = Words(
        title,
        subtitle,
        _source(audit, setting),
        described(setting, pairs, setting.say("不在格点上", "Off the grid") if off else ""),
    )
    return setting.chart("audit-lattice", "scatter", data, words)


def effective_weights(audit: Audit, setting: Setting) -> Chart | Unavailable:
    """Return the stated weight of each column beside its share of the points and of the variance of the total."""
    found = shares_of(audit.publication.ranking)
    if found is None:
        reason = Text(
            zh="没有由各列加总的总分与权重可以对照。", en="No weights and totals that add up columns are printed."
        )
        return Unavailable(reason, "remark")
    shares = 100 * np.column_stack([found.nominal, found.points, found.variance])
    return _weights_chart(audit, shares, found.n, setting)


def _weights_chart(audit: Audit, shares: FloatArray, n: int, setting: Setting) -> Chart:
    columns = audit.publication.ranking.columns
    rows: list[dict[str, Any]] = [
        {
            "label": setting.text(column.name),
            "value": None,
            "text": "",
            "values": [max(0.0, float(share)) for share in held],
            "texts": [setting.percent(float(share), 1) for share in held],
        }
        for column, held in zip(columns, shares, strict=True)
    ]
    series = [
        {"name": setting.say("所载权重", "stated weight")},
        {"name": setting.say("占总分", "share of the points")},
        {"name": setting.say("占总分方差", "share of the variance")},
    ]
    far = int(np.argmax(np.abs(shares[:, 2] - shares[:, 0])))
    name = columns[far].name
    weight, share = (setting.percent(float(shares[far, place]), 1) for place in (0, 2))
    title = setting.say(
        f"“{name.zh}”的权重为{weight}，却占总分方差的{share}",
        f"“{name.en}” is weighted {weight} and makes up {share} of the variance of the totals",
    )
    subtitle = setting.say(
        f"各列的所载权重、占全部得分的份额与占总分方差的份额，n = {n}",
        f"Stated weight of each column, its share of all points and of the variance of the totals, n = {n}",
    )
    pairs = [(row["label"], "/".join(row["texts"])) for row in rows]
    words = Words(title, subtitle, _source(audit, setting), described(setting, pairs))
    return setting.chart("audit-weights", "bars", {"rows": rows, "series": series}, words)


def _source(audit: Audit, setting: Setting) -> str:
    evidence, total = audit.publication.evidence, audit.publication.ranking.total
    addresses = dict.fromkeys(total.addresses) if total else {}
    return source_line(evidence, [each for each in addresses if each], setting, computed=True)
