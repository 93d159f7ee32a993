"""`parkindex methods`: the engine's table of contents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
