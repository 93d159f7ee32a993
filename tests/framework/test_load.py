from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.framework.load import read_framework

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[[str, str], Path]


def problems(path: Path) -> list[tuple[str, str, str]]:
    framework, findings = read_framework(path)
    assert (framework is None) == bool(findings)
    assert all(finding.hint for finding in findings)
    return [(finding.code, finding.where, finding.message) for finding in findings]


def test_a_framework_knows_where_its_nodes_are_written(written: Written, tree: str) -> None:
    framework, findings = read_framework(written("framework.yaml", tree))
    assert findings == []
    assert framework is not None
    assert framework.where("policy") == "framework.yaml:4"
    assert framework.where("funds") == "framework.yaml:32"


def test_weights_that_do_not_add_up_are_shown(written: Written, tree: str) -> None:
    assert problems(written("framework.yaml", tree.replace("weight: 40", "weight: 35"))) == [
        (
            "framework.weight-sum",
            "framework.yaml:3",
            "index: the weights of its children add up to 95 (60 + 35); expected 100 or 1",
        )
    ]


@pytest.mark.parametrize(("first", "second"), [("0.6", "0.4"), ("100", "0"), ("33.3333333333", "66.6666666667")])
def test_weights_add_up_to_100_or_1(written: Written, tree: str, first: str, second: str) -> None:
    text = tree.replace("weight: 60", f"weight: {first}").replace("weight: 40", f"weight: {second}")
    assert problems(written("framework.yaml", text)) == []


def test_weights_are_stated_by_all_siblings_or_by_none(written: Written, tree: str) -> None:
    assert problems(written("framework.yaml", tree.replace("    weight: 40\n", ""))) == [
        ("framework.weight-missing", "framework.yaml:3", "index: capital has no weight, but policy has")
    ]
    none = tree.replace("    weight: 40\n", "").replace("    weight: 60\n", "")
    assert problems(written("framework.yaml", none)) == []


@pytest.mark.parametrize(
    ("weight", "code"),
    [("-60", "yaml.wrong-value"), ("sixty", "yaml.wrong-type"), ("'60'", "yaml.wrong-type"), ("60%", "yaml.wrong-type"),
     (".nan", "yaml.not-finite"), (".inf", "yaml.not-finite"), ("６０", "yaml.wrong-type")],
)  # fmt: skip
def test_a_weight_is_a_number_of_at_least_0(written: Written, tree: str, weight: str, code: str) -> None:
    (found,) = problems(written("framework.yaml", tree.replace("weight: 60", f"weight: {weight}")))
    assert found[:2] == (code, "framework.yaml:6")


def test_a_code_used_twice_is_shown_with_both_lines(written: Written, tree: str) -> None:
    assert problems(written("framework.yaml", tree.replace("code: funds", "code: policy_count"))) == [
        (
            "framework.duplicate-code",
            "framework.yaml:32",
            "code 'policy_count' is used twice (first at framework.yaml:11)",
        )
    ]


def test_all_problems_come_at_once(written: Written, tree: str) -> None:
    text = tree.replace("direction: lower", "direction: down").replace("level: city", "level: town")
    text = text.replace("    weight: 40", "    wait: 40")
    assert [code for code, *_ in problems(written("framework.yaml", text))] == [
        "yaml.wrong-value",
        "yaml.unknown-key",
        "yaml.wrong-value",
    ]


def test_a_missing_framework_is_a_finding(tmp_path: Path) -> None:
    assert problems(tmp_path / "framework.yaml") == [("file.missing", "framework.yaml", "the file is missing")]
