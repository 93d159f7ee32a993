from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.framework.assumptions import (
    VariedImputationText,
    VariedNodesText,
    VariedStepText,
    VariedValuesText,
    VariedWeightsText,
)
from parkindex.framework.methods import read_methods

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[[str, str], Path]

BECAUSE = "because: {zh: 因为, en: Because}"
HEAD = f"""\
plain:
  title: {{zh: 默认, en: Default}}
  {BECAUSE}
  assumptions:
"""


def test_every_kind_is_read_into_its_own_model_with_its_line(written: Written) -> None:
    text = HEAD + "".join(
        f"    - {{{entry}, {BECAUSE}}}\n"
        for entry in (
            "vary: normalisation, alternatives: [{method: min_max, to: [1, 100]}], own: false",
            "vary: imputation, by: drawn",
            "vary: weights, by: uniform, within: 0.25, of: [index]",
            "vary: weights, by: panel, panel: [{a: 1, b: 2.5}], name: experts",
            "vary: values, by: rounding",
            "vary: indicators, leave_out: pillars",
        )
    )
    methods, findings = read_methods(written("methods.yaml", text))
    assert findings == []
    assert methods is not None
    plain = methods["plain"]
    step, imputed, weights, experts, rounded, left_out = plain.assumptions
    assert isinstance(step, VariedStepText)
    assert step.alternatives[0].__pydantic_extra__ == {"to": (1, 100)}
    assert isinstance(imputed, VariedImputationText)
    assert isinstance(weights, VariedWeightsText)
    assert weights.within == 0.25
    assert isinstance(experts, VariedWeightsText)
    assert experts.panel == ({"a": 1, "b": 2.5},)
    assert isinstance(rounded, VariedValuesText)
    assert rounded.size is None
    assert isinstance(left_out, VariedNodesText)
    assert plain.addresses["assumptions 1"] == "methods.yaml:6"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("vary: weights, by: dirichlet", "'dirichlet' needs 'concentration'"),
        ("vary: weights, by: simplex, within: 0.1", "'simplex' does not take 'within'"),
        ("vary: weights, by: uniform, within: 1.5", "'within'"),
        ("vary: values, by: relative", "'relative' needs a 'size'"),
        ("vary: values, by: relative, size: -1", "'size'"),
        ("vary: imputation", "give either 'alternatives' or 'by: drawn'"),
        ("vary: aggregation, alternatives: []", "'alternatives'"),
        ("vary: agregation, alternatives: [{method: geometric}]", "'vary'"),
        ("vary: weights, by: uniform, within: 0.1, spread: 3", "'spread'"),
    ],
)
def test_a_mistake_is_said_at_its_line(written: Written, entry: str, said: str) -> None:
    methods, findings = read_methods(written("methods.yaml", f"{HEAD}    - {{{entry}, {BECAUSE}}}\n"))
    assert methods is None
    assert [finding.where for finding in findings] == ["methods.yaml:5"]
    assert said in findings[0].message


def test_a_reason_in_both_languages_is_asked_for(written: Written) -> None:
    methods, findings = read_methods(written("methods.yaml", f"{HEAD}    - {{vary: weights, by: simplex}}\n"))
    assert methods is None
    assert "because" in findings[0].message


def test_judgements_of_an_alternative_may_be_fractions(written: Written) -> None:
    entry = "vary: weighting, node: index, alternatives: [{method: analytic_hierarchy, matrix: [[1, 1/2], [2, 1]]}]"
    methods, findings = read_methods(written("methods.yaml", f"{HEAD}    - {{{entry}, {BECAUSE}}}\n"))
    assert findings == []
    assert methods is not None
    (step,) = methods["plain"].assumptions
    assert isinstance(step, VariedStepText)
    assert step.alternatives[0].__pydantic_extra__ == {"matrix": ((1, 0.5), (2, 1))}
