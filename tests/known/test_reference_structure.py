"""Statistics of the structure against the reference files, to 1e-9."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.components import cronbach_alpha, principal_components
from parkindex.engine.correlation import correlations
from parkindex.engine.screening import available, differing_from_zero
from parkindex.engine.structure import Structure
from parkindex.engine.summary import flags, summary

from .conftest import Reference, number


def test_summary(reference: Reference) -> None:
    found = summary(reference.table("02_example_Raw", reference.indicators))
    published = {row["iCode"]: row for row in reference.rows("04_stats_Raw")}
    names = {
        "Min": found.least,
        "Max": found.greatest,
        "Mean": found.mean,
        "Median": found.median,
        "Std": found.deviation,
        "Skew": found.skewness,
        "Kurt": found.kurtosis,
        "N.Avail": found.available,
        "N.NonZero": found.non_zero,
        "N.Unique": found.unique,
        "N.Same": found.most_frequent,
    }
    for name, values in names.items():
        expected = [number(published[code][name]) for code in reference.indicators]
        np.testing.assert_allclose(values, expected, rtol=1e-9, atol=1e-12, err_msg=name)


def test_flags_of_skewed_indicators(reference: Reference) -> None:
    found = flags(summary(reference.table("02_example_Raw", reference.indicators)))
    published = {row["iCode"]: row["Flag.SkewKurt"] for row in reference.rows("04_stats_Raw")}
    assert found.skewed.tolist() == [published[code] == "OUT" for code in reference.indicators]


def test_availability(reference: Reference) -> None:
    raw = reference.table("02_example_Raw", reference.indicators)
    expected = reference.table("12_data_avail_summary_Raw", ["Dat_Avail", "Non_Zero"])
    np.testing.assert_allclose(available(raw)[:, 0], expected[:, 0], rtol=1e-12)
    np.testing.assert_allclose(differing_from_zero(raw)[:, 0], expected[:, 1], rtol=1e-12)


def test_nominal_weights_multiplied_down_the_tree(reference: Reference) -> None:
    found = dict(zip(reference.structure.codes, reference.structure.global_weights(), strict=True))
    for row in reference.rows("10_eff_weights"):
        assert found[row["iCode"]] == pytest.approx(float(row["EffWeight"]), rel=1e-12)


def family(structure: Structure, code: str) -> list[str]:
    return [structure.codes[child] for child in structure.children(structure.index(code))]


def test_eigenvalues_and_loadings_of_each_pillar(reference: Reference) -> None:
    eigenvalues: dict[str, list[float]] = {}
    for row in reference.rows("10_pca_eigen_level1"):
        eigenvalues.setdefault(row["group"], []).append(float(row["eigenvalue"]))
    loadings = {
        row["iCode"]: float(row["Weight"]) for row in reference.rows("10_pca_weights_level1") if row["Level"] == "1"
    }
    for pillar, expected in eigenvalues.items():
        children = family(reference.structure, pillar)
        found = principal_components(reference.table("02_example_Normalised", children))
        np.testing.assert_allclose(found.eigenvalues, expected, rtol=1e-9)
        published = np.array([loadings[code] for code in children])
        # the sign of a component is free: ours has a sum that is not negative
        turned = published if published.sum() >= 0 else -published
        np.testing.assert_allclose(found.vectors[:, 0], turned, rtol=1e-8, atol=1e-9)


def test_correlations_with_the_parent(reference: Reference) -> None:
    for row in reference.rows("11_corr_ind_to_parents_pearson"):
        pair = reference.table("02_example_Aggregated", [row["Var1"], row["Var2"]])
        found = correlations(pair).coefficient[0, 1]
        assert found == pytest.approx(float(row["Correlation"]), rel=1e-9)


def test_cronbach_alpha(reference: Reference) -> None:
    for row in reference.rows("12_cronbach"):
        children = reference.indicators if row["group"] == "ALL" else family(reference.structure, row["group"])
        found = cronbach_alpha(reference.table(f"02_example_{row['dset']}", children), gaps="pairwise")
        assert found == pytest.approx(float(row["alpha"]), rel=1e-9), row
