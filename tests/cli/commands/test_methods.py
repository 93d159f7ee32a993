"""`parkindex methods`: the engine's table of contents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from parkindex.cli.commands.methods import as_yaml
from parkindex.engine.choices import METHODS

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_every_registered_method_is_listed_with_what_it_does(run: Run) -> None:
    rows = json.loads(run("methods", "--json").out)
    assert [(row["step"], row["method"]) for row in rows] == [
        (step, name) for step in METHODS for name in METHODS[step]
    ]
    assert all(row["what it does"] for row in rows)


def test_one_step_alone(run: Run) -> None:
    out = run("methods", "tiers").out
    assert "natural_breaks" in out
    assert "min_max" not in out


def test_an_unknown_step_names_the_steps(run: Run) -> None:
    code, _, err = run("methods", "tier")
    assert code == 2
    assert "tiers" in err
    assert "did you mean 'tiers'?" in err


def test_parameters_are_listed_with_what_they_allow_and_their_defaults(run: Run) -> None:
    rows = {(row["step"], row["method"]): row for row in json.loads(run("methods", "--json").out)}
    assert rows["aggregation", "promethee"]["parameters"][1] == {
        "name": "indifference",
        "allowed": "a number, or a number for each indicator",
        "required": False,
        "default": 0.0,
    }
    assert rows["weighting", "analytic_hierarchy"]["parameters"][0]["required"] is True
    assert "default" not in rows["weighting", "analytic_hierarchy"]["parameters"][0]


def test_a_step_shows_a_line_for_each_parameter_as_methods_yaml_writes_it(run: Run) -> None:
    lines = run("methods", "normalisation").out.splitlines()
    start = next(k for k, line in enumerate(lines) if line.startswith("distance_to_target"))
    assert "a number, or a number for each indicator" in lines[start]
    assert lines[start + 1].split("   ")[-1] != ""
    assert "to: [0, 100]" in lines[start + 1]
    assert "two numbers, the lower first" in lines[start + 1]
    assert "truncate: true" in lines[start + 2]
    assert "true or false" in lines[start + 2]


def test_no_sentence_speaks_the_language_of_the_library(run: Run) -> None:
    out = run("methods").out
    assert "`" not in out
    assert "MethodError" not in out
    assert "(..." not in out


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ((0.0, 100.0), "[0, 100]"),
        (1e-10, "1e-10"),
        (1234567, "1234567"),
        (True, "true"),
        (None, "null"),
        ("region", "region"),
        ({"talent": (1, 2.5)}, "{talent: [1, 2.5]}"),
    ],
)
def test_values_are_said_as_methods_yaml_writes_them(value: object, said: str) -> None:
    assert as_yaml(value) == said
