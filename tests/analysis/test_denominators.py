"""Indicators beside the variables that could divide them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from scipy import stats

from parkindex.analysis.denominators import denominators
from parkindex.engine.method import Step
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.declared import Variable
from parkindex.evidence.rows import Answer
from parkindex.framework.text import Text
from parkindex.index import Index, Result

from .structure_cases import COLUMNS, named, rows, tree, units

AREA = (2.0, 4.0, 5.0, 9.0, 10.0, 13.0, 14.0, 15.0)
VACANT = (0.0, 5.0, 1.0, 7.0, 2.0, 6.0, 3.0)


def variable(code: str, kind: str) -> Variable:
    return Variable(code=code, name=Text(zh="词", en="word"), level="park", kind=kind)  # type: ignore[arg-type]


def asked(**steps: Step) -> Result:
    answers = [Answer(f"u{k}", "area", str(value)) for k, value in enumerate(AREA)]
    answers += [Answer(f"u{k}", "vacant", str(value)) for k, value in enumerate(VACANT)]
    questions = (variable("area", "number"), variable("vacant", "number"), variable("mode", "category"))
    data = Dataset(units=units(), observations=rows(COLUMNS), variables=questions, answers=tuple(answers))
    return Index(tree(), data, named(**steps)).score()


def test_every_entry_beside_every_number_the_strongest_first() -> None:
    found = denominators(asked())
    assert [each.node for each in found] == ["a", "a", "b", "b", "c", "c", "d", "d"]
    assert (found[0].variable, found[0].n, found[0].positive) == ("area", 8, True)
    expected = stats.pearsonr(COLUMNS["a"], AREA)
    assert found[0].coefficient == pytest.approx(expected.statistic)
    assert found[0].p_value == pytest.approx(expected.pvalue)
    for first, second in zip(found[::2], found[1::2], strict=True):
        assert first.coefficient >= second.coefficient


def test_what_cannot_divide_is_said() -> None:
    vacant = next(each for each in denominators(asked()) if each.variable == "vacant")
    assert (vacant.n, vacant.positive) == (7, False)


def test_the_variable_in_use_is_marked() -> None:
    for by in ("area", {"a": "area", "d": "area"}):
        found = denominators(asked(denomination=Step("ratio", {"by": by})))
        used = {each.node for each in found if each.used}
        assert used == ({"a", "b", "c", "d"} if by == "area" else {"a", "d"})
    assert not any(each.used for each in denominators(asked()))


def test_without_numbers_there_is_nothing() -> None:
    result = asked()
    assert denominators(replace(result, dataset=replace(result.dataset, variables=()))) == ()
    silent = replace(result, dataset=replace(result.dataset, answers=()))
    assert denominators(silent) == ()


def test_ranks_and_gaps() -> None:
    found = denominators(asked(), coefficient="spearman")
    assert found[0].coefficient == pytest.approx(1.0)
    assert not any(math.isnan(each.coefficient) for each in found)
