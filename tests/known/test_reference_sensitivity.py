"""The 600 runs of the reference's sensitivity analysis, scored as stacks of draws, to 1e-9."""

from __future__ import annotations

import numpy as np

from parkindex.engine import Method, Step, run
from parkindex.engine.arrays import FloatArray

from .conftest import Reference

NORMALISATIONS = {
    "1": Step("min_max", {"to": (1.0, 100.0)}),
    "2": Step("z_score", {"mean": 10.0, "deviation": 2.0}),
}
AGGREGATIONS = {"a_amean": "arithmetic", "a_gmean": "geometric"}


def weight_sets(reference: Reference) -> dict[str, FloatArray]:
    sets: dict[str, FloatArray] = {}
    for row in reference.rows("16_noisy_weight_sets"):
        found = sets.setdefault(row["set"], np.ones(len(reference.structure)))
        found[reference.structure.index(row["iCode"])] = float(row["Weight"])
    return sets


def test_every_run_of_the_sensitivity_analysis(reference: Reference) -> None:
    sets = weight_sets(reference)
    runs: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for row in reference.rows("16_SA_N100_params"):
        choice = (row["Winmax"], row["Normalisation"], row["Aggregation"])
        runs.setdefault(choice, []).append((row["run"], row["Weights"]))
    published = {row["uCode"]: row for row in reference.rows("16_SA_N100_scores")}
    screened = reference.nodes(reference.table("02_example_Screened", reference.indicators))
    for (limit, normalisation, aggregation), drawn in runs.items():
        method = Method(
            "draw",
            treatment=Step("winsorise", {"limit": int(limit), "otherwise": "log"}),
            normalisation=NORMALISATIONS[normalisation],
            aggregation=Step(AGGREGATIONS[aggregation]),
        )
        weight = np.stack([sets[number] for _, number in drawn])
        scores = run(screened[None], reference.structure, reference.direction, method, weight=weight)
        expected = np.array([[float(published[u][f"r_{name}"]) for u in reference.units] for name, _ in drawn])
        np.testing.assert_allclose(
            scores.scores[..., 0], expected, rtol=1e-9, err_msg=f"{limit} {normalisation} {aggregation}"
        )
