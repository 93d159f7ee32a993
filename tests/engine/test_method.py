from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from parkindex.engine import METHODS, Context, Method, Step, Structure, check_method, entries, run
from parkindex.engine.method import normalised
from parkindex.errors import MethodError

TREE = Structure.of(
    {
        "index": None,
        "policy": "index",
        "number": "policy",
        "breadth": "policy",
        "operation": "index",
        "firms": "operation",
    },
    {"policy": 25, "operation": 75},
)
UP = np.ones(6)
PLAIN = Method("plain", normalisation=Step("none"))


def values(**columns: list[float]) -> np.ndarray:
    units = len(next(iter(columns.values())))
    held = np.full((units, len(TREE)), np.nan)
    for code, column in columns.items():
        held[:, TREE.index(code)] = column
    return held


def at(array: np.ndarray, code: str) -> list[float]:
    found: list[float] = array[..., TREE.index(code)].tolist()
    return found


def test_leaves_are_joined_up_the_tree() -> None:
    scores = run(values(number=[1, 3], breadth=[3, 5], firms=[10, 20]), TREE, UP, PLAIN)
    assert at(scores.scores, "policy") == [2, 4]
    assert at(scores.scores, "operation") == [10, 20]
    assert at(scores.scores, "index") == [8, 16]
    assert scores.ranks.tolist() == [2, 1]
    np.testing.assert_allclose(scores.weight, [1, 0.25, 0.5, 0.5, 0.75, 1])


def test_a_value_at_a_node_without_values_below_is_an_entry() -> None:
    held = values(policy=[2, 4], firms=[10, 20])
    assert entries(held, TREE).tolist() == [TREE.index("policy"), TREE.index("firms")]
    scores = run(held, TREE, UP, PLAIN)
    assert at(scores.scores, "index") == [8, 16]
    assert np.isnan(at(scores.scores, "number")).all()
    assert np.isnan(scores.weight[TREE.index("number")])


def test_a_value_at_a_computed_node_is_kept_apart() -> None:
    scores = run(values(number=[1, 3], breadth=[3, 5], policy=[2.5, 4], firms=[10, 20]), TREE, UP, PLAIN)
    assert at(scores.scores, "policy") == [2, 4]
    assert at(scores.given, "policy") == [2.5, 4]
    assert at(scores.difference, "policy") == [0.5, 0]
    assert np.isnan(at(scores.given, "number")).all()


def test_an_empty_leaf_is_a_missing_child_by_the_one_rule() -> None:
    held = values(number=[1, 3], firms=[10, 20])
    assert at(run(held, TREE, UP, PLAIN).scores, "policy") == [1, 3]
    strict = Method("strict", normalisation=Step("none"), aggregation=Step("arithmetic", {"minimum_share": 0.6}))
    scores = run(held, TREE, UP, strict)
    assert np.isnan(at(scores.scores, "policy")).all()
    assert at(scores.scores, "index") == [10, 20]


def test_a_node_may_choose_its_own_aggregation_and_normalisation() -> None:
    method = Method(
        "mixed",
        normalisation=Step("none", nodes={"firms": Step("min_max", {"to": (1, 101)})}),
        aggregation=Step("arithmetic", nodes={"policy": Step("geometric")}),
        weighting=Step("given", nodes={"index": Step("equal")}),
    )
    scores = run(values(number=[2, 1], breadth=[8, 1], firms=[7, 9]), TREE, UP, method)
    np.testing.assert_allclose(at(scores.scores, "policy"), [4, 1])
    assert at(scores.scores, "operation") == [1, 101]
    np.testing.assert_allclose(at(scores.scores, "index"), [2.5, 51])


def test_negative_direction_is_turned_once() -> None:
    direction = UP.copy()
    direction[TREE.index("firms")] = -1
    method = Method("m", normalisation=Step("min_max", {"to": (0, 10)}))
    scores = run(values(number=[1, 2], firms=[5, 9]), TREE, direction, method)
    assert at(scores.scores, "firms") == [10, 0]


def test_what_was_changed_is_marked() -> None:
    spike = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 1000]
    gap = [1.0, 2, np.nan, 4, 5, 6, 7, 8, 9, 10]
    method = Method("m", imputation=Step("median"), treatment=Step("winsorise"), normalisation=Step("min_max"))
    scores = run(values(number=spike, firms=gap), TREE, UP, method)
    assert np.argwhere(scores.imputed).tolist() == [[2, TREE.index("firms")]]
    assert np.argwhere(scores.treated).tolist() == [[9, TREE.index("number")]]
    assert not scores.clipped.any()


def test_scores_are_rounded_once_at_the_end_and_ranked_as_printed() -> None:
    method = Method("m", normalisation=Step("none"), decimals=1)
    scores = run(values(number=[0.04, 0.0], breadth=[0.04, 0.0], firms=[1.04, 1.0]), TREE, UP, method)
    assert at(scores.scores, "policy") == [0, 0]
    assert scores.ranks.tolist() == [1, 2] or at(scores.scores, "index") == [0.8, 0.8]


def test_the_common_scale_can_be_had_without_the_index() -> None:
    held = values(number=[1, 3, 9], breadth=[3, np.nan, 4], firms=[10, 20, 5])
    method = dataclasses.replace(PLAIN, imputation=Step("mean"), normalisation=Step("min_max"))
    alone = normalised(held, TREE, UP, method)
    np.testing.assert_array_equal(alone, run(held, TREE, UP, method).normalised)
    with pytest.raises(MethodError, match="number"):
        normalised(values(number=[2, 2], firms=[1, 3]), TREE, UP, method)


def test_the_root_itself_may_be_the_entry() -> None:
    scores = run(values(index=[3, 9]), TREE, UP, PLAIN)
    assert at(scores.scores, "index") == [3, 9]
    assert scores.computed.tolist() == []


def test_a_stack_of_draws_is_each_draw_alone_to_the_bit() -> None:
    rng = np.random.default_rng(1)
    draws = rng.lognormal(size=(4, 30, len(TREE)))
    draws[:, :, [0, 1, 4]] = np.nan
    draws[rng.random(draws.shape) < 0.1] = np.nan
    method = Method("m", imputation=Step("mean"), treatment=Step("winsorise"), aggregation=Step("arithmetic"))
    together = run(draws, TREE, UP, method)
    for k, draw in enumerate(draws):
        alone = run(draw, TREE, UP, method)
        np.testing.assert_array_equal(together.scores[k], alone.scores)
        np.testing.assert_array_equal(together.ranks[k], alone.ranks)


def test_draws_of_weights() -> None:
    weight = np.tile(TREE.shares, (3, 1))
    weight[1, TREE.index("policy")] = 0
    weight[2, TREE.index("operation")] = 0
    scores = run(values(number=[1, 3], firms=[10, 20])[None], TREE, UP, PLAIN, weight=weight)
    assert at(scores.scores, "index") == [[7.75, 15.75], [10, 20], [1, 3]]
    assert scores.weight.shape == (3, 6)


def test_refusals_name_the_node() -> None:
    with pytest.raises(MethodError) as error:
        run(values(number=[1, 1], firms=[1, 2]), TREE, UP, Method("m", normalisation=Step("min_max")))
    assert error.value.findings[0].where == "normalisation: indicator 'number'"
    with pytest.raises(MethodError, match="node 'policy': indicator 'number'"):
        run(
            values(number=[0, 1], firms=[1, 2]),
            TREE,
            UP,
            Method("m", normalisation=Step("none"), aggregation=Step("geometric")),
        )


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (np.full((2, 6), np.nan), "no value at all"),
        (np.zeros((2, 5)), "6 nodes"),
        (np.full((2, 6), np.inf), "infinity"),
        (np.array([["a"] * 6]), "numbers"),
        (np.zeros(6), "shape"),
    ],
)
def test_values_that_cannot_be_scored_are_refused(held: np.ndarray, words: str) -> None:
    with pytest.raises(MethodError, match=words):
        run(held, TREE, UP, PLAIN)


def test_a_sound_method_has_no_findings() -> None:
    assert check_method(Method("m"), TREE) == []


@pytest.mark.parametrize(
    ("method", "code", "words"),
    [
        (Method("m", normalisation=Step("minmax")), "method.unknown", "did you mean 'min_max'"),
        (Method("m", ranking=Step("rank", {"tie": "min"})), "method.unknown-parameter", "did you mean 'ties'"),
        (Method("m", ranking=Step("rank", {"ties": "first"})), "method.parameter", "'dense'"),
        (Method("m", aggregation=Step("power", {"minimum_share": 2})), "method.parameter", "between 0 and 1"),
        (Method("m", aggregation=Step("power", {"p": "one"})), "method.parameter", "a number"),
        (Method("m", tiers=Step("natural_breaks", {"count": 0})), "method.parameter", "at least 1"),
        (Method("m", tiers=Step("natural_breaks", {"count": 2.5})), "method.parameter", "whole number"),
        (Method("m", normalisation=Step("min_max", {"to": [5, 1]})), "method.parameter", "the lower first"),
        (Method("m", aggregation=Step("sum", nodes={"polisy": Step("sum")})), "method.unknown-node", "policy"),
        (Method("m", aggregation=Step("sum", nodes={"policy": Step("som")})), "method.unknown", "sum"),
        (Method("m", tiers=Step("none", nodes={"policy": Step("none")})), "method.by-node", "all nodes"),
        (Method("m", decimals=-1), "method.decimals", "whole number"),
    ],
)
def test_mistakes_are_refused_with_what_is_allowed(method: Method, code: str, words: str) -> None:
    found = check_method(method, TREE)
    assert [finding.code for finding in found] == [code]
    assert words in str(found[0])
    with pytest.raises(MethodError):
        run(values(number=[1, 2]), TREE, UP, method)


def test_every_step_of_the_table_is_a_field_of_a_method() -> None:
    for step, methods in METHODS.items():
        assert Method("m").step(step).name in methods


def test_what_is_screened_out_takes_no_part() -> None:
    held = values(number=[1, 3, 5], breadth=[3, np.nan, 7], firms=[10, np.nan, 90])
    method = Method(
        "m", screening=Step("units", {"availability": 0.5}), imputation=Step("mean"), normalisation=Step("none")
    )
    scores = run(held, TREE, UP, method)
    assert scores.screened[1, TREE.index("number")]
    assert np.isnan(scores.scores[1]).all()
    assert np.isnan(scores.ranks[1])
    assert scores.ranks[[0, 2]].tolist() == [2, 1]
    assert not scores.imputed.any()


def test_groups_denominators_and_units_are_called_by_name() -> None:
    held = values(number=[10, 40, 30], breadth=[np.nan, 4, 8], firms=[1, 2, 3])
    context = Context(
        groups={"region": ["east", "west", "east"]},
        variables={"size": [10.0, 20.0, 30.0]},
        units=("first", "second", "third"),
    )
    method = Method(
        "m",
        denomination=Step("ratio", {"by": {"number": "size"}}),
        imputation=Step("group_mean", {"group": "region"}),
        normalisation=Step("distance_to_unit", {"unit": "second", "truncate": True}, {"breadth": Step("none")}),
        ranking=Step("rank_within_groups", {"group": "region"}),
    )
    scores = run(held, TREE, UP, method, context=context)
    assert at(scores.normalised, "number") == [0, 100, 0]
    assert at(scores.normalised, "breadth") == [8, 4, 8]
    assert at(scores.normalised, "firms") == [0, 100, 100]
    assert np.argwhere(scores.clipped).tolist() == [[2, TREE.index("firms")]]
    assert scores.ranks.tolist() == [2, 1, 1]
    with pytest.raises(MethodError, match="there are none"):
        run(held, TREE, UP, method)


def test_a_panel_within_and_across_its_years() -> None:
    years = np.stack([values(number=[1, 2], firms=[1, 2]), values(number=[3, 4], firms=[5, 4])])
    within = run(years, TREE, UP, Method("m"))
    np.testing.assert_array_equal(at(within.normalised, "number"), [[0, 100], [0, 100]])
    across = run(years, TREE, UP, Method("m", across=("treatment", "normalisation")))
    np.testing.assert_allclose(at(across.normalised, "number"), [[0, 100 / 3], [200 / 3, 100]])
    with pytest.raises(MethodError, match="needs years"):
        run(years[0], TREE, UP, Method("m", across=("normalisation",)))


def test_each_step_of_the_table_runs() -> None:
    from ..laws.engine_cases import PANEL, PARAMETERS, UNITS

    tree = Structure.of({"r": None, "a": "r", "b": "r", "c": "r", "d": "r"})
    held = np.full((UNITS, 5), np.nan)
    held[:, 1:] = np.random.default_rng(2).integers(1, 100, (UNITS, 4)) + np.arange(UNITS)[:, None] / 10
    held[0, 1:], held[2, 1] = 200, np.nan
    for step, methods in METHODS.items():
        for name in sorted(set(methods) - PANEL - {"categorical"}):
            changes: dict[str, Any] = {step: Step(name, PARAMETERS[step].get(name, {}) if step in PARAMETERS else {})}
            base = Method("m", imputation=Step("mean"), normalisation=Step("min_max", {"to": (1.0, 100.0)}))
            scores = run(held, tree, np.ones(5), dataclasses.replace(base, **changes))
            assert not np.isnan(scores.scores[0, 0]), f"{step}: {name}"


def test_gaps_of_a_panel_are_filled_from_the_years_of_the_context() -> None:
    years = np.stack([values(number=[1, 2], firms=[1, 2]), values(number=[np.nan, 4], firms=[5, 4])])
    method = Method("m", imputation=Step("latest", {"within": 2}), normalisation=Step("none"))
    near = run(years, TREE, UP, method, context=Context(years=[2018, 2020]))
    assert near.scores[1, 0, TREE.index("number")] == 1
    far = run(years, TREE, UP, method, context=Context(years=[2018, 2021]))
    assert np.isnan(far.scores[1, 0, TREE.index("number")])


def test_refusals_name_units_and_judgements_by_their_codes() -> None:
    held = values(number=[0, 1], breadth=[1, 2], firms=[1, 2])
    plain = Method("m", normalisation=Step("none"), aggregation=Step("geometric"))
    with pytest.raises(MethodError, match="unit 'second'"):
        run(held[::-1], TREE, UP, plain, context=Context(units=["first", "second"]))
    odd = [[1, 9, 1], [1 / 9, 1, 9], [1, 1 / 9, 1]]
    tree = Structure.of({"r": None, "a": "r", "b": "r", "c": "r"})
    method = Method("m", weighting=Step("analytic_hierarchy", {"matrix": odd}))
    with pytest.raises(MethodError, match="indicator 'b' over indicator 'c'"):
        run([[np.nan, 1, 2, 3], [np.nan, 2, 3, 5]], tree, np.ones(4), method)
