"""Values that compare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.resolving import look_up
from parkindex.publishing.values.value import UnknownValueError, written

if TYPE_CHECKING:
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("agreement.kendall", "1.000", "1.000"),
        ("agreement.spearman", "1.000", "1.000"),
        ("agreement.moved", "0", "0"),
        ("agreement.largest_shift", "0", "0"),
        ("agreement.largest_rise", "无", "none"),
        ("agreement.mean_shift", "0.0", "0.0"),
        ("agreement.tier_changes", "3", "3"),
        ("shift.alpha", "0", "0"),
        ("shift.largest", "无", "none"),
        ("shift.largest.places", "0", "0"),
        ("similarity.pairs", "6", "6"),
    ],
)
def test_values(edition: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(edition, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize("name", ["agreement", "agreement.none", "shift.none", "shift.largest.none", "similarity.none"])
def test_unknown_names(edition: Edition, name: str) -> None:
    with pytest.raises(UnknownValueError):
        look_up(edition, name)


def test_without_a_second_method_there_is_nothing_to_compare(edition: Edition) -> None:
    alone = replace(edition, about=edition.about.model_copy(update={"second_method": None}))
    for name in ("agreement.kendall", "second.score.alpha", "shift.alpha"):
        with pytest.raises(UnknownValueError):
            look_up(alone, name)
