"""Two methods beside each other: the ranks as a slope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.comparison import Comparison, compare
from parkindex.charts.limits import MOST_UNITS, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import result_line
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.wording import agree
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.index import Result

NO_SECOND = Text(zh="本版只有一种方法。", en="This edition has one method only.")


def method_shifts(first: Result, second: Result, setting: Setting) -> Chart | Unavailable:
    """Return the ranks under both methods, the units that move emphasised by the size of their move."""
    found = compare(first, second)
    if not found.shifts:
        return Unavailable(Text(zh="没有可比较的园区。", en="There is no unit to compare."))
    kept, left_out = shown(found.shifts, MOST_UNITS, setting)
    dataset = first.dataset
    largest = max((abs(each.shift or 0) for each in found.shifts), default=0)
    rows = [
        {
            "label": setting.text(dataset.unit(each.unit).short),
            "left": each.first_rank,
            "right": each.second_rank,
            "left_text": "–" if each.first_rank is None else str(each.first_rank),
            "right_text": "–" if each.second_rank is None else str(each.second_rank),
            "emphasis": largest > 0 and abs(each.shift or 0) == largest,
        }
        for each in kept
    ]
    data = {"left": setting.text(first.method.title), "right": setting.text(second.method.title), "rows": rows}
    tau = setting.number(found.kendall, 3)
    subtitle = setting.say(
        f"两种方法下的名次，肯德尔τ = {tau}，n = {len(found.shifts)}；蓝线向上为升，红线向下为降",
        f"Ranks under two methods, Kendall’s tau = {tau}, n = {len(found.shifts)}; blue lines rise, red lines fall",
    )
    pairs = [(str(row["label"]), f"{row['left_text']}→{row['right_text']}") for row in rows]
    words = Words(
        shift_title(first, found, setting),
        setting.joined([subtitle, left_out]),
        result_line(first, setting),
        described(setting, pairs, setting.say("名次变化", "Ranks")),
    )
    return setting.chart("method-shifts", "slope", data, words)


def shift_title(first: Result, found: Comparison, setting: Setting) -> str:
    """Return how many units move, who moves most, and how many change tier."""
    moved = found.moved
    if not moved:
        return setting.say("换一种方法，名次全部不变", "Under the second method no rank changes")
    most = abs(moved[0].shift or 0)
    names = [setting.text(first.dataset.unit(each.unit).short) for each in moved if abs(each.shift or 0) == most]
    total, changes = len(found.shifts), len(found.tier_changes)
    return setting.say(
        f"换一种方法，{total}家中有{len(moved)}家名次变动，"
        f"{setting.names(names, shown=2)}变动最大（{most}位），{changes}家换了梯队",
        f"Under the second method {number_word(len(moved))} of {total} {setting.noun(total)} change rank, "
        f"{setting.names(names, shown=2)} most ({most} {agree(most, 'place')}), and {number_word(changes)} change tier",
    )
