from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.engine import Context, Method, Step

if TYPE_CHECKING:
    from parkindex.edition import Edition

    from .conftest import Make

TREE = {"index": None, "x": "index", "a": "x", "b": "x", "y": "index", "c": "y"}


def test_a_result_and_its_evaluation_agree(report_2019: Edition) -> None:
    result = report_2019.result("sound")
    held = Evaluation.of(result)
    np.testing.assert_array_equal(held.ranks, result.ranks)
    np.testing.assert_array_equal(held.tiers, result.tiers)
    np.testing.assert_array_equal(held.scores, result.column())
    assert tuple(held.structure.codes[node] for node in held.entries) == result.entries


def test_a_node_goes_with_all_below_it_and_a_parent_with_its_last_child(make: Make) -> None:
    held = make([[1, 2, 3], [4, 5, 6]], parents=TREE)
    assert held.without_nodes(["x"]).structure.codes == ("index", "y", "c")
    assert held.without_nodes(["c"]).structure.codes == ("index", "x", "a", "b")
    assert held.without_nodes(["a"]).scores.tolist() == [2.5, 5.5]


def test_choices_for_a_node_go_with_it(make: Make) -> None:
    method = Method("m", normalisation=Step("none"), aggregation=Step("arithmetic", nodes={"x": Step("geometric")}))
    rest = make([[1, 2, 3], [4, 5, 6]], method, parents=TREE).without_nodes(["x"])
    assert dict(rest.method.aggregation.nodes) == {}


def test_a_unit_is_left_out_of_the_context_too(make: Make) -> None:
    context = Context(
        groups={"side": np.array(["l", "r", "l"])}, variables={"size": np.array([1.0, 2.0, 3.0])}, units=("A", "B", "C")
    )
    rest = make([[1, 2], [4, 5], [7, 7]], context=context).without_units(["B"])
    assert rest.units == ("A", "C")
    assert list(rest.context.units) == ["A", "C"]
    assert np.asarray(rest.context.groups["side"]).tolist() == ["l", "l"]
    assert np.asarray(rest.context.variables["size"]).tolist() == [1.0, 3.0]


def test_families_have_at_least_two_children(make: Make) -> None:
    held = make([[1, 2, 3], [4, 5, 6]], parents=TREE)
    assert {held.structure.codes[node] for node in held.families} == {"index", "x"}


def test_it_can_be_sent_to_another_process(make: Make) -> None:
    held = make([[1, 2], [4, 3]], Method("m", aggregation=Step("power", {"p": 0.5}, {"index": Step("arithmetic")})))
    again: Evaluation = pickle.loads(pickle.dumps(held))
    assert again.method == held.method
    np.testing.assert_array_equal(again.scores, held.scores)
