"""Laws of all families that look at a table alone: of one that is right none of them has anything to say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import CHECKS, Publication

from .printed_changes import failing
from .sound_shapes import sound_shape
from .sound_tables import sound_tables

MANY = settings(max_examples=60, deadline=None)
FAMILIES = ("arithmetic", "weights", "lattice", "outliers", "tiers", "double-counting")
OF_ANY_SHAPE = ("arithmetic", "weights", "tiers")
"""Families that stay silent about tables of counts, ratings and caps too."""


def findings(family: str, table: Publication) -> list[str]:
    held = {code: check for code, check in CHECKS.items() if code.partition(".")[0] == family}
    assert held
    return [outcome.says.en for outcome in failing(held, table)]


@pytest.mark.parametrize("family", FAMILIES)
@MANY
@given(table=sound_tables())
def test_a_sound_table_has_no_finding(family: str, table: Publication) -> None:
    assert findings(family, table) == []


@pytest.mark.parametrize("family", OF_ANY_SHAPE)
@MANY
@given(seed=st.integers(0, 2**32 - 1))
def test_nor_has_one_of_any_shape(family: str, seed: int) -> None:
    assert findings(family, sound_shape(seed)) == []
