"""Between which values a weight can lie while a result stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.stability import moved, stability
from parkindex.analysis.uncertainty.weight_space import weight_space
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make


def test_the_ends_for_two_indicators_are_where_the_leaders_tie(make: Make) -> None:
    # The first leads with 0.8 w + 0.2 (1 - w) against 0.2 w + 0.6 (1 - w): they tie at w = 0.4.
    values = np.array([[0.8, 0.2], [0.2, 0.6], [0.0, 0.0], [0.1, 0.1]])
    space = weight_space(make(values, Method("m", normalisation=Step("none"))))
    first = stability(space, "leader")[0]
    assert first.stated == pytest.approx(0.5)
    assert first.low == pytest.approx(0.4)
    assert first.high == pytest.approx(1.0)


def test_the_others_keep_their_proportions(make: Make) -> None:
    space = weight_space(make(np.random.default_rng(0).random((5, 3)), Method("m", normalisation=Step("min_max"))))
    shares = moved(space, 0, np.array([0.5]))[0]
    assert shares.sum() == pytest.approx(1)
    assert shares[1] / shares[2] == pytest.approx(space.shares[1] / space.shares[2])
