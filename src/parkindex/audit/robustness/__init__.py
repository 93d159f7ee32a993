"""Robustness: printed ranks under ordinary assumptions, and without each column in turn."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.robustness.intervals import rank_intervals
from parkindex.audit.robustness.leaving_out import leave_one_out
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "robustness.rank-intervals": Check(
        Text(
            zh="所载名次是否落在通常假设下的名次区间之内",
            en="Do the printed ranks lie within the intervals that ordinary assumptions give them?",
        ),
        rank_intervals,
        ("units", "columns", "total", "ranks"),
    ),
    "robustness.leave-one-out": Check(
        Text(zh="少了任何一列，名次变动多大", en="How far do ranks move without each column?"),
        leave_one_out,
        ("units", "columns", "total"),
    ),
}
