from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from parkindex.framework.model import Aggregate, Framework, Indicator, framework_from, walk
from parkindex.framework.reading import parse_yaml


@pytest.fixture
def framework(tree: str) -> Framework:
    return framework_from(parse_yaml(tree, "framework.yaml").value)


def indicator(**changes: Any) -> dict[str, Any]:
    text = {"zh": "一", "en": "one"}
    found = {
        "code": "a", "name": text, "type": "numeric", "level": "park", "direction": "higher", "unit_of_measure": text,
        "source_kind": "first_hand",
    }  # fmt: skip
    return found | changes


def test_nodes_stand_depth_first(framework: Framework) -> None:
    assert framework.codes == (
        "index", "policy", "special_policy", "policy_count", "policy_age", "capital", "funds",
    )  # fmt: skip
    assert [pillar.code for pillar in framework.pillars] == ["policy", "capital"]
    assert [leaf.code for leaf in framework.indicators] == ["policy_count", "policy_age", "funds"]


def test_what_has_a_type_is_an_indicator(framework: Framework) -> None:
    assert isinstance(framework.node("funds"), Indicator)
    assert isinstance(framework.node("special_policy"), Aggregate)
    with pytest.raises(KeyError):
        framework.node("nothing")


def test_the_way_up_the_tree(framework: Framework) -> None:
    assert framework.parent("policy_count") == "special_policy"
    assert framework.parent("index") is None
    assert framework.ancestors("policy_count") == ("special_policy", "policy", "index")
    assert framework.ancestors("index") == ()
    assert [framework.pillar_of(code) for code in ("policy_age", "capital", "index")] == ["policy", "capital", None]


def test_direction_is_minus_one_where_less_is_better(framework: Framework) -> None:
    assert framework.direction.tolist() == [1, 1, 1, 1, -1, 1, 1]


def test_compiling_keeps_order_parents_and_stated_weights(framework: Framework) -> None:
    structure = framework.compile()
    assert structure.codes == framework.codes
    assert structure.parent.tolist() == [-1, 0, 1, 2, 2, 0, 5]
    np.testing.assert_array_equal(structure.weight, [np.nan, 60, np.nan, np.nan, np.nan, 40, np.nan])


def test_walking_yields_parents(framework: Framework) -> None:
    assert [(node.code, above) for node, above in walk(framework.root)][:3] == [
        ("index", None),
        ("policy", "index"),
        ("special_policy", "policy"),
    ]


def test_an_address_falls_back_to_the_file(framework: Framework) -> None:
    assert framework.where("funds") == "framework.yaml"
    assert Framework(framework.root, {"funds": "framework.yaml:31"}).where("funds") == "framework.yaml:31"


@pytest.mark.parametrize(
    "changes",
    [
        {"direction": "up"}, {"level": "village"}, {"type": "text"}, {"weight": -1}, {"weight": float("nan")},
        {"weight": "3"}, {"least": 3, "most": 3}, {"code": "Big"}, {"children": ()},
    ],
)  # fmt: skip
def test_an_indicator_takes_only_what_makes_sense(changes: dict[str, Any]) -> None:
    Indicator.model_validate(indicator())
    with pytest.raises(ValidationError):
        Indicator.model_validate(indicator(**changes))


def test_an_aggregate_needs_children() -> None:
    text = {"zh": "一", "en": "one"}
    with pytest.raises(ValidationError):
        Aggregate.model_validate({"code": "a", "name": text, "children": ()})
    with pytest.raises(ValidationError):
        Aggregate.model_validate({"code": "a", "name": text})
