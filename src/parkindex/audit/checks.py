"""The table of contents of the audit: every family, and every check by its stable code."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit import (
    arithmetic,
    claims,
    double_counting,
    growth,
    lattice,
    levels,
    outliers,
    percentages,
    robustness,
    tables,
    tiers,
    weights,
)
from parkindex.audit.check import Check
from parkindex.framework.text import Text

FAMILIES: Mapping[str, Text] = {
    "arithmetic": Text(zh="算术", en="Arithmetic"),
    "weights": Text(zh="权重", en="Weights"),
    "levels": Text(zh="指标层级", en="Levels"),
    "lattice": Text(zh="数值格点", en="Lattice"),
    "outliers": Text(zh="离群值", en="Outliers"),
    "tiers": Text(zh="梯队", en="Tiers"),
    "percentages": Text(zh="百分比", en="Percentages"),
    "growth": Text(zh="增长率", en="Growth"),
    "claims": Text(zh="正文说法", en="Claims"),
    "tables": Text(zh="表与表", en="Tables"),
    "double-counting": Text(zh="重复计入", en="Double counting"),
    "robustness": Text(zh="稳健性", en="Robustness"),
}
"""Family -> its name, in the order in which a report shows them."""

CHECKS: Mapping[str, Check] = {
    **arithmetic.CHECKS,
    **weights.CHECKS,
    **levels.CHECKS,
    **lattice.CHECKS,
    **outliers.CHECKS,
    **tiers.CHECKS,
    **percentages.CHECKS,
    **growth.CHECKS,
    **claims.CHECKS,
    **tables.CHECKS,
    **double_counting.CHECKS,
    **robustness.CHECKS,
}
"""Code -> check. A code is ``FAMILY.WHAT`` and does not change once it is published."""
