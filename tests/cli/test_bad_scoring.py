"""Values that a method can make nothing of: the same for all, none, of one unit only; under every normalisation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from parkindex.engine.normalisation import NORMALISATIONS
from parkindex.sample.new import new_edition
from parkindex.sample.sample import write_sample

from .broken import FRAMEWORK, METHODS, OBSERVATIONS, PUBLISHED, Broken

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run

PARAMETERS = {
    "goalposts": "low: -10\n    high: 110",
    "distance_to_target": "target: 200\n    nodes: {vacancy: {method: distance_to_target, target: 1}}",
    "distance_to_unit": "unit: example-a",
    "rubric": "cuts: [10, 20]\n    points: [0, 50, 100]",
    "categorical": "points: {0: 0, 7: 100, 12.5: 10, 17: 20, 25: 30, 35: 40, 42: 50, 51: 60, 60: 70}",
    "two_sided": "low: 10\n    high: 20",
}
"""What the normalisations that need parameters are given."""

VALUES = """subject,node,value,status,source,note
example-a,firms,25,,own-survey,
example-b,firms,17,,own-survey,
example-c,firms,42,,own-survey,
example-a,vacancy,12.5,,own-survey,
example-b,vacancy,35,,own-survey,
example-c,vacancy,,not_answered,own-survey,
330100,universities,60,,own-survey,
430100,universities,51,,own-survey,
"""
"""One missing value, one indicator for which less is better, and one of cities."""

SPREAD = {"min_max", "z_score", "t_score", "distance_to_best"}
"""The normalisations that divide by how far the values lie apart."""

ABOVE_ZERO = {"share_of_best", "vector", "total"}
"""The normalisations that divide by the values themselves."""


@pytest.fixture
def small(tmp_path: Path) -> Broken:
    """An edition of three units with one method, in which everything but the normalisation takes any number."""
    broken = Broken(new_edition(tmp_path / "small"), tmp_path / "broken")
    text = broken.text(METHODS)
    broken.write(METHODS, text[: text.index("\ngeometric:") + 1])
    broken.change("edition.yaml", "second_method: geometric", "# second_method: none")
    broken.write(OBSERVATIONS, VALUES)
    return broken


def normalise(broken: Broken, name: str) -> int:
    """Choose a normalisation; return its line."""
    chosen = "\n    ".join(filter(None, (f"method: {name}", PARAMETERS.get(name, ""))))
    return broken.change(METHODS, "method: min_max\n    to: [0, 100]", chosen) - 1


def told(run: Run, broken: Broken) -> tuple[int, str]:
    """Check and publish; both must agree, leave no traceback, and write nothing where there is an error."""
    code, _, err = run("check", broken.path)
    published = run("publish", broken.path, "--to", "data", "--to", "html")
    assert "Traceback" not in err + published.err
    assert "Warning" not in err + published.err
    assert published.code == code, published.err
    assert (broken.path / "build").exists() == (code == 0)
    return code, err


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_the_small_edition_works_under_every_normalisation(run: Run, small: Broken, name: str) -> None:
    normalise(small, name)
    assert told(run, small) == (0, f"{small.path}: nothing to mend\n")


@pytest.mark.parametrize("name", NORMALISATIONS)
@pytest.mark.parametrize("value", ["7", "0"])
def test_a_constant_indicator(run: Run, small: Broken, name: str, value: str) -> None:
    line = normalise(small, name)
    small.column(OBSERVATIONS, "firms", value)
    where = small.text(FRAMEWORK)[: small.text(FRAMEWORK).index("code: firms")].count("\n") + 1
    code, err = told(run, small)
    assert (
        f"framework.yaml:{where}  warning: 'firms' is {value} for all 3 units: it tells no unit from another\n" in err
    )
    head = f"methods.yaml:{line}  sound: normalisation: indicator 'firms': "
    if name in SPREAD:
        assert code == 1
        assert (
            f"{head}all values are the same, so the indicator cannot be rescaled\n    hint: leave the indicator" in err
        )
        assert err.count(head) == 1
    elif name in ABOVE_ZERO and value == "0":
        assert code == 1
        assert head in err
        assert err.count(head) == 1
    elif name == "distance_to_unit":
        assert code == 1
        assert f"{head}the reference unit is itself the worst\n    hint: " in err
    else:
        assert code == 0
        assert "error" not in err


def one_unit(broken: Broken) -> str:
    broken.put("units.csv", broken.rows("units.csv")[:2])
    keep = {"subject", "example-a", "330100"}
    broken.put(OBSERVATIONS, [row for row in broken.rows(OBSERVATIONS) if row[0] in keep])
    return "units.csv  there is one unit only; expected at least two, because a rank compares\n    hint: add a row for"


def no_unit(broken: Broken) -> str:
    broken.put("units.csv", broken.rows("units.csv")[:1])
    broken.put(OBSERVATIONS, broken.rows(OBSERVATIONS)[:1])
    return "units.csv  there is no unit; expected at least two, because a rank compares\n    hint: add a row for every"


def no_value(broken: Broken) -> str:
    broken.column(OBSERVATIONS, "firms", "", "not_answered")
    line = broken.text(FRAMEWORK)[: broken.text(FRAMEWORK).index("code: firms")].count("\n") + 1
    return (
        f"framework.yaml:{line}  indicator 'firms' has no way to a value: nothing observed, no rubric, "
        "nothing given above it\n    hint: observe it, name a rubric, "
    )


def no_value_at_all(broken: Broken) -> str:
    for node in ("firms", "vacancy", "universities"):
        broken.column(OBSERVATIONS, node, "", "not_answered")
    return f"{OBSERVATIONS}  there is no value for any unit at any node\n    hint: enter values in {OBSERVATIONS}: "


@pytest.mark.parametrize("name", NORMALISATIONS)
@pytest.mark.parametrize("spoil", [one_unit, no_unit, no_value, no_value_at_all])
def test_nothing_to_compare(run: Run, small: Broken, name: str, spoil: Callable[[Broken], str]) -> None:
    normalise(small, name)
    words = spoil(small)
    code, err = told(run, small)
    assert code == 1
    assert words in err


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_a_value_of_one_unit_only(run: Run, small: Broken, name: str) -> None:
    line = normalise(small, name)
    small.column(OBSERVATIONS, "firms", "", "not_answered")
    small.cell(OBSERVATIONS, "status", "", "example-b")
    small.cell(OBSERVATIONS, "value", "17", "example-b")
    code, err = told(run, small)
    assert code == int(name in SPREAD or name == "distance_to_unit"), err
    if name in SPREAD:
        assert f"methods.yaml:{line}  sound: normalisation: indicator 'firms': all values are the same" in err


def test_score_refuses_what_check_refuses(run: Run, small: Broken) -> None:
    line = normalise(small, "min_max")
    small.column(OBSERVATIONS, "firms", "7")
    code, out, err = run("score", small.path)
    assert (code, out) == (1, "")
    assert err.startswith(f"methods.yaml:{line}  sound: normalisation: indicator 'firms': all values are the same")


def test_a_choice_of_the_command_line_is_named_as_such(run: Run, small: Broken) -> None:
    small.column(OBSERVATIONS, "firms", "0")
    code, out, err = run("score", small.path, "--set", "normalisation=share_of_best")
    assert (code, out) == (1, "")
    assert err.startswith("changed normalisation  sound: normalisation: indicator 'firms': a share of the best needs")
    assert "(units 'example-a', 'example-b', 'example-c')" in err


def test_a_choice_of_the_command_line_helps_where_the_method_fails(run: Run, small: Broken) -> None:
    small.column(OBSERVATIONS, "firms", "7")
    code, out, err = run("score", small.path, "--set", "normalisation=rank", "--csv")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 4
    code, _, err = run("score", small.path, "--method", "none", "--set", "normalisation=rank")
    assert code == 2
    assert "no method is called 'none'" in err


def test_a_constant_indicator_of_the_sample(run: Run, tmp_path: Path) -> None:
    sample = Broken(write_sample(tmp_path / "sample", units=8, seed=4), tmp_path / "broken")
    sample.column(OBSERVATIONS, "financing", "5")
    code, err = told(run, sample)
    assert code == 1
    for method in ("sound", "geometric"):
        head = f"  {method}: normalisation: indicator 'financing': all values are the same, so the indicator cannot"
        assert err.count(head) == 1


def test_a_constant_pillar_of_the_published_edition(run: Run, tmp_path: Path) -> None:
    published = Broken(PUBLISHED, tmp_path / "broken")
    published.column(OBSERVATIONS, "capital", "0")
    code, err = told(run, published)
    assert code == 1
    assert "'capital' is 0 for all 22 units: it tells no unit from another" in err
    assert "sound: normalisation: indicator 'capital': a share of the best needs positive values (units " in err
