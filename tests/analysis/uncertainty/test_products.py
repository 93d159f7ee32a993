from __future__ import annotations

import numpy as np
import pytest

from parkindex.analysis.uncertainty.products import ON_ONE_THREAD, product


@pytest.mark.parametrize(
    ("draws", "leaves", "units"), [(1, 1, 1), (7, 3, 5), (33, 50, 2500), (16, 600, 900), (5, 49, 51)]
)
def test_pieces_give_the_whole_product(draws: int, leaves: int, units: int) -> None:
    random = np.random.default_rng(1)
    weights, features = random.random((draws, leaves)), random.random((leaves, units))
    np.testing.assert_allclose(product(weights, features), weights @ features, rtol=1e-14)


def test_no_draw_gives_no_row() -> None:
    assert product(np.empty((0, 3)), np.ones((3, 4))).shape == (0, 4)


def test_no_piece_is_large_enough_for_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    plain = np.matmul

    def counted(left: np.ndarray, right: np.ndarray, **rest: np.ndarray) -> np.ndarray:
        sizes.append(left.shape[-2] * left.shape[-1] * right.shape[-1])
        return plain(left, right, **rest)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(np, "matmul", counted)
    product(np.ones((100, 50)), np.ones((50, 2500)))
    product(np.ones((100, 11)), np.ones((11, 22)))
    assert 0 < max(sizes) <= ON_ONE_THREAD
