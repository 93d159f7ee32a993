"""Where the units stand: bars by region, province and city, the tile map, the point map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.analysis.census import Count, by_level, by_region, leading_groups
from parkindex.charts.limits import MOST_BARS, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.tiles import TILES
from parkindex.charts.wording import agree
from parkindex.evidence.regions import region_name
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset

Named = tuple[tuple[str, Count], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A level of places in words: its Chinese noun and measure word, its English noun."""

    zh: str
    en: str
    measure: str


REGION = Level("地区", "region", "个")
PROVINCE = Level("省级行政区", "province", "个")
CITY = Level("城市", "city", "座")

NO_PLACE = Text(zh="本版没有给出园区所在的地点。", en="This edition does not say where the units stand.")


def unit_line(dataset: Dataset, setting: Setting) -> str:
    """Return the source line of a count of units: where the units are listed; the counting is ours."""
    rows = dataset.published or dataset.observations
    return source_line(dataset, addresses_of(rows)[:1], setting, computed=True)


def places_named(dataset: Dataset, setting: Setting, counts: Sequence[Count]) -> Named:
    """Return the counts with the names of their places."""
    return tuple((setting.text(dataset.place(count.group).name), count) for count in counts)


def by_region_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the units by region."""
    named = tuple((setting.text(region_name(count.group)), count) for count in by_region(dataset))
    return _bars("parks-by-region", named, dataset, setting, REGION)


def by_province_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the units by province."""
    named = places_named(dataset, setting, by_level(dataset, "province"))
    return _bars("parks-by-province", named, dataset, setting, PROVINCE)


def by_city_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the units by city."""
    named = places_named(dataset, setting, by_level(dataset, "city"))
    return _bars("parks-by-city", named, dataset, setting, CITY)


def leading_title(named: Named, setting: Setting, level: Level) -> str:
    """Return who holds at least half of the units, or that nobody stands out."""
    total = sum(count.count for _, count in named)
    names = {count.group: name for name, count in named}
    leaders = leading_groups([count for _, count in named])
    held = sum(count.count for count in leaders)
    whole = f"{total} {setting.noun(total)}"
    if len(named) == 1:
        return (
            setting.say(
                f"{setting.units(total)}全部位于{named[0][0]}",
                f"All {whole} stand in {named[0][0]}" if total > 1 else "",
            )
            or f"The only {setting.noun(1)} stands in {named[0][0]}"
        )
    if len(leaders) > 4:
        most = named[0][1].count
        return setting.say(
            f"{setting.units(total)}分散在{len(named)}{level.measure}{level.zh}，最多的一处有{most}家",
            f"The {whole} are spread over {len(named)} {agree(len(named), level.en)}; none has more than {most}",
        )
    listing = setting.names([names[count.group] for count in leaders])
    many = len(leaders) > 1
    verb = "stands" if held == 1 else "stand"
    return setting.say(
        f"{total}家中有{held}家位于{listing}{f'这{len(leaders)}{level.measure}{level.zh}' if many else ''}",
        f"{number_word(held, capital=True)} of {whole} {verb} in {listing}"
        if many
        else f"{number_word(held, capital=True)} of {whole} {verb} in one {level.en}, {listing}",
    )


def _bars(name: str, named: Named, dataset: Dataset, setting: Setting, level: Level) -> Chart | Unavailable:
    """Return counts of units as bars, the greatest first."""
    if not named:
        return Unavailable(NO_PLACE)
    total = sum(count.count for _, count in named)
    kept, left_out = shown(named, MOST_BARS, setting)
    half = {count.group for count in leading_groups([count for _, count in named])}
    emphasis = len(half) <= 4 and len(half) < len(named)
    rows = [
        {
            "label": label,
            "value": count.count,
            "text": setting.number(count.count, 0),
            "note": setting.percent(100 * count.count / total, 1),
            "emphasis": emphasis and count.group in half,
        }
        for label, count in kept
    ]
    measured = setting.say(
        f"按{level.zh}统计的园区数量与占比，n = {total}",
        f"Number and share of {setting.noun()} by {level.en}, n = {total}",
    )
    alt = described(
        setting,
        [(label, setting.number(count.count, 0)) for label, count in kept],
        setting.say(f"各{level.zh}的园区数量", f"{setting.noun().capitalize()} by {level.en}"),
    )
    words = Words(
        leading_title(named, setting, level), setting.joined([measured, left_out]), unit_line(dataset, setting), alt
    )
    return setting.chart(name, "bars", {"rows": rows}, words)


def tile_map_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the units by province as a grid of 34 tiles."""
    counts = {dataset.place(count.group).gbt2260: count.count for count in by_level(dataset, "province")}
    if not counts:
        return Unavailable(NO_PLACE)
    total = sum(counts.values())
    words = Words(
        setting.say(
            f"34个省级行政区中有{len(counts)}个拥有园区",
            f"{number_word(len(counts), capital=True)} of 34 provincial divisions "
            f"{agree(len(counts), 'has')} a {setting.noun(1)}",
        ),
        setting.say(
            f"各省级行政区的园区数量，n = {total}；示意图，方格大小与面积无关，不表示边界",
            f"Number of {setting.noun()} by provincial division, n = {total}; "
            "a schematic grid, without areas or boundaries",
        ),
        unit_line(dataset, setting),
        _tiles_alt(counts, setting, setting.say("方格地图", "Tile map")),
    )
    return setting.chart("parks-tile-map", "tile_map", {"tiles": tiles(setting, counts)}, words)


def tiles(setting: Setting, values: dict[str, int], text: Callable[[int], str] = str) -> list[dict[str, object]]:
    """Return the 34 tiles with a value each, 0 where there is none."""
    return [
        {
            "code": tile.code,
            "label": setting.text(tile.name),
            "row": tile.row,
            "column": tile.column,
            "value": values.get(tile.code, 0),
            "text": text(values[tile.code]) if values.get(tile.code) else "",
        }
        for tile in TILES
    ]


def _tiles_alt(values: dict[str, int], setting: Setting, head: str) -> str:
    """Name every tile that has a value, the greatest first."""
    names = {tile.code: setting.text(tile.name) for tile in TILES}
    ordered = sorted(values.items(), key=lambda item: -item[1])
    return described(setting, [(names.get(code, code), str(value)) for code, value in ordered], head)


def point_map_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the cities of the units by longitude and latitude."""
    counts = by_level(dataset, "city")
    located = [(dataset.place(count.group), count) for count in counts]
    placed = [(city, count) for city, count in located if city.longitude is not None and city.latitude is not None]
    if not placed:
        return Unavailable(Text(zh="本版没有城市坐标。", en="This edition has no coordinates of cities."))
    kept, left_out = shown(placed, 2 * MOST_BARS, setting)
    points = [
        {
            "longitude": city.longitude,
            "latitude": city.latitude,
            "label": f"{setting.text(city.name)} {count.count}",
            "value": count.count,
            "hollow": city.coastal is False,
        }
        for city, count in kept
    ]
    coast = {city.coastal for city, _ in kept} >= {True, False}
    key = [setting.say("沿海城市", "Coastal"), setting.say("非沿海城市", "Not coastal")] if coast else []
    total = sum(count.count for _, count in placed)
    shore = sum(count.count for city, count in placed if city.coastal)
    known = sum(count.count for city, count in placed if city.coastal is not None)
    subtitle = setting.joined(
        [
            setting.say(
                f"园区所在的{len(placed)}座城市，点的面积与园区数量成正比，n = {total}",
                f"The {len(placed)} {agree(len(placed), 'city')} with {setting.noun()}; "
                f"area in proportion to their number, n = {total}",
            ),
            setting.say("城市坐标为近似值，不画边界", "coordinates are approximate, no boundaries are drawn"),
            left_out,
        ]
    )
    words = Words(
        _shore_title(shore, known, len(placed), setting),
        subtitle,
        unit_line(dataset, setting),
        described(
            setting,
            [(setting.text(city.name), str(count.count)) for city, count in kept],
            setting.say("点位图", "Point map"),
        ),
    )
    return setting.chart("parks-point-map", "point_map", {"points": points, "key": key}, words)


def _shore_title(shore: int, known: int, cities: int, setting: Setting) -> str:
    """Return how many units stand on the coast, or only in how many cities where nothing says so."""
    if not known:
        return setting.say(
            f"园区分布在{cities}座城市", f"The {setting.noun()} stand in {cities} {agree(cities, 'city')}"
        )
    share = setting.percent(100 * shore / known, 1)
    return setting.say(
        f"{known}家中有{shore}家位于沿海城市，占{share}",
        f"{number_word(shore, capital=True)} of {known} {setting.noun(known)} "
        f"{agree(shore, 'stands')} in coastal cities, {share}",
    )
