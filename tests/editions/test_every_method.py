"""Every method of every step works from an edition folder, and every mistake in it is refused with its line."""

from __future__ import annotations

import contextlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from parkindex.edition import Edition, open_edition
from parkindex.engine.choices import METHODS
from parkindex.engine.parameters import parameters
from parkindex.errors import MethodError
from parkindex.framework.methods import read_methods
from parkindex.index import Index, Result
from parkindex.sample import write_sample

HEAD = """\
tried:
  title: {zh: 试验, en: Tried}
  because: {zh: 试验, en: To try}
"""
WHY = "because: {zh: 试, en: tried}"


@dataclass(frozen=True)
class Case:
    """A step as written in methods.yaml, other steps that the method needs beside it, and whether it needs years."""

    written: str
    beside: str = ""
    panel: bool = False


POSITIVE = f"  normalisation: {{method: min_max, to: [1, 100], {WHY}}}\n"
AHP = "[[1, 2, 4, 8], [1/2, 1, 2, 4], [1/4, 1/2, 1, 2], [1/8, 1/4, 1/2, 1]]"
AT_ROOT = "method: given, nodes: {index: {%s}}"

CASES: dict[tuple[str, str], Case] = {
    ("screening", "none"): Case("method: none"),
    ("screening", "units"): Case("method: units, availability: 0.95, exclude: [%first]"),
    ("screening", "indicators"): Case("method: indicators, non_zero: 0.6"),
    ("screening", "nodes"): Case("method: nodes, availability: 0.8"),
    ("denomination", "none"): Case("method: none"),
    ("denomination", "ratio"): Case("method: ratio, by: {financing: area, talent: universities}, scale: 10"),
    ("imputation", "none"): Case("method: none"),
    ("imputation", "mean"): Case("method: mean"),
    ("imputation", "median"): Case("method: median"),
    ("imputation", "group_mean"): Case("method: group_mean, group: region"),
    ("imputation", "group_median"): Case("method: group_median, group: development_mode, fallback: none"),
    ("imputation", "nearest_neighbours"): Case("method: nearest_neighbours, count: 3"),
    ("imputation", "regression"): Case("method: regression, predictors: 2"),
    ("imputation", "expectation_maximisation"): Case("method: expectation_maximisation, ridge: 0.05"),
    ("imputation", "latest"): Case("method: latest, within: 1", panel=True),
    ("imputation", "constant"): Case("method: constant", panel=True),
    ("imputation", "linear"): Case("method: linear", panel=True),
    ("treatment", "none"): Case("method: none"),
    ("treatment", "winsorise"): Case("method: winsorise, skewness: 1, kurtosis: 1, otherwise: box_cox"),
    ("treatment", "winsorise_points"): Case("method: winsorise_points, points: 2, end: high"),
    ("treatment", "log"): Case("method: none, nodes: {financing: {method: log}}"),
    ("treatment", "log_shifted"): Case("method: log_shifted, shift: 0.02"),
    ("treatment", "log_gii"): Case("method: none, nodes: {talent: {method: log_gii}}"),
    ("treatment", "box_cox"): Case("method: box_cox"),
    ("normalisation", "none"): Case("method: none"),
    ("normalisation", "min_max"): Case("method: min_max, to: [0, 10]"),
    ("normalisation", "z_score"): Case("method: z_score"),
    ("normalisation", "t_score"): Case("method: t_score"),
    ("normalisation", "rank"): Case("method: rank, ties: average"),
    ("normalisation", "borda"): Case("method: borda"),
    ("normalisation", "percentile_rank"): Case("method: percentile_rank"),
    ("normalisation", "goalposts"): Case(
        "method: min_max, nodes: {talent: {method: goalposts, low: 3000, high: 10000, truncate: true}}"
    ),
    ("normalisation", "distance_to_best"): Case("method: distance_to_best"),
    ("normalisation", "distance_to_unit"): Case(
        "method: min_max, nodes: {talent: {method: distance_to_unit, unit: %best}}"
    ),
    ("normalisation", "distance_to_target"): Case(
        "method: min_max, nodes: {talent: {method: distance_to_target, target: 1.0e+6}}"
    ),
    ("normalisation", "share_of_best"): Case("method: share_of_best"),
    ("normalisation", "vector"): Case("method: vector"),
    ("normalisation", "total"): Case("method: total"),
    ("normalisation", "rubric"): Case(
        "method: min_max, nodes: {leading_firms: {method: rubric, cuts: [1, 3, 5], points: [0, 40, 80, 100]}}"
    ),
    ("normalisation", "categorical"): Case(
        "method: min_max, nodes: {policy_count: {method: categorical, points: %points}}"
    ),
    ("normalisation", "two_sided"): Case(
        "method: min_max, nodes: {resident_firms: {method: two_sided, low: 20, high: 30}}"
    ),
    ("weighting", "given"): Case("method: given"),
    ("weighting", "equal"): Case("method: equal"),
    ("weighting", "budget_allocation"): Case(
        AT_ROOT % "method: budget_allocation, points: [[40, 30, 20, 10], [25, 25, 25, 25]]"
    ),
    ("weighting", "analytic_hierarchy"): Case(AT_ROOT % f"method: analytic_hierarchy, matrix: {AHP}"),
    ("weighting", "best_worst"): Case(
        AT_ROOT % "method: best_worst, best_to_others: [1, 2, 4, 8], others_to_worst: [8, 4, 2, 1]"
    ),
    ("weighting", "entropy"): Case("method: entropy"),
    ("weighting", "critic"): Case("method: critic"),
    ("weighting", "merec"): Case("method: merec", POSITIVE),
    ("weighting", "standard_deviation"): Case("method: standard_deviation"),
    ("weighting", "principal_component"): Case("method: principal_component"),
    ("weighting", "factor_analysis"): Case("method: factor_analysis"),
    ("weighting", "benefit_of_the_doubt"): Case("method: benefit_of_the_doubt", POSITIVE),
    ("weighting", "target_importance"): Case(AT_ROOT % "method: target_importance, target: [1, 1, 1, 1]"),
    ("weighting", "combined"): Case(
        AT_ROOT % f"method: combined, rule: game_theoretic, of: [entropy, {{name: analytic_hierarchy, parameters: "
        f"{{matrix: {AHP}}}}}]"
    ),
    ("aggregation", "arithmetic"): Case("method: arithmetic, minimum_share: 0.5"),
    ("aggregation", "geometric"): Case("method: geometric", POSITIVE),
    ("aggregation", "harmonic"): Case("method: harmonic", POSITIVE),
    ("aggregation", "power"): Case("method: power, p: 0.5"),
    ("aggregation", "sum"): Case("method: sum, minimum_share: 0.5"),
    ("aggregation", "mean_with_bonus"): Case(
        "method: arithmetic, nodes: {index: {method: mean_with_bonus, bonus: [capital], most: 100}}"
    ),
    ("aggregation", "copeland"): Case("method: arithmetic, nodes: {index: {method: copeland}}"),
    ("aggregation", "mazziotta_pareto"): Case("method: mazziotta_pareto", POSITIVE),
    ("aggregation", "topsis"): Case("method: topsis"),
    ("aggregation", "vikor"): Case("method: arithmetic, nodes: {index: {method: vikor}}"),
    ("aggregation", "promethee"): Case(
        "method: arithmetic, nodes: {index: {method: promethee, preference: {policy: usual, operation: level, "
        "research: linear, capital: gaussian}, indifference: 5, strict: 20}}"
    ),
    ("aggregation", "grey_relational"): Case("method: grey_relational"),
    ("aggregation", "fuzzy"): Case("method: fuzzy, operator: main_factor"),
    ("aggregation", "benefit_of_the_doubt"): Case("method: benefit_of_the_doubt", POSITIVE),
    ("ranking", "rank"): Case("method: rank, ties: dense"),
    ("ranking", "rank_within_groups"): Case("method: rank_within_groups, group: region"),
    ("tiers", "none"): Case("method: none"),
    ("tiers", "thresholds"): Case("method: thresholds, at: [60, 30]"),
    ("tiers", "quantiles"): Case("method: quantiles, at: [0.8, 0.4]"),
    ("tiers", "natural_breaks"): Case("method: natural_breaks, count: 3"),
    ("tiers", "k_means"): Case("method: k_means, count: 3"),
    ("tiers", "largest_gaps"): Case("method: largest_gaps, count: 3"),
    ("tiers", "deviations"): Case("method: deviations, at: [1, -1]"),
}

ALL = [(step, name) for step, functions in METHODS.items() for name in functions]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("methods") / "sample", 22, 1)


@pytest.fixture(scope="module")
def opened(folder: Path) -> Edition:
    return open_edition(folder)


@pytest.fixture(scope="module")
def panel_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same edition with three years: in each the values grow by a tenth, and a few are missing in each."""
    path = tmp_path_factory.mktemp("panel") / "sample"
    shutil.copytree(folder, path)
    table = path / "evidence/observations.csv"
    head, *rows = table.read_text("utf-8").splitlines()
    columns = head.split(",")
    assert "year" not in columns
    value, status = columns.index("value"), columns.index("status")
    written = [f"{head},year"]
    for place, row in enumerate(rows):
        cells = row.split(",")
        assert len(cells) == len(columns)
        for year in (2017, 2018, 2019):
            if cells[value] and (place + year) % 9 == 0:
                continue
            changed = f"{float(cells[value]) * 1.1 ** (year - 2017):.6g}" if cells[value] else ""
            written.append(",".join([*cells[:value], changed, *cells[value + 1 :], str(year)]))
    assert status
    table.write_text("\n".join(written) + "\n", "utf-8")
    return path


def write(folder: Path, case: str, step: str, beside: str = "") -> None:
    (folder / "methods.yaml").write_text(f"{HEAD}{beside}  {step}: {{{case}, {WHY}}}\n", "utf-8")
    text = (folder / "edition.yaml").read_text("utf-8")
    text = re.sub(r"^method: .*$", "method: tried", text, flags=re.MULTILINE)
    (folder / "edition.yaml").write_text(re.sub(r"^second_method: .*\n", "", text, flags=re.MULTILINE), "utf-8")


def filled_in(case: str, edition: Edition) -> str:
    """Put codes and values of the edition in the places that a case leaves open."""
    result = edition.result()
    talent, count = result.raw[:, result.column_of("talent")], result.raw[:, result.column_of("policy_count")]
    points = ", ".join(f'"{value:g}": {value * 3:g}' for value in np.unique(count))
    return (
        case.replace("%first", result.units[0])
        .replace("%best", result.units[int(np.argmax(talent))])
        .replace("%points", f"{{{points}}}")
    )


def test_no_method_is_without_its_case() -> None:
    assert set(CASES) == set(ALL)


@pytest.mark.parametrize(("step", "name"), ALL)
def test_the_method_works_from_an_edition_folder(step: str, name: str, folder: Path, panel_folder: Path) -> None:
    case = CASES[step, name]
    path = panel_folder if case.panel else folder
    write(path, "method: none", "screening")
    written = filled_in(case.written, open_edition(path))
    assert re.search(rf"\b{name}\b", written)
    write(path, written, step, case.beside)
    edition = open_edition(path)
    assert edition.check() == []
    result = edition.result()
    assert np.isfinite(result.scores[:, 0]).sum() >= 19
    chosen = result.method.method.step(step)
    assert name in {chosen.name, *(other.name for other in chosen.nodes.values())}
    CHECKS[step](result, name)


def parameters_of(result: Result, step: str, node: str) -> dict[str, object]:
    """Return what is chosen for a node, with names in the place of arrays already resolved."""
    from parkindex.engine.context import resolved

    chosen = result.method.method.step(step)
    chosen = chosen.nodes.get(node, chosen)
    children = result.framework.compile().children(result.column_of(node))
    codes = [result.nodes[child] for child in children] or [node]
    return resolved(METHODS[step][chosen.name], chosen.parameters, codes, result.context)


def scores_of_pillars(result: Result) -> np.ndarray:
    return np.stack([result.column(pillar.code) for pillar in result.framework.pillars], axis=-1)


def check_screening(result: Result, name: str) -> None:
    assert result.outcome.screened.any() == (name != "none")
    assert bool(result.left_out()) == (name != "none")
    if name == "units":
        assert np.isnan(result.score(result.units[0]))
        assert result.left_out()[0].where == f"unit '{result.units[0]}'"
        assert "screened" in result.marks(result.units[0], "talent")


def check_denomination(result: Result, name: str) -> None:
    plain = result.redo(denomination="none")
    differs = {
        code for code in result.entries if not np.array_equal(result.column(code), plain.column(code), equal_nan=True)
    }
    assert differs == (set() if name == "none" else {"financing", "talent"})


def check_imputation(result: Result, name: str) -> None:
    assert result.outcome.imputed.any() == (name != "none")
    missing = np.isnan(result.raw)
    assert not (result.outcome.imputed & ~missing).any()


def check_treatment(result: Result, name: str) -> None:
    assert result.outcome.treated.any() == (name != "none")


def check_normalisation(result: Result, name: str) -> None:
    chosen = result.method.method.normalisation
    node = next((code for code, other in chosen.nodes.items() if other.name == name), "financing")
    column = result.column_of(node)
    expected = METHODS["normalisation"][name](
        result.raw[:, [column]], result.framework.direction[[column]], **parameters_of(result, "normalisation", node)
    )
    np.testing.assert_allclose(result.outcome.normalised[:, [column]], expected, rtol=1e-12)


def check_weighting(result: Result, name: str) -> None:
    stated = np.array([pillar.weight or 1.0 for pillar in result.framework.pillars])
    given = parameters_of(result, "weighting", "index")
    expected = METHODS["weighting"][name](scores_of_pillars(result), stated / stated.sum(), **given)
    used = [[result.weight(unit, pillar.code) for pillar in result.framework.pillars] for unit in result.units]
    np.testing.assert_allclose(used, np.broadcast_to(expected, (len(result.units), len(stated))), atol=1e-9)


def check_aggregation(result: Result, name: str) -> None:
    weight = np.array([result.weight(result.units[0], pillar.code) for pillar in result.framework.pillars])
    given = parameters_of(result, "aggregation", "index")
    expected = METHODS["aggregation"][name](scores_of_pillars(result), weight, **given)
    np.testing.assert_allclose(result.column(), expected, atol=1e-9)


def check_ranking(result: Result, name: str) -> None:
    expected = METHODS["ranking"][name](result.column(), **parameters_of(result, "ranking", "index"))
    np.testing.assert_array_equal(result.ranks, expected)
    assert (np.count_nonzero(result.ranks == 1) > 1) == (name == "rank_within_groups")


def check_tiers(result: Result, name: str) -> None:
    expected = METHODS["tiers"][name](result.column(), **parameters_of(result, "tiers", "index"))
    np.testing.assert_array_equal(result.tiers, expected)
    assert result.tier_count == (0 if name == "none" else 3)


CHECKS = {
    "screening": check_screening,
    "denomination": check_denomination,
    "imputation": check_imputation,
    "treatment": check_treatment,
    "normalisation": check_normalisation,
    "weighting": check_weighting,
    "aggregation": check_aggregation,
    "ranking": check_ranking,
    "tiers": check_tiers,
}

EVERY_PARAMETER = [
    (step, name, parameter.name)
    for step, functions in METHODS.items()
    for name, function in functions.items()
    for parameter in parameters(function)
]


@pytest.mark.parametrize(("step", "name", "parameter"), EVERY_PARAMETER)
@pytest.mark.parametrize("nonsense", ["{nonsense: [a, {b: c}]}", "-7.5", "[nonsense]", "nonsense"])
def test_a_mistake_in_any_parameter_is_refused_at_its_line(
    step: str, name: str, parameter: str, nonsense: str, folder: Path, opened: Edition
) -> None:
    """Wrong by its kind or by what it means, it is found where it is written, and is never a traceback."""
    required = {
        one.name: REQUIRED[one.name]
        for one in parameters(METHODS[step][name])
        if one.required and one.name != parameter
    }
    rest = "".join(f", {key}: {value}" for key, value in required.items())
    node = NODE_OF.get(step, "")
    inner = f"method: {name}, {parameter}: {nonsense}{rest}"
    case = f"method: {DEFAULT[step]}, nodes: {{{node}: {{{inner}}}}}" if node else inner
    write(folder, case, step)
    methods, found = read_methods(folder / "methods.yaml", opened.framework.compile())
    if methods is not None:
        try:
            Index(opened.framework, opened.dataset, methods["tried"]).score()
        except MethodError as error:
            found += error.findings
    if (parameter, nonsense) in ALLOWED:
        return
    assert found, f"{inner} was taken"
    line = len(HEAD.splitlines()) + 1
    for finding in found:
        assert finding.where == f"methods.yaml:{line}", finding
    kind = next(one for one in parameters(METHODS[step][name]) if one.name == parameter)
    told = " ".join(f"{finding.message} {finding.hint}" for finding in found)
    assert kind.allowed in told or any(finding.hint for finding in found), told


@pytest.mark.parametrize(("step", "name", "parameter"), EVERY_PARAMETER)
@pytest.mark.parametrize("extreme", ["1.0e+308", "[]", "[[]]", "[1, 2, 3]"])
def test_what_is_extreme_or_empty_is_taken_or_refused_and_never_breaks(
    step: str, name: str, parameter: str, extreme: str, folder: Path, opened: Edition
) -> None:
    given = {one.name: REQUIRED[one.name] for one in parameters(METHODS[step][name]) if one.required}
    written = ", ".join(f"{key}: {value}" for key, value in {**given, parameter: extreme}.items())
    inner = f"{{method: {name}, {written}}}"
    node = NODE_OF.get(step, "")
    write(folder, f"method: {DEFAULT[step]}, nodes: {{{node}: {inner}}}" if node else inner[1:-1], step)
    methods, found = read_methods(folder / "methods.yaml", opened.framework.compile())
    if methods is None:
        assert found
        return
    with contextlib.suppress(MethodError):
        scored = Index(opened.framework, opened.dataset, methods["tried"]).score()
        assert not np.isinf(scored.scores).any()


@pytest.mark.parametrize(
    ("step", "inner", "name"),
    [
        ("screening", "method: units, exclude: [1]", "unit '1'"),
        ("normalisation", "method: distance_to_unit, unit: 1", "unit '1'"),
        ("aggregation", "method: mean_with_bonus, bonus: [1]", "node '1'"),
    ],
)
def test_a_number_is_a_code_and_never_a_position(
    step: str, inner: str, name: str, folder: Path, opened: Edition
) -> None:
    write(folder, inner, step)
    methods, _ = read_methods(folder / "methods.yaml", opened.framework.compile())
    assert methods is not None
    with pytest.raises(MethodError, match=name) as error:
        Index(opened.framework, opened.dataset, methods["tried"]).score()
    assert error.value.findings[0].where == "methods.yaml:4"


NODE_OF = {
    "weighting": "index", "aggregation": "index", "denomination": "talent", "imputation": "talent",
    "treatment": "talent", "normalisation": "talent",
}  # fmt: skip
DEFAULT = {
    "weighting": "given", "aggregation": "arithmetic", "denomination": "none", "imputation": "none",
    "treatment": "none", "normalisation": "min_max",
}  # fmt: skip
REQUIRED = {
    "by": "area", "group": "region", "low": "3000", "high": "10000", "target": "1.0e+6", "unit": "x", "cuts": "[1]",
    "points": "[1, 2]", "matrix": "[[1]]", "best_to_others": "[1, 2, 4, 8]", "others_to_worst": "[8, 4, 2, 1]",
    "of": "[given, equal]",
}  # fmt: skip
ALLOWED = {
    ("mean", "-7.5"), ("power", "-7.5"), ("p", "-7.5"), ("least", "-7.5"), ("most", "-7.5"), ("low", "-7.5"),
}  # fmt: skip
