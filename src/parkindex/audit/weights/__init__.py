"""Weights: what the stated weights allow, what each column really counts, and what would change if they bound."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.weights.binding import binding
from parkindex.audit.weights.counting import effective
from parkindex.audit.weights.marks import above_marks, full_mark, stated_sum
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "weights.stated-sum": Check(
        Text(zh="所载权重之和是否等于满分", en="Do the stated weights add up to the full mark?"),
        stated_sum,
        ("columns", "weights"),
    ),
    "weights.above-nominal": Check(
        Text(zh="有没有得分高于该项权重", en="Does any score exceed the stated weight of its column?"),
        above_marks,
        ("columns", "total", "weights"),
    ),
    "weights.full-mark": Check(
        Text(zh="有没有总分高于满分", en="Does any total exceed the full mark?"),
        full_mark,
        ("columns", "total", "full_mark"),
    ),
    "weights.effective": Check(
        Text(zh="各列的实际分量是否与所载权重相称", en="Does each column count for as much as its stated weight says?"),
        effective,
        ("units", "columns", "total", "weights"),
    ),
    "weights.binding": Check(
        Text(
            zh="所载权重若真正生效，名次与梯队是否改变",
            en="Would ranks or tiers change if the stated weights were made to bind?",
        ),
        binding,
        ("units", "columns", "total", "weights"),
    ),
}
