from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.screening import available, differing_from_zero, indicators, nodes, none, reasons, units
from parkindex.errors import MethodError

GAP = np.nan
X = np.array([[1.0, GAP, GAP, GAP], [1, 0, 0, 0], [1, 2, 3, GAP], [1, 2, 3, 4]])
MEMBERS = np.array([[1, 1, 1, 1], [1, 1, 0, 0], [0, 0, 1, 1]], dtype=bool)


def test_shares() -> None:
    assert available(X)[:, 0].tolist() == [0.25, 1, 0.75, 1]
    assert available(X, -2)[0].tolist() == [1, 0.75, 0.75, 0.5]
    assert differing_from_zero(X)[:, 0].tolist() == [1, 0.25, 1, 1]


def test_units_by_availability_and_by_zeros() -> None:
    assert units(X, MEMBERS, availability=0.5).all(axis=1).tolist() == [True, False, False, False]
    assert units(X, MEMBERS, non_zero=0.5).all(axis=1).tolist() == [False, True, False, False]
    assert not none(X, MEMBERS).any()


def test_a_share_at_the_limit_is_enough() -> None:
    assert units(X, MEMBERS, availability=0.75).any(axis=1).tolist() == [True, False, False, False]


def test_units_forced_in_or_out() -> None:
    dropped = units(X, MEMBERS, availability=0.5, include=[0], exclude=[3]).all(axis=1)
    assert dropped.tolist() == [False, False, False, True]
    with pytest.raises(MethodError, match="both"):
        units(X, MEMBERS, include=[1], exclude=[1])


def test_indicators() -> None:
    assert indicators(X, MEMBERS, availability=0.6).all(axis=0).tolist() == [False, False, False, True]


def test_nodes_drop_only_what_lies_below_them() -> None:
    dropped = nodes(X, MEMBERS, availability=0.75)
    assert dropped[0].all()
    assert dropped[2].tolist() == [False, False, True, True]
    assert not dropped[1].any()


def test_reasons_name_what_and_why() -> None:
    found = reasons(X, units(X, MEMBERS, availability=0.5))
    assert [finding.where for finding in found] == ["unit #0"]
    assert found[0].severity == "note"
    assert "25% of its values are present" in found[0].message
    partly = reasons(X, nodes(X, MEMBERS, availability=0.75))
    assert "left out at 2 of its values" in partly[1].message


def test_reasons_count_a_gap_as_left_out_with_the_rest() -> None:
    dropped = units(X, MEMBERS, availability=0.5) & ~np.isnan(X)
    assert reasons(X, dropped)[0].message.startswith("left out: 25%")
