from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FRAMEWORK = """\
code: index
name: {zh: 综合竞争力, en: Overall competitiveness}
children:
  - code: policy
    name: {zh: 政策扶持, en: Policy support}
    weight: 60
    children:
      - code: special_policy
        name: {zh: 专项政策, en: Special policies}
        children:
          - code: policy_count
            name: {zh: 政策数量, en: Number of policies}
            type: numeric
            level: district
            direction: higher
            unit_of_measure: {zh: 项, en: policies}
            source_kind: second_hand
            rubric: policy_count
          - code: policy_age
            name: {zh: 空置率, en: Vacancy}
            type: numeric
            level: park
            direction: lower
            unit_of_measure: {zh: '%', en: '%'}
            source_kind: first_hand
            least: 0
            most: 100
  - code: capital
    name: {zh: 资本支持, en: Capital}
    weight: 40
    children:
      - code: funds
        name: {zh: 基金, en: Funds}
        type: index
        level: city
        direction: higher
        unit_of_measure: {zh: 亿元, en: CNY 100 million}
        source_kind: second_hand
"""


@pytest.fixture
def tree() -> str:
    """A small framework in YAML: two pillars, three indicators."""
    return FRAMEWORK


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file of that name and return its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return write
