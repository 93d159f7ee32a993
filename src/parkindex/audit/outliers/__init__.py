"""Outliers: numbers far from their column, from their unit's other columns, or from what the text says of them."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.outliers.columns import against_other_columns
from parkindex.audit.outliers.peers import isolated_numbers
from parkindex.audit.outliers.text import against_the_text
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "outliers.peers": Check(
        Text(zh="是否有数值与同列其余数值相隔悬殊", en="Does a number stand far apart from the others of its column?"),
        isolated_numbers,
        ("units",),
    ),
    "outliers.other-columns": Check(
        Text(
            zh="是否有数值与该单位其余各列相差悬殊",
            en="Is a number far from what the other columns of its unit lead to?",
        ),
        against_other_columns,
        ("units", "columns"),
    ),
    "outliers.text": Check(
        Text(
            zh="是否有突出的数值与正文的说法相反",
            en="Does a number that stands out contradict what the text says of its group?",
        ),
        against_the_text,
        ("units", "columns", "claims"),
    ),
}
