"""Weightings from the judgement of experts, and combined ones, against worked examples of the literature.

What "confirmed" and "solved by hand" mean is said in `test_published_weights`.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from parkindex.engine.combined_weights import combine
from parkindex.engine.expert_weights import analytic_hierarchy, best_worst, budget_allocation
from parkindex.engine.hierarchy import consistency_ratio

DRINKS = np.array(
    [
        [1, 9, 5, 2, 1, 1, 1 / 2],
        [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
        [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
        [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
        [1, 9, 4, 2, 1, 2, 1 / 2],
        [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
        [2, 9, 9, 3, 2, 3, 1],
    ]
)


def test_analytic_hierarchy_of_what_is_drunk() -> None:
    """Saaty (2008), doi:10.1504/IJSSCI.2008.017590, Table 2: the relative consumption of drinks.

    Confirmed: matrix, priorities and ratio in a public program and in the catalogue. According to the latter, the paper
    prints 2 for tea over wine, which is not 1 over wine over tea; with 3, as here, the printed priorities and ratio
    come out, with 2 they do not.
    """
    weight = analytic_hierarchy(np.ones((2, 7)), np.ones(7), matrix=DRINKS)
    np.testing.assert_allclose(weight, [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], atol=5e-4)
    assert consistency_ratio(DRINKS) == pytest.approx(0.022, abs=5e-4)


def test_analytic_hierarchy_of_the_best_job() -> None:
    """The same paper, Table 3; confirmed in the catalogue alone."""
    matrix = [
        [1, 1 / 4, 1 / 6, 1 / 4, 1 / 8],
        [4, 1, 1 / 3, 3, 1 / 7],
        [6, 3, 1, 4, 1 / 2],
        [4, 1 / 3, 1 / 4, 1, 1 / 7],
        [8, 7, 2, 7, 1],
    ]
    weight = analytic_hierarchy(np.ones((2, 5)), np.ones(5), matrix=matrix)
    np.testing.assert_allclose(weight, [0.036, 0.122, 0.262, 0.075, 0.506], atol=5e-4)


def test_consistency_ratio_of_the_size_of_houses() -> None:
    """Saaty (1988), "How to make a decision": ratio 0.117; confirmed in the catalogue alone."""
    assert consistency_ratio(np.array([[1, 6, 8], [1 / 6, 1, 4], [1 / 8, 1 / 4, 1]])) == pytest.approx(0.117, abs=5e-4)


@pytest.mark.parametrize(
    ("best_to_others", "others_to_worst", "published"),
    [
        ([2, 1, 4, 2, 8], [4, 8, 2, 4, 1], [0.2105, 0.4211, 0.1053, 0.2105, 0.0526]),
        ([2, 1, 4, 3, 8], [4, 8, 2, 3, 1], [0.2295, 0.4481, 0.1148, 0.1530, 0.0546]),
    ],
    ids=["consistent", "not_quite_consistent"],
)
def test_best_worst_of_the_car(
    best_to_others: list[float], others_to_worst: list[float], published: list[float]
) -> None:
    """Rezaei (2016), doi:10.1016/j.omega.2015.12.001, Tables 2 and 3, section 4 (the linear model).

    Confirmed in the catalogue alone, which quotes comparisons and weights.
    """
    found = best_worst(np.ones((2, 5)), np.ones(5), best_to_others=best_to_others, others_to_worst=others_to_worst)
    np.testing.assert_allclose(found, published, atol=5e-5)


def test_budget_allocation_is_the_mean_of_the_experts_shares() -> None:
    """OECD/JRC (2008), Handbook, section 6.3, which prints no experts' budgets: a case solved by hand, in fractions.

    The third expert has only 50 points to give, so that shares count, not points.
    """
    points = [[50, 30, 20], [40, 40, 20], [30, 10, 10]]
    shares = [[Fraction(each, sum(budget)) for each in budget] for budget in points]
    expected = [sum(column, Fraction(0)) / 3 for column in zip(*shares, strict=True)]
    assert expected == [Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)]
    weight = budget_allocation(np.ones((2, 3)), np.ones(3), points=points)
    np.testing.assert_allclose(weight, [float(each) for each in expected], rtol=1e-14)


SUBJECTIVE = np.array([0.1691, 0.0764, 0.0828, 0.0533, 0.2469, 0.0828, 0.0763, 0.0553, 0.0553, 0.0111, 0.0887])
OBJECTIVE = np.array([0.0209, 0.0495, 0.0565, 0.0390, 0.0351, 0.1682, 0.1766, 0.1899, 0.0209, 0.1217, 0.1217])


def test_game_theoretic_combination_of_the_mine_slopes() -> None:
    """侯克鹏等 (2021), 基于改进的FAHP-CRITIC法与云理论的露天矿边坡危险性评估模型, 安全与环境学报 21(6), section 4.1.3.

    Confirmed in a public transcript of the paper. Its products of the weights are met to every digit printed. It leaves
    the subjective weights at a sum of 0.998 (the fourth is misprinted, 0.0533 for 0.0553, and so computed with), where
    `combine` makes them sum to one: hence the tolerance.
    """
    products = [SUBJECTIVE @ SUBJECTIVE, SUBJECTIVE @ OBJECTIVE, OBJECTIVE @ OBJECTIVE]
    np.testing.assert_allclose(products, [0.13187272, 0.07394352, 0.13443172], atol=1e-12)
    published = [0.0943, 0.0628, 0.0695, 0.0461, 0.1400, 0.1259, 0.1269, 0.1232, 0.0379, 0.0669, 0.1054]
    found = combine([SUBJECTIVE, OBJECTIVE], rule="game_theoretic")
    np.testing.assert_allclose(found, published, atol=3e-4)
    share = np.linalg.lstsq(np.column_stack([SUBJECTIVE / 0.998, OBJECTIVE]), found, rcond=None)[0][0]
    assert share == pytest.approx(0.4953, abs=1e-3)


def test_the_compromise_of_two_players_solves_its_equations() -> None:
    """The conditions of the combination: sum over k of a_k <w_k, w_i> = <w_i, w_i> for each player i; in fractions."""
    first, second = ([Fraction(each, 10) for each in one] for one in ((5, 3, 2), (2, 2, 6)))
    own, other, across = (
        sum((a * b for a, b in zip(one, two, strict=True)), Fraction(0))
        for one, two in ((first, first), (second, second), (first, second))
    )
    parts = (
        (own * other - across * other) / (own * other - across**2),
        (own * other - across * own) / (own * other - across**2),
    )
    expected = [(parts[0] * a + parts[1] * b) / sum(parts) for a, b in zip(first, second, strict=True)]
    found = combine([[0.5, 0.3, 0.2], [0.2, 0.2, 0.6]], rule="game_theoretic")
    np.testing.assert_allclose(found, [float(each) for each in expected], rtol=1e-12)


def test_additive_and_multiplicative_combinations() -> None:
    """The two older rules, solved by hand in fractions."""
    sets = [[Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)], [Fraction(1, 5), Fraction(1, 5), Fraction(3, 5)]]
    products = [a * b for a, b in zip(*sets, strict=True)]
    given = [[float(each) for each in one] for one in sets]
    np.testing.assert_allclose(combine(given, rule="multiplicative"), [float(p / sum(products)) for p in products])
    mixed = [Fraction(7, 10) * a + Fraction(3, 10) * b for a, b in zip(*sets, strict=True)]
    np.testing.assert_allclose(combine(given, rule="additive", share=0.7), [float(each) for each in mixed])
