"""Weights from rotated factors against the worked example of the OECD/JRC Handbook (2008), sections 4 and 6.1.

The Technology Achievement Index of 23 countries. Confirmed: the data in a public question of somebody who works the
example through; Table 16 (eigenvalues) and the first row of Table 17 (loadings, and squared loadings as shares of their
factor) in a public extract of the Handbook. The other loadings of Table 17, and the weights that it derives, were not
found in any public text: the loadings are computed here from the data, and the weights by hand. Nor was the sentence
found that says which factor an indicator belongs to; that the sign of a loading counts is our reading, not confirmed.
"""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.components import principal_components, varimax
from parkindex.engine.factor_weights import factor_analysis, weights_from_loadings

# patents, royalties, Internet hosts, technology exports, telephones (log), electricity (log), schooling, university
COUNTRIES = np.array(
    [
        [187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4],
        [289, 130, 179.1, 66.2, 3, 4.07, 12, 13.9],
        [271, 156.6, 125.8, 59.7, 3.1, 4.14, 11.4, 15.3],
        [994, 64.6, 49, 80.8, 3, 3.86, 9.5, 10],
        [779, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2],
        [189, 151.2, 136, 50.9, 3.02, 3.77, 9.4, 9.5],
        [82, 134, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9],
        [31, 38.6, 108, 48.7, 2.94, 4.18, 11.6, 14.2],
        [75, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3],
        [8, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2],
        [235, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4],
        [103, 20.2, 193.6, 19, 3.12, 4.39, 11.9, 11.2],
        [106, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3],
        [72, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6],
        [103, 13, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1],
        [165, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6],
        [205, 33.6, 36.4, 58.9, 2.97, 3.8, 7.9, 12.6],
        [74, 43.6, 43.2, 45, 2.96, 3.74, 9.6, 11],
        [42, 8.6, 21, 53.4, 2.86, 3.62, 7.3, 15.6],
        [13, 9.8, 30.4, 51, 3, 3.65, 7.2, 13],
        [28, 4.2, 25, 51.7, 2.75, 3.68, 9.5, 8.2],
        [26, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7],
        [105, 4, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6],
    ]
)

FACTORS = 4


def rotated() -> np.ndarray:
    found = varimax(principal_components(COUNTRIES).loadings[:, :FACTORS])
    return found * np.where(found.sum(axis=0) < 0, -1.0, 1.0)


def test_eigenvalues_of_the_technology_achievement_index() -> None:
    """Table 16, confirmed; the public data have the logarithms rounded to two digits, which moves the last one here."""
    found = principal_components(COUNTRIES)
    np.testing.assert_allclose(found.eigenvalues, [3.3, 1.7, 1.0, 0.9, 0.5, 0.3, 0.2, 0.1], atol=0.06)
    explained = [41.9, 21.8, 12.3, 11.1, 6.0, 3.7, 2.2, 0.9]
    np.testing.assert_allclose(100 * found.explained, explained, atol=0.12)


def test_loadings_of_patents() -> None:
    """Table 17, first row, confirmed: 0.07, 0.97, 0.06, 0.06; as shares of the factors 0.00, 0.67, 0.00, 0.00."""
    found = rotated()
    np.testing.assert_allclose(found[0], [0.07, 0.97, 0.06, 0.06], atol=0.011)
    shares = found**2 / (found**2).sum(axis=0)
    np.testing.assert_allclose(shares[0], [0.0, 0.67, 0.0, 0.0], atol=0.005)


def test_factor_weights_of_the_technology_achievement_index() -> None:
    """The rule solved by hand on the loadings: whose squared loading goes where is written out below.

    Technology exports load on the first factor with -0.65, on the second with +0.56. With the sign, the second is
    higher and the weight 0.06; by the square it would be the first, and 0.07. No source at hand decides between them.

    Table 17 has four factors. To keep as many, the least eigenvalue is lowered here until they pass; the defaults of
    `factor_analysis` keep two, so they do not give the weights of this example.
    """
    found = rotated()
    home = [1, 3, 0, 1, 3, 0, 0, 2]
    square = found[np.arange(8), home] ** 2
    assert found[3].round(2).tolist() == [-0.65, 0.56, -0.04, 0.35]
    weight = weights_from_loadings(found)
    np.testing.assert_allclose(weight, square / square.sum(), rtol=1e-12)
    np.testing.assert_allclose(weight, [0.168, 0.155, 0.111, 0.056, 0.086, 0.119, 0.139, 0.166], atol=5e-4)
    np.testing.assert_allclose(factor_analysis(COUNTRIES, np.ones(8), eigenvalue=0.85, variance=0.1), weight)
    assert np.abs(factor_analysis(COUNTRIES, np.ones(8)) - weight).max() > 0.1


def test_factor_weights_of_state_control() -> None:
    """Nicoletti, Scarpetta and Boylaud (2000), doi:10.1787/215182844604, p. 22: two factors of six indicators.

    The loadings are confirmed in a public script that quotes the page. It does not say which factor each indicator goes
    to: the fourth loads higher on the first (0.52 against 0.48), but is a greater part of the second (0.14 against
    0.13). That the loading decides, and not the share, is our reading. Weights by hand.
    """
    first, second = [0.79, 0.77, 0.76, 0.52, 0.18, -0.01], [-0.01, 0.28, 0.05, 0.48, 0.84, 0.78]
    explained = [sum(each**2 for each in one) for one in (first, second)]
    assert 0.52**2 / explained[0] < 0.48**2 / explained[1]
    parts = [each**2 / explained[0] * explained[0] / sum(explained) for each in first[:4]]
    parts += [each**2 / explained[1] * explained[1] / sum(explained) for each in second[4:]]
    expected = [part / sum(parts) for part in parts]
    assert weights_from_loadings(np.array([first, second]).T) == pytest.approx(expected, rel=1e-12)
