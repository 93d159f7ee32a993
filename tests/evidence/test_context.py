"""What a method may call by name: groups by place and by choice, variables, indicators, units and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.evidence.context import Called, context_of

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

    from parkindex.engine.context import Context

ANSWERS = """\
subject,variable,value,status,source,note
xixi,occupancy,80,,survey,
xiaoshan,occupancy,,not_answered,survey,
330106,support,talent,,survey,
320500,support,premises,,survey,
"""


def context(folder: Folder) -> Context:
    dataset = folder.write("evidence/answers.csv", ANSWERS).dataset
    return context_of(dataset, folder.framework.codes, dataset.matrix(folder.framework).values)


def test_groups_are_places_and_single_choices(folder: Folder) -> None:
    groups = context(folder).groups
    assert list(groups) == ["region", "province", "city", "coastal", "support"]
    assert np.asarray(groups["region"]).tolist() == ["east_china"] * 3
    assert np.asarray(groups["province"]).tolist() == ["330000", "330000", "320000"]
    assert np.asarray(groups["city"]).tolist() == ["330100", "330100", "320500"]
    assert np.asarray(groups["coastal"]).tolist() == ["coastal", "coastal", "inland"]


def test_a_places_answer_reaches_its_units_and_a_missing_one_is_empty(folder: Folder) -> None:
    found = context(folder)
    assert np.asarray(found.groups["support"]).tolist() == ["talent", "", "premises"]
    np.testing.assert_array_equal(found.variables["occupancy"], [80.0, np.nan, np.nan])


def test_indicators_are_variables_too_and_units_have_their_codes(folder: Folder) -> None:
    found = context(folder)
    np.testing.assert_array_equal(found.variables["firms"], [24.0, np.nan, 36.0])
    assert set(found.variables) == {*folder.framework.codes, "occupancy"}
    assert found.units == ("xixi", "xiaoshan", "suzhou")
    assert found.years is None


def test_an_array_is_made_once_and_only_when_called_for() -> None:
    made: list[str] = []

    def make(name: str) -> list[float]:
        made.append(name)
        return [1.0]

    called = Called(["a", "b"], make)
    assert (len(called), list(called), made) == (2, ["a", "b"], [])
    assert called["b"] is called["b"]
    assert made == ["b"]
    with pytest.raises(KeyError):
        called["c"]
