"""Tables of the result: the ranking with the second method beside it, tiers, leaders, and how the two methods agree."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.comparison import Comparison, Shift, compare
from parkindex.analysis.gaps import within
from parkindex.charts.comparison import NO_SECOND
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import NO_RANKING, cut_offs, ranked_units, result_line, score_text
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.tier_names import tier_name
from parkindex.charts.wording import agree
from parkindex.framework.text import Text
from parkindex.publishing.document import Cell
from parkindex.publishing.shared import second_result
from parkindex.publishing.tables.building import (
    mark_head,
    number,
    number_head,
    percent,
    signed,
    table,
    text_head,
    words,
)
from parkindex.publishing.tables.firmness import firmness_cells, firmness_heads, firmness_note

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.document import Column, Table


def ranking(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every unit, best first, with its pillars and total; rank and shift of the second method stand beside."""
    result, second = edition.result(), second_result(edition)
    ranked = ranked_units(result)
    if not ranked:
        return Unavailable(NO_RANKING)
    shifts = {} if second is None else {shift.unit: shift for shift in compare(result, second).shifts}
    found = edition.uncertainty()
    cells = [_ranking_row(result, found, unit, shifts.get(unit), setting) for unit in ranked]
    unranked = [setting.text(edition.dataset.unit(unit).name) for unit in result.units if result.rank(unit) is None]
    marks = {cell.mark for row in cells for cell in row}
    notes = [
        setting.say("† 由所在地借用的数值", "† lent by the place of the unit") if "†" in marks else "",
        setting.say("‡ 含插补的数值", "‡ rests on imputed values") if "‡" in marks else "",
        setting.say(f"没有名次：{setting.names(unranked)}", f"Not ranked: {setting.names(unranked)}")
        if unranked
        else "",
    ]
    if second is not None:
        notes.append(
            setting.say(
                f"右侧两列为“{second.method.title.zh}”的名次及其与本表名次之差（正数为上升），两种方法的分数不可混用",
                f"The last two columns: rank under “{second.method.title.en}” and shift against this table (plus: up); "
                "scores of the two methods must not be mixed",
            )
        )
    if found is not None:
        notes.append(firmness_note(edition, found, setting))
    body = (_ranking_columns(result, found, second, setting), cells)
    return table("ranking", _ranking_title(result, ranked, setting), body, result_line(result, setting), notes)


def _ranking_columns(
    result: Result, found: Uncertainty | None, second: Result | None, setting: Setting
) -> list[Column]:
    """Return the heads of the ranking."""
    points = setting.say("分", "points")
    columns = [
        number_head(setting, "名次", "Rank", share=0.5),
        text_head(setting, "园区", setting.noun(1).capitalize(), 2.6 if setting.language == "zh" else 3.5),
        text_head(setting, "城市", "City", 0.8),
        mark_head(setting, "梯队", "Tier", 1.0 if setting.language == "zh" else 0.7),
        *(number_head(setting, pillar.name.zh, pillar.name.en, points, 0.8) for pillar in result.framework.pillars),
        number_head(setting, "总分", "Total", points, 0.8),
    ]
    if found is not None:
        columns += firmness_heads(found, setting)
    if second is not None:
        columns += [
            number_head(setting, "另法名次", "Other rank", share=0.75),
            number_head(setting, "升降", "Shift", share=0.5),
        ]
    return columns


def _ranking_row(
    result: Result, found: Uncertainty | None, unit: str, shift: Shift | None, setting: Setting
) -> list[Cell]:
    """Return one unit."""
    city = result.dataset.city_of(unit)
    tier = result.tier(unit)
    cells = [
        words(str(result.rank(unit))),
        words(setting.text(result.dataset.unit(unit).name)),
        words(setting.text(city.name) if city else ""),
        Cell(tier_name(tier, setting), tier=tier),
        *(_score(result, unit, pillar.code, setting) for pillar in result.framework.pillars),
        words(score_text(result, result.score(unit), setting), strong=True),
    ]
    if found is not None:
        cells += firmness_cells(result, found, unit)
    if shift is not None:
        cells += [number(setting, shift.second_rank), signed(setting, shift.shift)]
    return cells


def _score(result: Result, unit: str, node: str, setting: Setting) -> Cell:
    """Return a pillar score, with a mark where it was lent or rests on imputed values."""
    row = result.row(unit)
    below = [
        place
        for place, code in enumerate(result.nodes)
        if code == node or node in result.framework.ancestors(code)
    ]  # fmt: skip
    imputed = bool(result.outcome.imputed[row, below].any())
    lent = result.matrix.lent_from[row, result.column_of(node)] is not None
    return Cell(score_text(result, result.score(unit, node), setting), mark="‡" if imputed else "†" if lent else "")


def _ranking_title(result: Result, ranked: list[str], setting: Setting) -> str:
    """Return the first and the last, and the span between them."""
    first, last = ranked[0], ranked[-1]
    names = [setting.text(result.dataset.unit(unit).short) for unit in (first, last)]
    scores = [score_text(result, result.score(unit), setting) for unit in (first, last)]
    return setting.say(
        f"总分从{names[0]}的{scores[0]}到{names[1]}的{scores[1]}，共{len(ranked)}家",
        f"Totals run from {scores[0]} ({names[0]}) down to {scores[1]} ({names[1]}), n = {len(ranked)}",
    )


def tier_profiles(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return each tier with its cut-off, its members, and its medians."""
    result = edition.result()
    spreads = within(result.column(), result.tiers)
    if not spreads:
        return Unavailable(Text(zh="没有可以划分的梯队。", en="There are no tiers to show."))
    points = setting.say("分", "points")
    columns = [
        mark_head(setting, "梯队", "Tier", 0.8),
        number_head(setting, "园区", setting.noun().capitalize(), setting.say("家", "")),
        number_head(setting, "最低", "Lowest", points),
        number_head(setting, "最高", "Highest", points),
        number_head(setting, "中位数", "Median", points),
        *(
            number_head(setting, p.name.zh, p.name.en, setting.say("中位数", "median"), 0.8)
            for p in result.framework.pillars
        ),
        text_head(setting, "成员", "Members", 3.0),
    ]
    cells = [_tier_row(result, spread.tier, setting) for spread in spreads]
    stated = result.method.method.tiers.name == "thresholds"
    cuts = setting.names([setting.number(value, 0 if stated else 1) for value in cut_offs(result)])
    how = setting.say(
        f"分界为{cuts}分" + ("（方法规定）" if stated else "（自然断点，取相邻两家的中点）"),
        f"Cut-offs: {cuts} points"
        + (" (stated by the method)" if stated else " (natural breaks, midway between neighbours)"),
    )
    zh = "，".join(f"{tier_name(spread.tier, setting)}有{spread.count}家" for spread in spreads)
    first, *rest = spreads
    others = [f"{number_word(spread.count)} in {tier_name(spread.tier, setting)}" for spread in rest]
    opening = (
        f"{number_word(first.count, capital=True)} of {sum(spread.count for spread in spreads)} {setting.noun()} "
        f"{agree(first.count, 'is')} in {tier_name(first.tier, setting)}"
    )
    title = setting.say(zh, setting.names([opening, *others]))
    return table("tier-profiles", title, (columns, cells), result_line(result, setting), [how if cuts else ""])


def _tier_row(result: Result, tier: int, setting: Setting) -> list[Cell]:
    """Return one tier."""
    members = result.tier_members(tier)
    rows = [result.row(unit) for unit in members]
    totals = result.column()[rows]
    medians = [_median(result.column(pillar.code)[rows]) for pillar in result.framework.pillars]
    names = [setting.text(result.dataset.unit(unit).short) for unit in members[:40]]
    return [
        Cell(tier_name(tier, setting), tier=tier, strong=True),
        number(setting, len(members)),
        words(score_text(result, float(totals.min()), setting)),
        words(score_text(result, float(totals.max()), setting)),
        words(score_text(result, float(np.median(totals)), setting)),
        *(words(score_text(result, value, setting)) for value in medians),
        words(setting.say("、", ", ").join(names)),
    ]


def _median(values: np.ndarray) -> float:
    present = values[~np.isnan(values)]
    return float(np.median(present)) if present.size else math.nan


def pillar_leaders(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return who is best and who is last in every pillar, ties included."""
    result = edition.result()
    if not ranked_units(result):
        return Unavailable(NO_RANKING)
    columns = [
        text_head(setting, "一级指标", "Pillar", 1.0),
        number_head(setting, "最高", "Highest", setting.say("分", "points")),
        text_head(setting, "领先园区", "Leading", 2.2),
        number_head(setting, "中位数", "Median", setting.say("分", "points")),
        number_head(setting, "最低", "Lowest", setting.say("分", "points")),
        text_head(setting, "末位园区", "Last", 1.6),
    ]
    cells = [_leader_row(result, pillar.code, setting) for pillar in result.framework.pillars]
    champions = {cell[2].text for cell in cells}
    title = setting.say(
        f"{len(cells)}个一级指标的领先者共有{len(champions)}组" if len(champions) > 1 else "各一级指标的领先者相同",
        f"{number_word(len(cells), capital=True)} pillars have {number_word(len(champions))} different leaders"
        if len(champions) > 1
        else "The same leader is best in every pillar",
    )
    return table("pillar-leaders", title, (columns, cells), result_line(result, setting))


def _leader_row(result: Result, node: str, setting: Setting) -> list[Cell]:
    """Return one pillar."""
    scores = result.column(node)
    low, high = float(np.nanmin(scores)), float(np.nanmax(scores))
    at = {
        end: [setting.text(result.dataset.unit(result.units[row]).short) for row in np.flatnonzero(scores == end)]
        for end in (low, high)
    }
    return [
        words(setting.text(result.framework.node(node).name)),
        words(score_text(result, high, setting)),
        words(setting.names(at[high], shown=5)),
        words(score_text(result, _median(scores), setting)),
        words(score_text(result, low, setting)),
        words(setting.names(at[low], shown=5)),
    ]


def method_comparison(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return scores, ranks and tiers of every unit under both methods."""
    first, second = edition.result(), second_result(edition)
    if second is None:
        return Unavailable(NO_SECOND)
    found = compare(first, second)
    one, other = first.method.title, second.method.title
    columns = [
        text_head(setting, "园区", setting.noun(1).capitalize(), 2.2),
        number_head(setting, f"{one.zh}：总分", f"{one.en}: total", share=0.8),
        number_head(setting, "名次", "Rank", share=0.5),
        mark_head(setting, "梯队", "Tier", 0.8),
        number_head(setting, f"{other.zh}：总分", f"{other.en}: total", share=0.8),
        number_head(setting, "名次", "Rank", share=0.5),
        mark_head(setting, "梯队", "Tier", 0.8),
        number_head(setting, "升降", "Shift", share=0.5),
    ]
    cells = [_shift_row(shift, first, second, setting) for shift in found.shifts]
    notes = [
        setting.say(
            "加粗者换了梯队；升降为正表示在后一种方法下上升",
            "Bold: changes tier; a positive shift is a rise under the second",
        )
    ]
    return table(
        "method-comparison", _top_title(first, second, setting), (columns, cells), result_line(first, setting), notes
    )


def _top_title(first: Result, second: Result, setting: Setting) -> str:
    """Return who leads under each method."""
    names = []
    for result in (first, second):
        best = [unit for unit in ranked_units(result) if result.rank(unit) == 1]
        names.append(setting.names([setting.text(result.dataset.unit(unit).short) for unit in best], shown=3))
    one, other = first.method.title, second.method.title
    if names[0] == names[1]:
        return setting.say(f"两种方法都以{names[0]}居首", f"{names[0]} comes first under both methods")
    return setting.say(
        f"按“{one.zh}”居首的是{names[0]}，按“{other.zh}”是{names[1]}",
        f"{names[0]} comes first under “{one.en}”, {names[1]} under “{other.en}”",
    )


def _shift_row(shift: Shift, first: Result, second: Result, setting: Setting) -> list[Cell]:
    """Return one unit under both methods."""
    strong = shift.changes_tier
    return [
        words(setting.text(first.dataset.unit(shift.unit).name), strong=strong),
        words(score_text(first, shift.first_score, setting)),
        number(setting, shift.first_rank),
        Cell(tier_name(shift.first_tier, setting), tier=shift.first_tier, strong=strong),
        words(score_text(second, shift.second_score, setting)),
        number(setting, shift.second_rank),
        Cell(tier_name(shift.second_tier, setting), tier=shift.second_tier, strong=strong),
        signed(setting, shift.shift),
    ]


def method_agreement(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return how far the two rankings agree, in a few measures."""
    first, second = edition.result(), second_result(edition)
    if second is None:
        return Unavailable(NO_SECOND)
    found = compare(first, second)
    total = len(found.shifts)
    top = {shift.unit for shift in found.shifts if (shift.first_rank or total + 1) <= 3}
    kept = {shift.unit for shift in found.shifts if (shift.second_rank or total + 1) <= 3}
    columns = [text_head(setting, "指标", "Measure", 2.4), number_head(setting, "数值", "Value", share=1.0)]
    cells = [
        [
            words(setting.say("肯德尔τ-b（1 = 次序相同）", "Kendall’s tau-b (1 = same order)")),
            number(setting, found.kendall, 3),
        ],
        [words(setting.say("斯皮尔曼秩相关系数", "Spearman’s rank correlation")), number(setting, found.spearman, 3)],
        [
            words(setting.say("名次变动的园区（家）", f"{setting.noun().capitalize()} that change rank")),
            words(f"{len(found.moved)} / {total}"),
        ],
        [
            words(setting.say("名次平均变动（位）", "Mean change of rank (places)")),
            number(setting, found.mean_shift, 2),
        ],
        [words(setting.say("名次最大变动（位）", "Largest change of rank (places)")), number(setting, _largest(found))],
        [
            words(setting.say("换梯队的园区（家）", f"{setting.noun().capitalize()} that change tier")),
            words(f"{len(found.tier_changes)} / {total}"),
        ],
        [
            words(
                setting.say("前三名中保留者（家）", f"{setting.noun().capitalize()} of the first three that stay there")
            ),
            words(f"{len(top & kept)} / {len(top)}"),
        ],
        [
            words(setting.say("换梯队者占比", f"Share of {setting.noun()} that change tier")),
            percent(setting, 100 * len(found.tier_changes) / total if total else math.nan),
        ],
    ]
    changed = [setting.text(first.dataset.unit(shift.unit).short) for shift in found.tier_changes]
    note = (
        setting.say(f"换梯队者：{setting.names(changed)}", f"Change tier: {setting.names(changed)}") if changed else ""
    )
    tau, close, changes = setting.number(found.kendall, 3), found.kendall >= 0.8, len(found.tier_changes)
    title = setting.say(
        f"两种方法的次序{'大体一致' if close else '有明显不同'}（τ = {tau}），{changes}家换了梯队",
        f"The two orders {'largely agree' if close else 'differ'} (tau = {tau}); {number_word(changes)} of {total} "
        f"{setting.noun(total)} change tier",
    )
    return table("method-agreement", title, (columns, cells), result_line(first, setting), [note])


def _largest(found: Comparison) -> int:
    return max((abs(shift.shift or 0) for shift in found.shifts), default=0)
