from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.engine.method import METHODS
from parkindex.errors import Finding
from parkindex.framework.load import read_framework
from parkindex.framework.methods import read_methods
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[[str, str], Path]

METHOD = """\
published:
  title: {zh: 原文, en: As published}
  because: {zh: 还原, en: It reproduces the source}
  normalisation: {method: none, because: {zh: 已计分, en: Already points}}
  aggregation:
    method: sum
    because: {zh: 相加, en: Points are added}
    nodes:
      policy: {method: power, p: 0.5}
  tiers: {method: thresholds, at: [95, 87], because: {zh: 原文, en: As printed}}
  decimals: 2
plain:
  title: {zh: 默认, en: Default}
  because: {zh: 对照, en: To compare}
"""


def problems(path: Path) -> list[tuple[str, str, str]]:
    methods, findings = read_methods(path)
    assert (methods is None) == bool(findings)
    return [(finding.code, finding.where, finding.message) for finding in findings]


def test_methods_come_in_their_order_with_their_words(written: Written) -> None:
    methods, findings = read_methods(written("methods.yaml", METHOD))
    assert findings == []
    assert methods is not None
    assert list(methods) == ["published", "plain"]
    published = methods["published"]
    assert (published.name, published.title.en) == ("published", "As published")
    assert published.because_steps == {
        "normalisation": Text(zh="已计分", en="Already points"),
        "aggregation": Text(zh="相加", en="Points are added"),
        "tiers": Text(zh="原文", en="As printed"),
    }


def test_other_keys_of_a_step_are_parameters(written: Written) -> None:
    methods, _ = read_methods(written("methods.yaml", METHOD))
    assert methods is not None
    method = methods["published"].method
    assert (method.aggregation.name, dict(method.aggregation.parameters)) == ("sum", {})
    assert dict(method.tiers.parameters) == {"at": (95, 87)}
    assert dict(method.aggregation.nodes["policy"].parameters) == {"p": 0.5}
    assert method.decimals == 2


def test_a_step_left_out_is_the_default_of_the_engine(written: Written) -> None:
    methods, _ = read_methods(written("methods.yaml", METHOD))
    assert methods is not None
    assert methods["plain"].method == type(methods["plain"].method)("plain")
    assert methods["plain"].because_steps == {}


@pytest.mark.parametrize("step", list(METHODS))
def test_every_step_of_the_engine_has_its_key(written: Written, step: str) -> None:
    text = METHOD + f"  {step}: {{method: nonsense, because: {{zh: 一, en: one}}}}\n"
    ((code, where, message),) = problems(written("methods.yaml", text))
    assert (code, where) == ("method.unknown", "methods.yaml:15")
    assert message == f"plain: {step}: unknown {step} 'nonsense'"


def test_an_unknown_step_is_met_with_the_one_that_was_meant(written: Written) -> None:
    path = written("methods.yaml", METHOD.replace("normalisation", "normalization"))
    _, (finding,) = read_methods(path)
    assert (finding.code, finding.where) == ("yaml.unknown-key", "methods.yaml:4")
    assert finding.hint.startswith("did you mean 'normalisation'?")


def test_a_step_needs_its_reason(written: Written) -> None:
    text = METHOD.replace(", because: {zh: 已计分, en: Already points}", "")
    assert problems(written("methods.yaml", text)) == [
        ("yaml.missing-key", "methods.yaml:4", "key 'because' is missing")
    ]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("at: [95, 87]", "at: 95", "methods.yaml:10"),
        ("at: [95, 87]", "cut: [95, 87]", "methods.yaml:10"),
        ("p: 0.5", "p: wide", "methods.yaml:9"),
        ("decimals: 2", "decimals: -2", "methods.yaml:11"),
    ],
)
def test_a_wrong_parameter_is_found_at_its_step(written: Written, old: str, new: str, where: str) -> None:
    found = problems(written("methods.yaml", METHOD.replace(old, new)))
    assert [at for _, at, _ in found] == [where] * len(found)
    assert found


def test_choices_for_unknown_nodes_need_the_tree(written: Written, tree: str) -> None:
    framework, _ = read_framework(written("framework.yaml", tree))
    assert framework is not None
    path = written("methods.yaml", METHOD.replace("      policy:", "      polcy:"))
    methods, (finding,) = read_methods(path, framework.compile())
    assert methods is None
    assert (finding.code, finding.where) == ("method.unknown-node", "methods.yaml:9")
    assert finding.hint == "did you mean 'policy'?"


JUDGED = (
    METHOD
    + """\
  weighting:
    method: given
    because: {zh: 专家, en: By experts}
    nodes:
      index: {method: analytic_hierarchy, matrix: [[1, 3], [1/3, 1]]}
  across: [normalisation]
"""
)


def test_judgements_may_be_written_as_fractions(written: Written) -> None:
    methods, findings = read_methods(written("methods.yaml", JUDGED))
    assert findings == []
    assert methods is not None
    assert methods["plain"].method.weighting.nodes["index"].parameters["matrix"] == ((1, 3), (1 / 3, 1))
    assert methods["plain"].method.across == ("normalisation",)


def test_only_some_steps_look_across_years(written: Written) -> None:
    found = problems(written("methods.yaml", JUDGED.replace("[normalisation]", "[ranking]")))
    assert [(code, where) for code, where, _ in found] == [("yaml.wrong-value", "methods.yaml:20")]


def test_codes_that_a_parameter_names_must_be_in_the_tree(written: Written, tree: str) -> None:
    framework, _ = read_framework(written("framework.yaml", tree))
    assert framework is not None
    step = "  denomination: {method: ratio, by: {polcy_count: area}, because: {zh: 一, en: one}}\n"
    _, (finding,) = read_methods(written("methods.yaml", METHOD + step), framework.compile())
    assert (finding.code, finding.where) == ("method.unknown-node", "methods.yaml:15")
    assert finding.hint == "did you mean 'policy_count'?"


def test_a_finding_about_a_node_leads_to_the_line_of_the_node(written: Written) -> None:
    methods, _ = read_methods(written("methods.yaml", JUDGED))
    assert methods is not None
    met = Finding("weight.inconsistent", "weighting: node 'index': expert 1", "the ratio is too high")
    found = methods["plain"].located(met)
    assert found.where == "methods.yaml:19"
    assert found.message == "plain: weighting: node 'index': expert 1: the ratio is too high"


def test_a_mistake_in_a_parameter_is_found_at_the_line_of_the_parameter(written: Written) -> None:
    step = "  imputation:\n    method: nearest_neighbours\n    because: {zh: 一, en: one}\n    count: 0\n    cuont: 3\n"
    _, findings = read_methods(written("methods.yaml", METHOD + step))
    start = len(METHOD.splitlines())
    assert [finding.where for finding in findings] == [f"methods.yaml:{start + 4}", f"methods.yaml:{start + 5}"]
    assert findings[1].hint == "did you mean 'count'?"
