"""Provinces with guidance policies, on the tile grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parkindex.charts.census import tiles
from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.wording import agree
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset, Guidance, Place, Statistic

TOTAL = "provinces_with_guidance"
"""Code of the statistic that prints how many provinces have guidance policies, whether named or not."""


def printed_count(dataset: Dataset) -> Statistic | None:
    """Return the printed number of provinces with guidance policies."""
    return next((row for row in dataset.statistics if TOTAL in {row.code, row.category}), None)


def guided_provinces(dataset: Dataset) -> dict[str, list[Guidance]]:
    """Return the guidance policies by the GB/T 2260 code of their province, in the order of the table."""
    found: dict[str, list[Guidance]] = {}
    for row in dataset.guidance:
        province = province_of(dataset, row)
        if province is not None:
            found.setdefault(province.gbt2260, []).append(row)
    return found


def province_of(dataset: Dataset, row: Guidance) -> Place | None:
    """Return the province of a guidance policy."""
    return dataset.at_level(row.place, "province")


def shortfall(named: int, printed: Statistic | None, setting: Setting) -> str:
    """Return the remark that the source counts more provinces than it names, else empty."""
    if printed is None or int(printed.value) == named:
        return ""
    total = int(printed.value)
    return setting.say(f"原报告称{total}个，只点名{named}个", f"the source counts {total} and names {named}")


def guidance_map(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the named provinces as tiles, with the number of their policies."""
    found = guided_provinces(dataset)
    if not found:
        reason = Text(zh="本版没有省级指导意见的记录。", en="This edition records no guidance policies of provinces.")
        return Unavailable(reason)
    printed = printed_count(dataset)
    counts = {code: len(rows) for code, rows in found.items()}
    dated = any(row.title is not None for row in dataset.guidance)
    remark = shortfall(len(found), printed, setting)
    names = [setting.text(place.name) for row in dataset.guidance if (place := province_of(dataset, row)) is not None]
    named = list(dict.fromkeys(names))
    subtitle = setting.say(
        f"{'指导意见数量' if dated else '已点名的省级行政区'}，n = {len(found)}",
        f"{'Number of guidance policies' if dated else 'Provinces named'}, n = {len(found)}",
    )
    addresses = addresses_of([*dataset.guidance, *([printed] if printed else [])])
    data: dict[str, Any] = {"tiles": tiles(setting, counts, str if dated else _tick)}
    if remark:
        data["none"] = setting.say("未点名", "Not named")
    if not dated:
        data["some"] = setting.say("已点名", "Named")
    words = Words(
        _title(len(found), printed, setting),
        setting.joined([subtitle, remark]),
        source_line(dataset, addresses, setting),
        described(
            setting,
            [(name, setting.say("有指导意见", "has a guidance policy")) for name in named],
            setting.say("方格地图", "Tile map"),
        ),
    )
    return setting.chart("guidance-map", "tile_map", data, words)


def _tick(count: int) -> str:
    """Return a mark where the policies are not listed one by one."""
    return "✓" if count else ""


def _title(named: int, printed: Statistic | None, setting: Setting) -> str:
    """Return how many provinces have a guidance policy, as counted and as named."""
    if printed is None or int(printed.value) == named:
        return setting.say(
            f"{named}个省级行政区出台了指导意见",
            f"{number_word(named, capital=True)} {agree(named, 'province')} {agree(named, 'has')} guidance policies",
        )
    total = int(printed.value)
    return setting.say(
        f"原报告称{total}个省市出台了指导意见，点名的只有{named}个",
        f"{number_word(total, capital=True)} provinces are said to have guidance policies; "
        f"{number_word(named)} {agree(named, 'is')} named",
    )
