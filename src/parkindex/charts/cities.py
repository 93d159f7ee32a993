"""Cities by a number of their own: universities, high-tech firms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.analysis.answers import find_variable, place_numbers
from parkindex.charts.limits import MOST_BARS, shown
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import source_line
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset, OrderEntry


@dataclass(frozen=True, slots=True)
class CityMeasure:
    """A figure of cities: its name, the question behind it, and the printed order of the same."""

    name: str
    variable: str
    order: str
    missing: Text


UNIVERSITIES = CityMeasure(
    "universities",
    "universities",
    "universities",
    Text(
        zh="各城市的一流高校数量无法成图：原报告的文本只有前几名的次序（见表），没有数值。",
        en="The number of leading universities by city cannot be drawn: the text of the source has only the order of "
        "the first cities (see the table).",
    ),
)
HIGH_TECH_FIRMS = CityMeasure(
    "high-tech-firms",
    "high_tech_firms",
    "high-tech-firms",
    Text(
        zh="各城市的高新技术企业数量无法成图：原报告的文本只有前几名的次序（见表），没有数值。",
        en="The number of high-tech firms by city cannot be drawn: the text of the source has only the order of the "
        "first cities (see the table).",
    ),
)


def order_entries(dataset: Dataset, order: str) -> list[OrderEntry]:
    """Return the positions of a printed order; hyphens and underscores in its code mean the same."""
    rows = [row for row in dataset.order_entries if row.order.replace("_", "-") == order.replace("_", "-")]
    return sorted(rows, key=lambda row: row.position)


def city_chart(dataset: Dataset, setting: Setting, measure: CityMeasure) -> Chart | Unavailable:
    """Return the cities with a value as bars, the greatest first."""
    variable = find_variable(dataset, measure.variable)
    values = place_numbers(dataset, measure.variable)
    if variable is None or not values:
        reason = measure.missing
        if not order_entries(dataset, measure.order):
            reason = Text(zh="本版没有各城市的数值。", en="This edition has no values by city.")
        return Unavailable(reason)
    kept, left_out = shown(list(values.items()), MOST_BARS, setting)
    rows = [
        {"label": setting.text(dataset.place(code).name), "value": value, "text": setting.number(value)}
        for code, value in kept
    ]
    unit = setting.text(variable.unit_of_measure) if variable.unit_of_measure else ""
    first, last = rows[0], list(values.values())[-1]
    title = setting.say(
        f"{variable.name.zh}以{first['label']}最多（{first['text']}{unit}）",
        f"{first['label']} leads in {variable.name.en.lower()} with {first['text']}",
    )
    spread = setting.say(
        f"各城市{variable.name.zh}，单位：{unit}，n = {len(values)}座城市，最少{setting.number(last)}",
        f"{variable.name.en} by city, n = {len(values)} cities, the fewest {setting.number(last)}",
    )
    answers = [row for code in values for row in dataset.answers_of(code, variable.code)]
    addresses = tuple(dict.fromkeys(address for row in answers for address in row.source))
    words = Words(
        title,
        setting.joined([spread, left_out]),
        source_line(dataset, addresses, setting),
        described(setting, [(str(row["label"]), str(row["text"])) for row in rows], setting.text(variable.name)),
    )
    return setting.chart(measure.name, "bars", {"rows": rows}, words)
