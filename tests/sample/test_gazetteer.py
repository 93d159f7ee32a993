from __future__ import annotations

import re

from parkindex.sample.gazetteer import HEADER, cities, districts, places_csv, province_of, spots

REGIONS = {
    "north_china",
    "northeast_china",
    "east_china",
    "central_china",
    "south_china",
    "southwest_china",
    "northwest_china",
}


def test_codes_are_divisions_that_lie_in_their_parents() -> None:
    for code, spot in spots().items():
        assert re.fullmatch(r"\d{6}", code)
        if spot.level == "city":
            assert spot.parent == code[:2] + "0000"
            assert spots()[spot.parent].level == "province"
        elif spot.level == "district":
            assert spot.parent == code[:4] + "00"
            assert spots()[spot.parent].level == "city"
        elif spot.level == "province":
            assert spot.parent == "100000"


def test_regions_and_coordinates_stand_where_they_belong() -> None:
    head = HEADER.split(",")
    for spot in spots().values():
        row = dict(zip(head, spot.row, strict=True))
        assert (row["region"] in REGIONS) == (spot.level == "province")
        if spot.level == "city":
            assert 73 < float(row["longitude"]) < 136
            assert 18 < float(row["latitude"]) < 54
            assert row["coastal"] in {"yes", "no"}
        else:
            assert row["longitude"] == row["latitude"] == row["coastal"] == ""


def test_known_places() -> None:
    assert (spots()["330106"].zh, spots()["330106"].en) == ("西湖区", "Xihu District")
    assert spots()["370200"].coastal
    assert not spots()["320500"].coastal
    assert province_of(spots()["440112"]).zh == "广东"
    assert province_of(spots()["310000"]).code == "310000"


def test_every_city_has_a_district() -> None:
    assert len(cities()) > 50
    assert all(districts(city.code) for city in cities())


def test_places_csv_holds_the_used_places_and_what_holds_them() -> None:
    lines = places_csv([spots()["330106"], spots()["330110"]]).splitlines()
    assert lines[0] == HEADER
    assert [line.split(",")[0] for line in lines[1:]] == ["100000", "330000", "330100", "330106", "330110"]
