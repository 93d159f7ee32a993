"""Weightings from the data against worked examples of the literature.

With each case stands what its numbers were held against. "Confirmed" names a public text or program that prints them.
That is second hand: the papers and books themselves were not opened. Several cases rest on one public catalogue of
multi-criteria methods alone, which quotes the tables and computes them anew; where it does, the case says so. "Solved
by hand" means that nothing public was found, and that the test works the formula of the source out itself.
"""

from __future__ import annotations

import numpy as np

from parkindex.engine.data_weights import critic, entropy, merec, standard_deviation
from parkindex.engine.normalisation import min_max, share_of_best

EQUAL = np.ones(3)

CONDITIONERS = np.array(
    [
        [649, 4.7, 326, 7.1, 143],
        [749, 5.5, 401, 7.3, 192],
        [740, 5.7, 520, 7.6, 171],
        [400, 5.7, 520, 11.1, 179],
        [600, 5.5, 538, 8.9, 152],
    ]
)


def test_entropy_of_scores_brought_to_0_to_1() -> None:
    """Krishnan et al. (2021), doi:10.3390/sym13060973, Table 1 (data) and Table 5 (column Entropy).

    Confirmed in a public catalogue of multi-criteria methods that quotes both tables and computes them anew.
    """
    scaled = min_max(CONDITIONERS, [-1, 1, 1, -1, -1], to=(0, 1))
    np.testing.assert_allclose(entropy(scaled, np.ones(5)), [0.3481, 0.1360, 0.1690, 0.1463, 0.2006], atol=5e-5)


FIGHTERS = np.array(
    [
        [2.0, 1500, 20000, 5.5, 5, 9],
        [2.5, 2700, 18000, 6.5, 3, 5],
        [1.8, 2000, 21000, 4.5, 7, 7],
        [2.2, 1800, 20000, 5.0, 5, 5],
    ]
)


def test_entropy_of_raw_data() -> None:
    """The formula of Hwang and Yoon (1981), doi:10.1007/978-3-642-48318-9, solved by hand, logarithm by logarithm.

    The data are confirmed (see `test_published_rankings`); the book's own weights were not found in any public text.
    """
    diversity = []
    for column in FIGHTERS.T.tolist():
        shares = [value / sum(column) for value in column]
        diversity.append(1 + sum(share * np.log(share) for share in shares) / np.log(4))
    expected = [each / sum(diversity) for each in diversity]
    np.testing.assert_allclose(entropy(FIGHTERS, np.ones(6)), expected, rtol=1e-10)


COMPANIES = np.array(
    [
        [61, 1.08, 4.33],
        [20.7, 0.26, 4.34],
        [16.3, 1.98, 2.53],
        [9, 3.29, 1.65],
        [5.4, 2.77, 2.33],
        [4, 4.12, 1.21],
        [-6.1, 3.52, 2.10],
        [-34.6, 3.31, 0.98],
    ]
)


def test_critic_of_the_pharmaceutical_companies() -> None:
    """Diakoulaki, Mavrotas and Papayannakis (1995), doi:10.1016/0305-0548(94)00059-H.

    Confirmed: data and weights, to eight digits, in the tests of scikit-criteria.
    """
    np.testing.assert_allclose(critic(COMPANIES, EQUAL), [0.20222554, 0.48090173, 0.31687273], atol=1e-8)


def test_standard_deviation_of_the_pharmaceutical_companies() -> None:
    """The same paper, where it is what CRITIC is compared with; scores brought to 0 to 1.

    The data are confirmed as above; the weights are solved by hand, deviation by deviation.
    """
    scaled = min_max(COMPANIES, [1, 1, 1], to=(0, 1))
    deviations = []
    for column in COMPANIES.T.tolist():
        scores = [(value - min(column)) / (max(column) - min(column)) for value in column]
        mean = sum(scores) / 8
        deviations.append((sum((score - mean) ** 2 for score in scores) / 7) ** 0.5)
    expected = [each / sum(deviations) for each in deviations]
    np.testing.assert_allclose(standard_deviation(scaled, EQUAL), expected, rtol=1e-12)
    np.testing.assert_allclose(expected, [0.27908306, 0.34092628, 0.37999065], atol=1e-8)


def test_merec_of_the_illustrative_example() -> None:
    """Keshavarz-Ghorabaee et al. (2021), doi:10.3390/sym13040525, Table 2 (data) and step 6 (weights).

    Confirmed: data and weights in the tests of scikit-criteria and of the R package rmerec.
    """
    matrix = np.array(
        [[450, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153], [220, 9300, 1, 162], [5, 8400, 23, 158]],
        dtype=float,
    )
    weight = merec(share_of_best(matrix, [1, 1, -1, -1]), np.ones(4))
    np.testing.assert_allclose(weight, [0.5752, 0.0141, 0.4016, 0.0091], atol=5e-5)


def test_merec_of_the_comparative_example() -> None:
    """The same paper, Table 5 (data) and Table 6 (column MEREC); confirmed in the catalogue named above."""
    matrix = np.array(
        [
            [23, 264, 2.37, 0.05, 167, 8900, 8.71],
            [20, 220, 2.2, 0.04, 171, 9100, 8.23],
            [17, 231, 1.98, 0.15, 192, 10800, 9.91],
            [12, 210, 1.73, 0.2, 195, 12300, 10.21],
            [15, 243, 2, 0.14, 187, 12600, 9.34],
            [14, 222, 1.89, 0.13, 180, 13200, 9.22],
            [21, 262, 2.43, 0.06, 160, 10300, 8.93],
            [20, 256, 2.6, 0.07, 163, 11400, 8.44],
            [19, 266, 2.1, 0.06, 157, 11200, 9.04],
            [8, 218, 1.94, 0.11, 190, 13400, 10.11],
        ]
    )
    weight = merec(share_of_best(matrix, [1, 1, 1, -1, -1, -1, -1]), np.ones(7))
    np.testing.assert_allclose(weight, [0.324, 0.055, 0.086, 0.368, 0.044, 0.077, 0.045], atol=5e-4)
