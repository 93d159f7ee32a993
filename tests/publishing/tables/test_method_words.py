"""Every step and every choice of the engine has its name in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.engine.choices import METHODS
from parkindex.engine.method import Step
from parkindex.publishing.tables.method_words import CHOICES, STEPS, choice_name

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting


def test_every_step_and_choice_has_a_name() -> None:
    assert list(STEPS) == list(METHODS)
    assert set(CHOICES) == {name for functions in METHODS.values() for name in functions}


def test_a_choice_stands_with_its_parameters(zh: Setting, en: Setting) -> None:
    assert choice_name(Step("thresholds", {"at": (95, 87)}), en) == "thresholds (at = 95, 87)"
    assert choice_name(Step("ratio", {"by": {"talent": "area"}, "scale": 1000.0}), zh) == (
        "除以规模变量（by = talent: area, scale = 1000）"
    )
    assert choice_name(Step("analytic_hierarchy", {"matrix": ((1, 3), (1 / 3, 1))}), en) == (
        "analytic hierarchy process (matrix = 1, 3, 0.333, 1)"
    )
    assert choice_name(Step("none"), zh) == "不作处理"
