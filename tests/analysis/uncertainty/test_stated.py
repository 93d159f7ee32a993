"""Assumptions that could not change anything are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.assumptions import Alternatives, VariedWeights
from parkindex.analysis.uncertainty.stated import check_assumptions
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make

METHOD = Method("m", normalisation=Step("min_max"))


def test_weights_that_act_are_accepted(make: Make) -> None:
    assert check_assumptions([VariedWeights()], make(np.random.default_rng(0).random((8, 3)), METHOD)) == []


def test_a_choice_of_what_is_chosen_already_changes_nothing(make: Make) -> None:
    held = make(np.random.default_rng(0).random((8, 3)), METHOD)
    idle = Alternatives("aggregation", (Step("arithmetic"), Step("power", {"p": 1.0})))
    found = check_assumptions([VariedWeights(), idle], held)
    assert [number for number, _ in found] == [1]
