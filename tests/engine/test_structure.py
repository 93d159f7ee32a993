from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

PARENTS = {
    "index": None,
    "policy": "index",
    "number": "policy",
    "breadth": "policy",
    "operation": "index",
    "firms": "operation",
}


def tree(**weights: float) -> Structure:
    return Structure.of(PARENTS, weights)


def codes_of(error: pytest.ExceptionInfo[MethodError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_of_sorts_depth_first_whatever_the_order_given() -> None:
    given = {"firms": "operation", "breadth": "policy", "policy": "index", "index": None, "operation": "index"}
    assert Structure.of(given).codes == ("index", "policy", "breadth", "operation", "firms")


def test_leaves_children_depth_and_bottom_up() -> None:
    made = tree()
    assert made.leaves.tolist() == [2, 3, 5]
    assert made.children(0).tolist() == [1, 4]
    assert made.children(2).tolist() == []
    assert made.depth.tolist() == [0, 1, 2, 2, 1, 2]
    assert made.bottom_up == (4, 1, 0)


def test_weights_on_any_scale_become_shares_and_multiply_through() -> None:
    made = tree(policy=25, operation=75, number=1, breadth=3)
    np.testing.assert_allclose(made.shares, [1, 0.25, 0.25, 0.75, 0.75, 1])
    np.testing.assert_allclose(made.global_weights(), [1, 0.25, 0.0625, 0.1875, 0.75, 0.75])


def test_siblings_without_weights_share_equally() -> None:
    np.testing.assert_allclose(tree().global_weights(), [1, 0.5, 0.25, 0.25, 0.5, 0.5])


def test_pruned_makes_the_named_nodes_leaves() -> None:
    made = tree(policy=25, operation=75)
    cut = made.pruned([1])
    assert cut.codes == ("index", "policy", "operation", "firms")
    assert cut.parent.tolist() == [-1, 0, 0, 2]
    assert made.kept([1]).tolist() == [0, 1, 4, 5]
    np.testing.assert_allclose(cut.global_weights(), [1, 0.25, 0.75, 0.75])


def test_pruned_at_the_root_leaves_the_root() -> None:
    assert tree().pruned([0]).codes == ("index",)


def test_index_suggests_the_nearest_code() -> None:
    assert tree().index("firms") == 5
    with pytest.raises(MethodError, match="did you mean breadth"):
        tree().index("bredth")


def test_arrays_are_frozen_and_copied() -> None:
    weight = np.array([np.nan, 1.0, 1.0])
    made = Structure(("a", "b", "c"), np.array([-1, 0, 0]), weight)
    weight[1] = 5
    assert made.weight[1] == 1
    with pytest.raises(ValueError, match="read-only"):
        made.weight[1] = 2


@pytest.mark.parametrize(
    ("parents", "code"),
    [
        ({"a": "b", "b": "a", "root": None}, "structure.cycle"),
        ({"root": None, "a": "gone"}, "structure.orphan"),
        ({"root": None, "other": None}, "structure.root"),
        ({"a": "a"}, "structure.cycle"),
    ],
)
def test_of_refuses_what_is_no_tree(parents: dict[str, str | None], code: str) -> None:
    with pytest.raises(MethodError) as error:
        Structure.of(parents)
    assert code in codes_of(error)


@pytest.mark.parametrize(
    ("codes", "parent", "code"),
    [
        (("a", "a"), [-1, 0], "structure.duplicate"),
        (("a", "b"), [-1, 7], "structure.orphan"),
        (("a", "b"), [-1, -1], "structure.root"),
        (("a", "b"), [0, 0], "structure.root"),
        (("a", "b", "c"), [-1, 2, 0], "structure.cycle"),
        (("a", "b", "c", "d"), [-1, 0, 0, 1], "structure.order"),
        ((), [], "structure.empty"),
        (("a", "b"), [-1], "structure.shape"),
    ],
)
def test_arrays_that_are_no_tree_are_refused(codes: tuple[str, ...], parent: list[int], code: str) -> None:
    with pytest.raises(MethodError) as error:
        Structure(codes, np.array(parent, dtype=np.intp), np.full(len(codes), np.nan))
    assert code in codes_of(error)


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ({"policy": -1, "operation": 2}, "weight.negative"),
        ({"policy": np.inf, "operation": 2}, "weight.negative"),
        ({"policy": 0, "operation": 0}, "weight.zero-sum"),
        ({"policy": 1}, "weight.partial"),
    ],
)
def test_weights_that_cannot_be_shares_are_refused(weights: dict[str, float], code: str) -> None:
    with pytest.raises(MethodError) as error:
        Structure.of(PARENTS, weights)
    assert codes_of(error) == [code]


def test_a_weight_for_no_node_is_refused() -> None:
    with pytest.raises(MethodError, match="a weight for no node"):
        Structure.of(PARENTS, {"polisy": 1})


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(MethodError) as error:
        Structure.of(PARENTS, {"policy": -1, "operation": 2, "number": 0, "breadth": 0})
    assert codes_of(error) == ["weight.negative", "weight.zero-sum"]
