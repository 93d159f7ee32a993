from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.combined_weights import Rule, combine
from parkindex.errors import MethodError

FIRST, SECOND = np.array([0.5, 0.3, 0.2]), np.array([0.2, 0.2, 0.6])


def test_additive_and_multiplicative() -> None:
    np.testing.assert_allclose(combine([FIRST, SECOND], share=0.75), 0.75 * FIRST + 0.25 * SECOND)
    product = FIRST * SECOND
    np.testing.assert_allclose(combine([FIRST, SECOND], rule="multiplicative"), product / product.sum())
    np.testing.assert_allclose(combine([FIRST, SECOND, FIRST]), (2 * FIRST + SECOND) / 3)


@pytest.mark.parametrize("rule", ["additive", "multiplicative", "game_theoretic"])
def test_draws_and_scales(rule: Rule) -> None:
    stack = np.stack([SECOND, FIRST])
    together = combine([FIRST * 10, stack], rule=rule)
    for draw in range(2):
        np.testing.assert_allclose(together[draw], combine([FIRST, stack[draw]], rule=rule))
    np.testing.assert_allclose(together.sum(axis=-1), 1)


def test_a_compromise_of_equals_is_themselves() -> None:
    np.testing.assert_allclose(combine([FIRST, FIRST], rule="game_theoretic"), FIRST)


def test_a_product_of_nothing_is_refused() -> None:
    with pytest.raises(MethodError, match="zero for every child"):
        combine([[1.0, 0.0], [0.0, 1.0]], rule="multiplicative")
