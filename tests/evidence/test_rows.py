from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from parkindex.evidence.rows import Fund, Observation
from parkindex.framework.text import Text


@pytest.mark.parametrize(("unit", "yuan"), [("亿元", 1.5e8), ("万元", 1.5e4), ("元", 1.5)])
def test_a_fund_is_known_in_yuan(unit: str, yuan: float) -> None:
    assert Fund("f", Text(zh="基金", en="Fund"), "330100", 1.5, unit).yuan == yuan


def test_rows_are_equal_wherever_they_were_read() -> None:
    row = Observation("yimi", "policy", 3.0, where="observations.csv:2")
    assert row == Observation("yimi", "policy", 3.0)
    assert row != replace(row, value=4.0)
    assert "observations.csv" not in repr(row)


def test_rows_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Observation("yimi", "policy", 3.0).value = 4.0  # type: ignore[misc]
