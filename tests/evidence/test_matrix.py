from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from parkindex.evidence.matrix import LENDERS, may_lend
from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.matrix import ValueMatrix
    from parkindex.evidence.rows import PlaceLevel
    from parkindex.framework.model import Framework


def spread(folder: Folder) -> ValueMatrix:
    return folder.dataset.matrix(folder.framework)


def column(matrix: ValueMatrix, node: str) -> list[float | None]:
    values = matrix.values[:, matrix.nodes.index(node)]
    return [None if np.isnan(value) else float(value) for value in values]


def lenders(matrix: ValueMatrix, node: str) -> list[str | None]:
    return cast("list[str | None]", matrix.lent_from[:, matrix.nodes.index(node)].tolist())


def test_the_matrix_has_units_and_nodes_in_their_order(folder: Folder) -> None:
    matrix = spread(folder)
    assert matrix.units == ("xixi", "xiaoshan", "suzhou")
    assert matrix.nodes == ("index", "policy", "policy_count", "firms", "talent", "universities", "guidance")
    assert matrix.values.shape == matrix.status.shape == matrix.lent_from.shape == (3, 7)


def test_a_district_lends_to_its_own_parks_only_and_the_city_to_the_others(folder: Folder) -> None:
    matrix = spread(folder)
    assert column(matrix, "policy_count") == [2.0, 1.0, None]
    assert lenders(matrix, "policy_count") == ["330106", "330100", None]


def test_a_city_and_a_province_lend_to_all_parks_in_them(folder: Folder) -> None:
    matrix = spread(folder)
    assert column(matrix, "universities") == [12.0, 12.0, 4.0]
    assert lenders(matrix, "universities") == ["330100", "330100", "320500"]
    assert column(matrix, "guidance") == [3.0, 3.0, 1.0]


def test_a_parks_own_value_wins_over_any_place(folder: Folder) -> None:
    folder.add("evidence/observations.csv", "xixi,policy_count,7,,report,")
    matrix = spread(folder)
    assert column(matrix, "policy_count") == [7.0, 1.0, None]
    assert lenders(matrix, "policy_count") == [None, "330100", None]


def test_the_nearest_word_wins_also_when_it_says_that_there_is_none(folder: Folder) -> None:
    folder.add("evidence/observations.csv", "xiaoshan,policy_count,,none,report,")
    matrix = spread(folder)
    assert column(matrix, "policy_count") == [2.0, None, None]
    assert matrix.status[:, 2].tolist() == [Status.OBSERVED, Status.NONE, Status.ABSENT]


def test_the_order_of_the_rows_does_not_matter(folder: Folder) -> None:
    before = spread(folder)
    text = (folder.path / "evidence/observations.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    after = spread(folder.write("evidence/observations.csv", "".join([text[0], *reversed(text[1:])])))
    np.testing.assert_array_equal(before.values, after.values)
    np.testing.assert_array_equal(before.status, after.status)


def test_kinds_of_missing_are_kept_apart(folder: Folder) -> None:
    matrix = spread(folder)
    firms = matrix.nodes.index("firms")
    assert matrix.status[:, firms].tolist() == [Status.OBSERVED, Status.NOT_ANSWERED, Status.ESTIMATED]
    assert matrix.status[:, 0].tolist() == [Status.ABSENT] * 3


def test_a_place_never_gives_a_park_indicator_and_a_district_never_a_city_one(folder: Folder) -> None:
    folder.add("evidence/observations.csv", "320500,firms,99,,report,", "330106,universities,99,,report,")
    matrix = spread(folder)
    assert column(matrix, "firms") == [24.0, None, 36.0]
    assert column(matrix, "universities") == [12.0, 12.0, 4.0]


def test_a_place_may_be_given_a_whole_pillar(folder: Folder) -> None:
    folder.add("evidence/observations.csv", "330100,talent,18.5,,report,")
    assert column(spread(folder), "talent") == [18.5, 18.5, None]


def test_unknown_subjects_and_nodes_reach_nobody(folder: Folder) -> None:
    before = spread(folder).values.copy()
    folder.add("evidence/observations.csv", "nobody,firms,99,,report,", "xixi,nothing,99,,report,")
    np.testing.assert_array_equal(spread(folder).values, before)


def test_the_arrays_are_frozen(folder: Folder) -> None:
    with pytest.raises(ValueError, match="read-only"):
        spread(folder).values[0, 0] = 1


@pytest.mark.parametrize(
    ("node", "takes"),
    [
        ("firms", set()),
        ("policy_count", {"zone", "district", "city", "province", "country"}),
        ("universities", {"city", "province", "country"}),
        ("guidance", {"province", "country"}),
        ("talent", {"zone", "district", "city", "province", "country"}),
    ],
)
def test_who_may_lend_what(folder: Folder, node: str, takes: set[PlaceLevel]) -> None:
    levels: tuple[PlaceLevel, ...] = ("country", "province", "city", "district", "zone")
    assert {level for level in levels if may_lend(folder.framework, node, level)} == takes
    assert set(LENDERS) == {"park", "district", "city", "province"}


def test_the_published_pillars_are_the_parks_own(published: tuple[Framework, Dataset]) -> None:
    framework, dataset = published
    matrix = dataset.matrix(framework)
    pillars = [matrix.nodes.index(pillar.code) for pillar in framework.pillars]
    assert np.isfinite(matrix.values[:, pillars]).all()
    assert np.isnan(np.delete(matrix.values, pillars, axis=1)).all()
    assert matrix.values[matrix.units.index("china-hangzhou"), pillars].tolist() == [23.85, 34.58, 18.53, 28.55]
    assert (matrix.lent_from == None).all()  # noqa: E711 - compared element by element


YEARS = """\
subject,node,value,status,source,note,year
330100,policy_count,1,,report,,
330100,policy_count,2,,report,,2018
330106,policy_count,5,,report,,2017
xixi,firms,24,,survey,,2017
xixi,firms,30,,survey,,2018
suzhou,firms,36,,survey,,
xiaoshan,firms,,not_answered,survey,,2018
"""


def test_of_several_years_the_latest_is_taken(folder: Folder) -> None:
    dataset = folder.write("evidence/observations.csv", YEARS).dataset
    assert dataset.years == (2017, 2018)
    latest = dataset.matrix(folder.framework)
    assert column(latest, "firms") == [30.0, None, 36.0]
    assert column(latest, "policy_count") == [2.0, 2.0, None]
    assert len(dataset.observed_in()) == 5


def test_a_value_of_no_year_gives_way_to_the_year_but_a_nearer_place_comes_first(folder: Folder) -> None:
    dataset = folder.write("evidence/observations.csv", YEARS).dataset
    early = dataset.matrix(folder.framework, 2017)
    assert column(early, "firms") == [24.0, None, 36.0]
    assert column(early, "policy_count") == [5.0, 1.0, None]
    assert Status(int(early.status[1, early.nodes.index("firms")])) is not Status.NOT_ANSWERED


def test_without_years_nothing_changes(folder: Folder) -> None:
    dataset = folder.dataset
    assert dataset.years == ()
    assert dataset.observed_in() == dataset.observations
