"""The tile grid of provincial divisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.tiles import TILES

if TYPE_CHECKING:
    from parkindex.edition import Edition

PLACE = {tile.name.zh: (tile.row, tile.column) for tile in TILES}


def test_all_34_divisions_have_a_tile_of_their_own() -> None:
    assert len(TILES) == 34
    assert len({tile.code for tile in TILES}) == 34
    assert len({(tile.row, tile.column) for tile in TILES}) == 34
    assert {"台湾", "香港", "澳门", "西藏", "新疆"} <= set(PLACE)


def test_the_grid_keeps_the_points_of_the_compass() -> None:
    row = {name: place[0] for name, place in PLACE.items()}
    column = {name: place[1] for name, place in PLACE.items()}
    assert row["黑龙江"] < row["北京"] < row["山东"] < row["浙江"] < row["广东"] < row["海南"]
    assert column["新疆"] < column["甘肃"] < column["河北"] < column["天津"]
    assert column["四川"] < column["重庆"] < column["湖北"] < column["安徽"] < column["江苏"] < column["上海"]


def test_codes_are_those_of_the_provinces_of_2019(report_2019: Edition) -> None:
    codes = {tile.code: tile.name.zh for tile in TILES}
    for place in report_2019.dataset.places:
        if place.level == "province":
            assert codes[place.gbt2260] == place.name.zh
