"""Tests of what checks need."""

from __future__ import annotations

from typing import get_args

from parkindex.audit.needs import REQUIREMENTS, Need, missing

from .conftest import publication


def test_every_need_has_its_requirement() -> None:
    assert set(REQUIREMENTS) == set(get_args(Need))


def test_all_that_is_missing_is_said_at_once() -> None:
    why = missing(publication([[1, 2]] * 3), ("columns", "total", "ranks"))
    assert why is not None
    assert why.en == "no totals are printed; no ranks are printed"
    assert missing(publication([[1, 2]] * 3, [3] * 3), ("columns", "total")) is None
