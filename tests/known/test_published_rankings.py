"""Multi-criteria methods against worked examples of the literature.

What "confirmed" and "solved by hand" mean is said in `test_published_weights`.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from parkindex.engine.distances import grey_relational, topsis, vikor
from parkindex.engine.frontier import benefit_of_the_doubt
from parkindex.engine.fuzzy import Operator, composition
from parkindex.engine.normalisation import min_max, none, vector
from parkindex.engine.outranking import copeland, outranking_matrix
from parkindex.engine.penalty import mazziotta_pareto
from parkindex.engine.preference import promethee

FIGHTERS = np.array(
    [
        [2.0, 1500, 20000, 5.5, 5, 9],
        [2.5, 2700, 18000, 6.5, 3, 5],
        [1.8, 2000, 21000, 4.5, 7, 7],
        [2.2, 1800, 20000, 5.0, 5, 5],
    ]
)


def test_topsis_of_the_fighter_aircraft() -> None:
    """Hwang and Yoon (1981), doi:10.1007/978-3-642-48318-9, pp. 133-134.

    Confirmed, with every table on the way, in an example of the program mcdajs that quotes the pages.
    """
    scaled = vector(FIGHTERS, [1, 1, 1, -1, 1, 1])
    np.testing.assert_allclose(topsis(scaled, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]), [0.643, 0.268, 0.613, 0.312], atol=6e-4)


@pytest.mark.parametrize(
    "climbs", [[[1, 3000], [2, 3750], [5, 4500]], [[6, 2.0], [7, 2.75], [10, 3.5]]], ids=["metres", "other_units"]
)
def test_vikor_of_the_mountain_climb(climbs: list[list[float]]) -> None:
    """Opricovic and Tzeng (2004), doi:10.1016/S0377-2217(03)00020-1, Tables 1 to 3: risk and altitude; Q is 1, 0, 1.

    Confirmed in the catalogue alone, in both units of measure.
    """
    np.testing.assert_allclose(vikor(none(climbs, [-1, 1]), [0.5, 0.5]), [0, 1, 0], atol=1e-12)


STATIONS = np.array(
    [
        [80, 90, 600, 5.4, 8, 5],
        [65, 58, 200, 9.7, 1, 1],
        [83, 60, 400, 7.2, 4, 7],
        [40, 80, 1000, 7.5, 7, 10],
        [52, 72, 600, 2.0, 3, 8],
        [94, 96, 700, 3.6, 5, 6],
    ]
)


def test_promethee_of_the_power_stations() -> None:
    """Brans, Vincke and Mareschal (1986), doi:10.1016/0377-2217(86)90044-5: all six preference functions.

    Confirmed in the catalogue alone, which has the data from a teaching text of Mareschal and the flows from a
    course that reproduces the paper. The paper adds preferences up where we take their mean over the five others, and
    rounds them to three digits before.
    """
    flow = promethee(
        none(STATIONS, [-1, 1, -1, -1, -1, 1]),
        np.ones(6),
        preference=["u_shape", "v_shape", "linear", "level", "usual", "gaussian"],
        indifference=[10, 0, 50, 1, 0, 0],
        strict=[1, 30, 500, 6, 1, 5],
    )
    np.testing.assert_allclose(5 * flow, [-0.728, 0.085, -0.447, -0.102, 1.466, -0.274], atol=2.5e-3)


SUPPLIERS = np.array(
    [
        [0.83, 326, 21, 3.2, 0.20, 0.15, 250, 0.23, 0.87],
        [0.90, 295, 38, 2.4, 0.25, 0.20, 180, 0.15, 0.95],
        [0.99, 340, 25, 2.2, 0.12, 0.14, 300, 0.27, 0.99],
        [0.92, 287, 19, 2.0, 0.33, 0.09, 200, 0.30, 0.89],
        [0.87, 310, 27, 0.9, 0.20, 0.15, 150, 0.18, 0.82],
        [0.95, 303, 10, 1.7, 0.09, 0.17, 175, 0.26, 0.94],
    ]
)


def test_grey_relational_grades_of_the_suppliers() -> None:
    """司守奎、孙玺菁《数学建模算法与应用》 (Mathematical Modelling), the choice of a supplier.

    Data, directions and each step confirmed in a public program that works the example through; its grades, which
    it prints only when it runs, are computed below by its steps.
    """
    best, worst = SUPPLIERS.max(axis=0), SUPPLIERS.min(axis=0)
    scores = (SUPPLIERS - worst) / (best - worst)
    scores[:, 1:4] = 1 - scores[:, 1:4]
    expected = (0.5 / (np.abs(scores - scores.max(axis=0)) + 0.5)).sum(axis=1) / 9
    scaled = min_max(SUPPLIERS, [1, -1, -1, -1, 1, 1, 1, 1, 1], to=(0, 1))
    np.testing.assert_allclose(grey_relational(scaled, np.ones(9)), expected, rtol=1e-12)
    np.testing.assert_allclose(expected, [0.4630, 0.5560, 0.6491, 0.6527, 0.4936, 0.6130], atol=5e-5)


CLOTHES = [[2, 5, 3, 0], [1, 3, 5, 1], [0, 1, 6, 3], [0, 4, 5, 1], [5, 3, 2, 0]]
"""Tenths of the customers who welcome colour, cut, price, durability and comfort (much, yes, so-so, no)."""

TASTE = [10, 10, 15, 30, 35]
"""Weights of the five, in hundredths."""

OPERATORS: tuple[Operator, ...] = ("weighted_mean", "main_factor", "bounded_sum")


def test_fuzzy_evaluation_of_clothing() -> None:
    """A public lecture on the method (第七讲 模糊综合评价法, example 1), after 汪培庄《模糊集合论及其应用》 (1983).

    Confirmed: the data in two copies of the lecture, the result, (0.35, 0.30, 0.30, 0.15), in one, and rescaled too.
    """
    found = composition(np.array(CLOTHES) / 10, np.array(TASTE) / 100, "min_max")
    np.testing.assert_allclose(found, [0.35, 0.30, 0.30, 0.15], atol=1e-12)
    np.testing.assert_allclose(found / found.sum(), [0.32, 0.27, 0.27, 0.14], atol=5e-3)


def test_the_other_operators_on_the_same_clothing() -> None:
    """The other three compositions of the textbooks, solved by hand in fractions."""
    degree = [[Fraction(each, 10) for each in row] for row in CLOTHES]
    weight = [Fraction(each, 100) for each in TASTE]
    products = [[w * d for w, d in zip(weight, grade, strict=True)] for grade in zip(*degree, strict=True)]
    lesser = [[min(w, d) for w, d in zip(weight, grade, strict=True)] for grade in zip(*degree, strict=True)]
    by_hand = {
        "weighted_mean": [sum(each) for each in products],
        "main_factor": [max(each) for each in products],
        "bounded_sum": [min(sum(each), Fraction(1)) for each in lesser],
    }
    for operator in OPERATORS:
        found = composition(np.array(CLOTHES) / 10, np.array(TASTE) / 100, operator)
        np.testing.assert_allclose(found, [float(each) for each in by_hand[operator]], rtol=1e-12)


def test_outranking_of_three_countries() -> None:
    """OECD/JRC (2008), Handbook, section 6.4; Munda and Nardo (2009), doi:10.1080/00036840601019364.

    Product, unemployment, waste, inequality and crime, waste weighing twice as much; all but the product are better
    when low. Solved by hand, comparison by comparison: the Handbook's table was not found in any public text.
    """
    countries = np.array([[25000, 0.15, 0.40, 9.2, 40], [45000, 0.10, 0.70, 13.2, 52], [20000, 0.08, 0.35, 5.3, 80]])
    scores, weight = none(countries, [1, -1, -1, -1, -1]), [1, 1, 2, 1, 1]
    # the first beats the second in waste, inequality, crime; the third in product, crime; the second the third likewise
    first_second, first_third, second_third = Fraction(2 + 1 + 1, 6), Fraction(1 + 1, 6), Fraction(1 + 1, 6)
    expected = [
        [np.nan, float(first_second), float(first_third)],
        [float(1 - first_second), np.nan, float(second_third)],
        [float(1 - first_third), float(1 - second_third), np.nan],
    ]
    np.testing.assert_allclose(outranking_matrix(scores, weight), expected, rtol=1e-12)
    assert copeland(scores, weight).tolist() == [0, -2, 2]


def test_mazziotta_pareto_rewards_balance() -> None:
    """Mazziotta and Pareto (2016), doi:10.1007/s11205-015-0998-2; De Muro et al. (2011), doi:10.1007/s11205-010-9727-z.

    Solved by hand in fractions, M - S² / M with the deviation over the indicators: no table that gives both scores and
    index was found in any public text. With weights both are weighted, as the authors later wrote (Mazziotta and
    Pareto, Weighting in composite indices construction, Rivista italiana di economia, demografia e statistica).
    """
    rows, weight = [[100, 100, 100], [90, 100, 110], [70, 100, 130], [120, 110, 100]], [Fraction(1, 3)] * 3
    for weights in (weight, [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]):
        down, up = [], []
        for row in rows:
            mean = sum(w * each for w, each in zip(weights, row, strict=True))
            square = sum(w * (each - mean) ** 2 for w, each in zip(weights, row, strict=True))
            down.append(float(mean - square / mean))
            up.append(float(mean + square / mean))
        given = [float(each) for each in weights]
        np.testing.assert_allclose(mazziotta_pareto(np.array(rows, float), given), down, rtol=1e-12)
        np.testing.assert_allclose(mazziotta_pareto(np.array(rows, float), given, penalty="up"), up, rtol=1e-12)
    assert mazziotta_pareto(np.array([[100.0, 100], [90, 110]]), [1, 1]).tolist() == [100, 99]


def best_by_corners(points: list[list[int]], unit: int, least: Fraction, most: Fraction) -> Fraction:
    """Solve the programme of one unit with two children exactly, by trying every corner that two bounds make."""
    x, y = points[unit]
    rows = [(Fraction(a), Fraction(b), Fraction(1)) for a, b in points]
    rows += [(-Fraction(1), Fraction(0), Fraction(0)), (Fraction(0), -Fraction(1), Fraction(0))]
    for bound, sign in ((least, 1), (most, -1)):
        rows += [(sign * (bound - 1) * x, sign * bound * y, Fraction(0))]
        rows += [(sign * bound * x, sign * (bound - 1) * y, Fraction(0))]
    found = Fraction(0)
    for (a, b, c), (d, e, f) in combinations(rows, 2):
        if a * e != b * d:
            corner = (c * e - b * f) / (a * e - b * d), (a * f - c * d) / (a * e - b * d)
            if all(p * corner[0] + q * corner[1] <= r for p, q, r in rows):
                found = max(found, corner[0] * x + corner[1] * y)
    return found


@pytest.mark.parametrize(
    ("least", "most"), [(Fraction(0), Fraction(1)), (Fraction(1, 4), Fraction(3, 4)), (Fraction(2, 5), Fraction(3, 5))]
)
def test_benefit_of_the_doubt_on_a_drawn_frontier(least: Fraction, most: Fraction) -> None:
    """Cherchye et al. (2007), doi:10.1007/s11205-006-9029-7: the score is how far along its ray a unit stands.

    Seven units drawn for this test, solved exactly in fractions, also with bounds on the shares: no table that gives
    both data and scores was found in any public text. Without bounds the frontier runs from (2, 7) over (4, 6) and
    (5, 5) to (6, 2), so (1, 5) stands at 5/7 of the way to the edge, and (4, 3) at 3/4.
    """
    points = [[1, 5], [2, 7], [3, 4], [4, 3], [4, 6], [5, 5], [6, 2]]
    exact = [best_by_corners(points, unit, least, most) for unit in range(len(points))]
    if least == 0:
        assert exact == [Fraction(5, 7), 1, Fraction(7, 10), Fraction(3, 4), 1, 1, 1]
    found = benefit_of_the_doubt(np.array(points, float), [1, 1], least=float(least), most=float(most))
    np.testing.assert_allclose(found, [float(each) for each in exact], rtol=1e-7)
