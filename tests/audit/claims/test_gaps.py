"""Tests of how far groups lie apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.audit.claims.gaps import (
    BETWEEN,
    LARGE,
    NEGLIGIBLE,
    SMALL,
    Case,
    above,
    gap,
    mostly,
    some_above,
    within,
)  # fmt: skip
from parkindex.audit.claims.ground import Group
from parkindex.evidence.claim_words import DEGREES, WITHIN
from parkindex.framework.text import Text

from .claim_cases import ground

NAME = Text(zh="某组", en="a group")


def case(degree: str, first: list[float], second: list[float] | None = None, *, named: bool = False) -> Case:
    """Put numbers into one group or two; the spread is 1."""
    values = np.array([*first, *(second or [])], dtype=np.float64)
    groups = [Group(tuple(range(len(first))), NAME, named=named)]
    if second is not None:
        groups.append(Group(tuple(range(len(first), len(values))), NAME))
    return Case(ground(), degree, tuple(groups), values, 1.0)


@pytest.mark.parametrize(
    ("degree", "distance", "finding"),
    [
        ("small", SMALL, "holds"),
        ("small", SMALL + 0.01, "open"),
        ("small", LARGE, "fails"),
        ("large", LARGE, "holds"),
        ("large", LARGE - 0.01, "open"),
        ("large", SMALL, "fails"),
        ("mixed", NEGLIGIBLE, "holds"),
        ("mixed", NEGLIGIBLE - 0.01, "fails"),
    ],
)
def test_bands_of_gaps(degree: str, distance: float, finding: str) -> None:
    assert gap(case(degree, [distance, distance], [0, 0])).finding == finding
    assert gap(case(degree, [0, 0], [distance, distance])).finding == finding
    assert within(case(degree, [-distance, distance])).finding == finding


def test_one_unit_has_no_gaps_within_it() -> None:
    assert within(case("small", [3])).finding == "open"


@pytest.mark.parametrize(
    ("degree", "distance", "finding"),
    [
        ("higher", NEGLIGIBLE, "holds"),
        ("higher", NEGLIGIBLE - 0.01, "open"),
        ("higher", -NEGLIGIBLE + 0.01, "open"),
        ("higher", -NEGLIGIBLE, "fails"),
        ("lower", -NEGLIGIBLE, "holds"),
        ("lower", NEGLIGIBLE, "fails"),
        ("much-higher", LARGE, "holds"),
        ("much-higher", LARGE - 0.01, "open"),
        ("much-higher", SMALL - 0.01, "fails"),
        ("much-lower", -LARGE, "holds"),
        ("much-lower", 0.0, "fails"),
    ],
)
def test_bands_of_above_and_below(degree: str, distance: float, finding: str) -> None:
    assert above(case(degree, [distance], [0.0])).finding == finding


def test_a_named_unit_on_the_other_side_is_told_and_one_of_a_place_is_not() -> None:
    mixed = ([3.0, -1.0], [0.0, 0.2])
    found = above(case("higher", *mixed, named=True))
    assert (found.finding, found.severity, found.rows) == ("fails", "moderate", (1,))
    assert found.zh.startswith("其中园区2得−1.00，在4家中列第4")
    assert above(case("higher", *mixed)).finding == "holds"
    assert above(case("higher", [3.0, -0.09], [0.0, 0.2], named=True)).finding == "holds"


def split(degree: str, first: list[float], second: list[float], other: list[float]) -> Case:
    """Return a case whose first group is made of two named places."""
    held = case(degree, [*first, *second], other)
    parts = ((Text(zh="甲地", en="A"), (0, len(first))), (Text(zh="乙地", en="B"), (len(first), len(first + second))))
    rows = tuple((name, tuple(range(*ends))) for name, ends in parts)
    return replace(held, groups=(replace(held.groups[0], parts=rows), held.groups[1]))


def test_a_named_place_on_the_other_side_leaves_the_claim_open() -> None:
    found = above(split("higher", [3, 3, 3], [-1], [0, 0]))
    assert (found.finding, found.data["contrary"]) == ("open", ["乙地"])
    assert "但其中乙地1家平均−1.00" in found.zh
    assert found.why is not None
    assert above(split("lower", [-3, -3, -3], [1], [0, 0])).data["contrary"] == ["乙地"]


def test_a_named_place_that_is_hardly_lower_or_the_only_one_named_changes_nothing() -> None:
    assert above(split("higher", [3, 3, 3], [-NEGLIGIBLE], [0, 0])).finding == "holds"
    assert above(case("higher", [3, 3, 3, -1], [0, 0])).finding == "holds"


@given(
    means=st.lists(st.floats(-3, 3), min_size=2, max_size=2),
    other=st.floats(-1, 1),
    sign=st.sampled_from(["higher", "lower"]),
)
def test_a_claim_of_places_holds_only_where_none_of_them_lies_clearly_contrary(
    means: list[float], other: float, sign: str
) -> None:
    one = 1 if sign == "higher" else -1
    found = above(split(sign, [means[0]] * 2, [means[1]] * 2, [other]))
    farthest = min(one * (mean - other) for mean in means)
    if found.finding == "holds":
        assert farthest >= -NEGLIGIBLE - 1e-9
    if found.why is not None:
        assert farthest < -NEGLIGIBLE + 1e-9


@pytest.mark.parametrize(
    ("degree", "own", "finding"),
    [
        ("mostly-lower", [1, 2, 9], "holds"),
        ("mostly-lower", [1, 8, 9], "fails"),
        ("mostly-lower", [1, 9], "open"),
        ("mostly-lower", [5, 5, 5], "open"),
        ("mostly-higher", [6, 7, 1], "holds"),
    ],
)
def test_most_lie_on_the_side_that_is_claimed(degree: str, own: list[float], finding: str) -> None:
    assert mostly(case(degree, own, [4, 5, 6])).finding == finding


def test_an_exception_that_is_the_extreme_of_all_is_said() -> None:
    assert "最高" in mostly(case("mostly-lower", [1, 2, 9], [4, 5, 6])).zh
    assert "最高" not in mostly(case("mostly-lower", [1, 2, 5.5], [4, 5, 6])).zh


def test_at_least_one_lies_above_the_level_of_the_second() -> None:
    assert some_above(case("some-higher", [1, 7], [4, 5, 9])).finding == "holds"
    assert some_above(case("some-higher", [1, 5.5], [4, 5, 9])).finding == "open"
    assert some_above(case("some-higher", [1, 5], [4, 5, 9])).finding == "fails"


def test_every_degree_between_two_groups_has_its_judge() -> None:
    assert set(BETWEEN) == (set(DEGREES) - WITHIN) | {"small", "large", "mixed"}
