"""Where the reference engine is wrong, and what ParkIndex does instead."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine import Method, Step, run
from parkindex.engine.aggregation import geometric, power_mean
from parkindex.engine.normalisation import min_max
from parkindex.engine.outranking import copeland, outranking_matrix
from parkindex.errors import MethodError

from .conftest import Reference


def test_the_outranking_matrix_does_not_depend_on_the_order_of_the_rows(reference: Reference) -> None:
    """That of the reference does where values are missing, as the notes beside its results say."""
    scores = reference.table("08_missing_norm_raw_minmax1_100", reference.indicators)
    assert np.isnan(scores).any()
    weight, order = np.ones(scores.shape[1]), np.random.default_rng(4).permutation(len(scores))
    matrix = outranking_matrix(scores, weight)
    np.testing.assert_allclose(outranking_matrix(scores[order], weight), matrix[np.ix_(order, order)])
    both = matrix + matrix.T
    np.testing.assert_allclose(both[~np.isnan(both)], 1)
    np.testing.assert_array_equal(copeland(scores[order], weight), copeland(scores, weight)[order])


def test_every_power_mean_skips_what_is_missing_alike(reference: Reference) -> None:
    """The generalised mean of the reference returns missing where its arithmetic and geometric means skip."""
    scores = reference.table("08_missing_norm_raw_minmax1_100", reference.indicators)
    for p in (-1.0, 0.0, 0.5, 1.0, 2.0):
        assert not np.isnan(power_mean(scores, np.ones(scores.shape[1]), p=p)).any()
    np.testing.assert_allclose(
        power_mean(scores, np.ones(scores.shape[1]), p=1e-7), geometric(scores, np.ones(scores.shape[1])), rtol=1e-5
    )


def test_a_constant_indicator_is_refused_by_name_and_not_dropped(reference: Reference) -> None:
    """In the reference it becomes missing and is dropped in silence, as the notes beside its results say."""
    treated = reference.table("02_example_Treated", reference.indicators)
    treated[:, 3] = 7.0
    with pytest.raises(MethodError):
        min_max(treated, reference.way)
    with pytest.raises(MethodError) as error:
        run(reference.nodes(treated), reference.structure, reference.direction, Method("m"))
    assert [finding.where for finding in error.value.findings] == [
        f"normalisation: indicator '{reference.indicators[3]}'"
    ]


def test_the_share_of_best_is_open_to_a_constant_indicator(reference: Reference) -> None:
    treated = reference.table("02_example_Treated", reference.indicators)
    treated[:, 3] = 7.0
    method = Method("m", normalisation=Step("none", nodes={reference.indicators[3]: Step("share_of_best")}))
    scores = run(reference.nodes(treated), reference.structure, reference.direction, method)
    assert (scores.scores[:, reference.structure.index(reference.indicators[3])] == 100).all()


def test_a_first_order_index_of_the_reference_exceeds_the_total_one(reference: Reference) -> None:
    """So its uncentred first-order estimates are no yardstick; its total-order ones are."""
    rows = {row["Variable"]: row for row in reference.rows("16_SA_N100_sobol")}
    assert float(rows["Winmax"]["Si"]) > float(rows["Winmax"]["STi"])
