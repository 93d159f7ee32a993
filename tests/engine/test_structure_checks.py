from __future__ import annotations

import numpy as np

from parkindex.engine.structure_checks import check_order, check_parents, check_weights, depth_first


def codes(findings: list[object]) -> list[str]:
    return [finding.code for finding in findings]  # type: ignore[attr-defined]


def test_a_sound_tree_has_no_findings() -> None:
    parent, weight = np.array([-1, 0, 1, 0]), np.array([np.nan, 1, np.nan, 3])
    assert check_order(["r", "a", "b", "c"], parent, weight) == []
    assert check_weights(["r", "a", "b", "c"], parent, weight) == []


def test_all_faults_of_the_order_are_found() -> None:
    found = check_order(["r", "a", "a", "d"], np.array([-1, 9, -1, 3]), np.zeros(4))
    assert codes(list(found)) == ["structure.duplicate", "structure.orphan", "structure.root", "structure.cycle"]


def test_a_cycle_beside_a_sound_tree_is_found_for_each_member() -> None:
    found = check_parents({"root": None, "a": "b", "b": "a", "c": "a"}, {})
    assert [finding.where for finding in found] == ["node 'a'", "node 'b'"]


def test_depth_first_keeps_siblings_in_order() -> None:
    assert depth_first({"z": "r", "y": "r", "x": "z", "r": None}) == ("r", "z", "x", "y")
