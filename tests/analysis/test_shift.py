"""A shift split into what the data did and what the method did."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkindex.analysis.shift import split_shift
from parkindex.edition import open_edition

EDITION = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"


def test_with_the_same_data_the_method_did_everything() -> None:
    edition = open_edition(EDITION)
    found = split_shift(edition.result("published"), edition.result("sound"))
    assert found.by_data == 0
    assert found.by_method > 0
    for one in found.shifts:
        assert one.shift_by_data + one.shift_by_method == pytest.approx(one.shift)
        assert one.gain_by_data + one.gain_by_method == pytest.approx(one.gain)
