"""Multi-criteria methods against worked examples of the literature.

How far each expected value was checked against its source is said with it, in the words of `test_published_weights`.
"""

from __future__ import annotations

import numpy as np

from parkindex.engine.distances import grey_relational, topsis, vikor
from parkindex.engine.frontier import benefit_of_the_doubt
from parkindex.engine.fuzzy import composition
from parkindex.engine.normalisation import min_max, none, vector, z_score
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
    """Hwang and Yoon (1981), doi:10.1007/978-3-642-48318-9, section 3.2. Not compared with the source."""
    scaled = vector(FIGHTERS, [1, 1, 1, -1, 1, 1])
    np.testing.assert_allclose(topsis(scaled, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]), [0.643, 0.268, 0.613, 0.312], atol=1e-3)


def test_vikor_of_the_mountain_climb() -> None:
    """Opricovic and Tzeng (2004), doi:10.1016/S0377-2217(03)00020-1, risk and altitude. Not compared with the
    source."""
    climbs = np.array([[1.0, 3000], [2, 3750], [5, 4500]])
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

    Not compared with the source: five flows as remembered, the fifth (0.293) as computed here.
    """
    flow = promethee(
        none(STATIONS, [-1, 1, -1, -1, -1, 1]),
        np.ones(6),
        preference=["u_shape", "v_shape", "linear", "level", "usual", "gaussian"],
        indifference=[10, 0, 50, 1, 0, 0],
        strict=[1, 30, 500, 6, 1, 5],
    )
    np.testing.assert_allclose(flow, [-0.146, 0.017, -0.089, -0.020, 0.293, -0.055], atol=1e-3)


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

    Confirmed in a public notebook that works the example through; the book itself was not at hand.
    """
    scaled = min_max(SUPPLIERS, [1, -1, -1, -1, 1, 1, 1, 1, 1], to=(0, 1))
    published = [0.4630, 0.5560, 0.6491, 0.6527, 0.4936, 0.6130]
    np.testing.assert_allclose(grey_relational(scaled, np.ones(9)), published, atol=5e-5)


def test_fuzzy_evaluation_of_clothing() -> None:
    """汪培庄《模糊集合论及其应用》 (1983), the evaluation of clothing. Not compared with the source."""
    degree = np.array([[0.2, 0.5, 0.2, 0.1], [0.7, 0.2, 0.1, 0], [0, 0.4, 0.5, 0.1], [0.2, 0.3, 0.5, 0]])
    found = composition(degree, np.array([0.1, 0.2, 0.3, 0.4]), "min_max")
    np.testing.assert_allclose(found, [0.2, 0.3, 0.4, 0.1])


def test_outranking_of_the_three_countries() -> None:
    """OECD/JRC (2008), Handbook, section 6.4: GDP, unemployment, solid waste, inequality, crime.

    All but GDP are better when low. Not compared with the source; the remembered weights sum to 0.993.
    """
    countries = np.array([[25000, 0.15, 0.40, 9.2, 40], [45000, 0.10, 0.70, 13.2, 52], [20000, 0.08, 0.35, 5.3, 80]])
    scores, weight = none(countries, [1, -1, -1, -1, -1]), [0.165, 0.165, 0.333, 0.165, 0.165]
    published = [[np.nan, 0.666, 0.333], [0.333, np.nan, 0.333], [0.666, 0.666, np.nan]]
    np.testing.assert_allclose(outranking_matrix(scores, weight), published, atol=3e-3)
    assert copeland(scores, weight).tolist() == [0, -2, 2]


def test_mazziotta_pareto_rewards_balance() -> None:
    """Mazziotta and Pareto (2016), doi:10.1007/s11205-015-0998-2: the formula, on made-up scores; no published
    table."""
    values = np.array([[1.0, 9, 5], [5, 5, 5], [9, 1, 5.5]])
    scaled = z_score(values, [1, 1, 1], mean=100, deviation=10)
    mean, deviation = scaled.mean(axis=1), scaled.std(axis=1)
    np.testing.assert_allclose(mazziotta_pareto(scaled, np.ones(3)), mean - deviation * (deviation / mean))
    balanced = mazziotta_pareto(np.array([[100.0, 100], [90, 110]]), [1, 1])
    assert balanced.tolist() == [100, 99]


def test_benefit_of_the_doubt_on_a_drawn_frontier() -> None:
    """Cherchye et al. (2007), doi:10.1007/s11205-006-9029-7: the score is how far along its ray a unit stands.

    A frontier drawn for this test, solved by hand; no published table. The frontier runs from (1, 4) over (3, 3) to (4,
    1); (1.5, 1.5) stands half-way to (3, 3), and (1, 3) at 7/9 of the way to the edge from (1, 4) to (3, 3), on which x
    + 2y = 9.
    """
    points = np.array([[1.0, 4], [3, 3], [4, 1], [1.5, 1.5], [1, 3]])
    np.testing.assert_allclose(benefit_of_the_doubt(points, [1, 1]), [1, 1, 1, 0.5, 7 / 9])
