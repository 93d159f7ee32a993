from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.penalty import mazziotta_pareto
from parkindex.errors import MethodError


def test_balance_costs_nothing_and_imbalance_its_variance_over_the_mean() -> None:
    x = np.array([[100.0, 100.0], [80.0, 120.0]])
    assert mazziotta_pareto(x, [1, 1]).tolist() == [100, 96]
    assert mazziotta_pareto(x, [1, 1], penalty="up").tolist() == [100, 104]


def test_weights_count_in_mean_and_penalty() -> None:
    mean, square = 110, (3 * 100 + 900) / 4
    assert mazziotta_pareto(np.array([[80.0, 120.0]]), [1, 3])[0] == pytest.approx(mean - square / mean)


def test_missing_children_and_the_domain() -> None:
    assert mazziotta_pareto(np.array([[90.0, np.nan]]), [1, 1]).tolist() == [90]
    assert np.isnan(mazziotta_pareto(np.array([[90.0, np.nan]]), [1, 1], minimum_share=0.6)[0])
    with pytest.raises(MethodError, match="must be positive"):
        mazziotta_pareto(np.array([[-1.0, 1.0]]), [1, 1])
