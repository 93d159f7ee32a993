"""The whole example index of an independent engine (COINr 1.1.14), step by step and in one run, to 1e-9."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine import Context, Method, Scores, Step, run
from parkindex.engine.denomination import ratio
from parkindex.engine.imputation import group_mean
from parkindex.engine.normalisation import min_max
from parkindex.engine.screening import units as screen_units
from parkindex.engine.skewness import shape_of
from parkindex.engine.treatment import points_moved, winsorise

from .conftest import Reference, close, number


@pytest.fixture(scope="module")
def example(reference: Reference) -> Scores:
    return run(
        reference.nodes(reference.table("02_example_Raw", reference.indicators)),
        reference.structure,
        reference.direction,
        METHOD(reference),
        context=context(reference),
    )


def METHOD(reference: Reference) -> Method:  # noqa: N802 - a constant that needs the reference
    return Method(
        "example",
        denomination=Step("ratio", {"by": denominators(reference)}),
        imputation=Step("group_mean", {"group": "EurAsia_group"}),
        treatment=Step("winsorise", {"limit": 5, "otherwise": "log"}),
        normalisation=Step("min_max", {"to": (0.0, 100.0)}),
    )


def denominators(reference: Reference) -> dict[str, str]:
    return {code: name for code in reference.indicators if (name := reference.meta[code]["Denominator"])}


def context(reference: Reference) -> Context:
    variables = {
        name: [number(one) for one in reference.variable(name)] for name in set(denominators(reference).values())
    }
    return Context(groups={"EurAsia_group": reference.variable("EurAsia_group")}, variables=variables)


def test_denomination(reference: Reference) -> None:
    by = np.ones((len(reference.units), len(reference.indicators)))
    for code, name in denominators(reference).items():
        by[:, reference.indicators.index(code)] = [number(one) for one in reference.variable(name)]
    found = ratio(reference.table("02_example_Raw", reference.indicators), by=by)
    close(found, reference.table("02_example_Denominated", reference.indicators))


def test_imputation(reference: Reference) -> None:
    found, mask = group_mean(
        reference.table("02_example_Denominated", reference.indicators), group=reference.variable("EurAsia_group")
    )
    close(found, reference.table("02_example_Imputed", reference.indicators))
    assert mask.sum() == np.isnan(reference.table("02_example_Denominated", reference.indicators)).sum()


def test_screening_drops_no_unit(reference: Reference) -> None:
    imputed = reference.table("02_example_Imputed", reference.indicators)
    assert not screen_units(imputed, np.ones((1, imputed.shape[1])), availability=0.9).any()
    screened = {row["uCode"] for row in reference.rows("02_example_Screened")}
    assert screened == set(reference.units)


def test_treatment(reference: Reference) -> None:
    before = reference.table("02_example_Screened", reference.indicators)
    after, mask = winsorise(before, limit=5, otherwise="log")
    close(after, reference.table("02_example_Treated", reference.indicators))
    moved = points_moved(before, after)
    published = {
        (row["uCode"], code)
        for row in reference.rows("03_example_treated_points")
        for code in reference.indicators
        if row[code]
    }
    assert {(reference.units[unit], reference.indicators[k]) for unit, k in moved.position} == published
    counts = {row["iCode"]: int(row["nwin"] or 0) for row in reference.rows("03_winsor_counts_example")}
    assert dict(zip(reference.indicators, mask.sum(axis=0).tolist(), strict=True)) == counts


def test_skewness_and_kurtosis_before_and_after(reference: Reference) -> None:
    details = {row["iCode"]: row for row in reference.rows("03_example_treat_details")}
    for stage, name in ((0, "02_example_Screened"), (1, "02_example_Treated")):
        skewed, peaked = shape_of(np.ascontiguousarray(reference.table(name, reference.indicators).T))
        for k, code in enumerate(reference.indicators):
            if details[code][f"check_SkewKurt{stage}.Skew"]:
                assert skewed[k] == pytest.approx(number(details[code][f"check_SkewKurt{stage}.Skew"]), rel=1e-9)
                assert peaked[k] == pytest.approx(number(details[code][f"check_SkewKurt{stage}.Kurt"]), rel=1e-9)


def test_normalisation(reference: Reference) -> None:
    found = min_max(reference.table("02_example_Treated", reference.indicators), reference.way)
    close(found, reference.table("02_example_Normalised", reference.indicators))


def test_the_whole_example_in_one_run(reference: Reference, example: Scores) -> None:
    published = reference.table("02_example_Aggregated", reference.structure.codes)
    close(example.scores, published)
    assert example.treated.sum() == 35
    assert example.imputed.any(axis=0).sum() > 0


def test_the_ranks_of_the_whole_example(reference: Reference, example: Scores) -> None:
    ranks = reference.table("08_agg_amean_minmax0_100", ["rank_Index"])[:, 0]
    np.testing.assert_array_equal(example.ranks, ranks)
