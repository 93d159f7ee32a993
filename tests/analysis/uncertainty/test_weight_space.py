"""The weights of one family, as a space to move in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.weight_space import weight_space
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make


def test_the_matrix_times_the_shares_is_the_index(make: Make) -> None:
    held = make(np.random.default_rng(0).random((6, 3)), Method("m", normalisation=Step("min_max")))
    space = weight_space(held)
    assert space.shares.sum() == pytest.approx(1)
    assert space.matrix is not None
    assert space.matrix @ space.shares == pytest.approx(held.scores)
