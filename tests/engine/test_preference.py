from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from parkindex.engine import preference
from parkindex.engine.preference import promethee
from parkindex.errors import MethodError

LOW, HIGH = 2.0, 5.0

DEFINITIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "usual": lambda d: (d > 0) * 1.0,
    "u_shape": lambda d: (d > LOW) * 1.0,
    "v_shape": lambda d: np.clip(d / HIGH, 0, 1),
    "linear": lambda d: np.clip((d - LOW) / (HIGH - LOW), 0, 1),
    "level": lambda d: (d > LOW) * 0.5 + (d > HIGH) * 0.5,
    "gaussian": lambda d: np.where(d > 0, 1 - np.exp(-(d**2) / (2 * HIGH**2)), 0),
}


@pytest.mark.parametrize("name", list(DEFINITIONS))
def test_flows_without_a_matrix_equal_those_with_one(name: str) -> None:
    x = np.random.default_rng(8).integers(0, 12, (31, 3)).astype(float)
    weight = np.array([1.0, 2, 5])
    lead = x[:, None, :] - x[None, :, :]
    each = DEFINITIONS[name](lead) - DEFINITIONS[name](-lead)
    expected = (each * weight).sum(axis=(1, 2)) / weight.sum() / (len(x) - 1)
    found = promethee(x, weight, preference=name, indifference=LOW, strict=HIGH)
    np.testing.assert_allclose(found, expected, atol=1e-12)
    assert found.sum() == pytest.approx(0, abs=1e-10)


def test_gaussian_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.random.default_rng(8).random((31, 3))
    whole = promethee(x, np.ones(3), preference="gaussian")
    monkeypatch.setattr(preference, "BLOCK", 40)
    np.testing.assert_array_equal(promethee(x, np.ones(3), preference="gaussian"), whole)


def test_missing_scores_have_no_flow_and_take_no_part() -> None:
    x = np.array([[1.0, 1], [2, 2], [3, np.nan], [np.nan, np.nan]])
    np.testing.assert_allclose(promethee(x, [1, 1]), [-1, 0.5, 1, np.nan])
    assert np.isnan(promethee(x, [1, 1], minimum_share=0.6)[2])


def test_a_single_unit_neither_leads_nor_trails() -> None:
    assert promethee(np.array([[4.0, 2.0]]), [1, 1]).tolist() == [0]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"preference": "usuel"}, "there are usual"),
        ({"preference": ["usual"]}, "1 for 2 children"),
        ({"preference": "linear", "indifference": 3, "strict": 2}, "indifference < strict"),
        ({"preference": "v_shape", "strict": 0}, "indicator #0"),
        ({"indifference": -1}, "0 <= indifference"),
    ],
)
def test_thresholds_that_make_no_sense_are_refused(options: dict[str, object], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        promethee(np.ones((3, 2)), [1, 1], **options)  # type: ignore[arg-type]
